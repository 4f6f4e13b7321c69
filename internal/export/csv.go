package export

import (
	"encoding/csv"
	"io"
	"strconv"
	"strings"
)

// byteOrderMark tells spreadsheets that a file is in UTF-8.
const byteOrderMark = "\ufeff"

// CSV writes a sheet as a spreadsheet in the reader's language opens it: in French with semicolons and decimal commas.
func CSV(w io.Writer, to Reader, s Sheet) error {
	if _, err := io.WriteString(w, byteOrderMark); err != nil {
		return err
	}
	out := csv.NewWriter(w)
	out.UseCRLF = true
	if to.Lang == "fr" {
		out.Comma = ';'
	}
	line := make([]string, len(s.Columns))
	for i, c := range s.Columns {
		line[i] = harmless(c.Title)
	}
	if err := out.Write(line); err != nil {
		return err
	}
	for row, err := range s.Rows {
		if err != nil {
			return err
		}
		line = line[:0]
		for _, c := range row {
			line = append(line, c.plain(to))
		}
		if err := out.Write(line); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

// plain is a cell as text. A share is told in percent, without the sign: the column's title has it.
func (c Cell) plain(to Reader) string {
	switch c.kind {
	case text:
		return harmless(c.text)
	case count:
		return strconv.Itoa(int(c.number))
	case decimal:
		return figure(c.number, 2, to)
	case share:
		return figure(100*c.number, 1, to)
	case moment:
		return c.moment.In(to.Zone).Format("2006-01-02 15:04:05")
	default:
		return ""
	}
}

func figure(x float64, decimals int, to Reader) string {
	s := strconv.FormatFloat(x, 'f', decimals, 64)
	if to.Lang == "fr" {
		return strings.Replace(s, ".", ",", 1)
	}
	return s
}

// harmless puts an apostrophe before what a spreadsheet would take for a formula.
func harmless(s string) string {
	if s != "" && strings.ContainsAny(firstOf(s), "=+-@\t\r\n＝＋－＠") {
		return "'" + s
	}
	return s
}

// firstOf is the first character of a text; past what some programs trim.
func firstOf(s string) string {
	if begin := strings.TrimLeft(s, " \u00a0\u202f\u200b\ufeff"); begin != "" {
		s = begin
	}
	for _, r := range s {
		return string(r)
	}
	return s
}
