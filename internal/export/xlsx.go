package export

import (
	"archive/zip"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"
)

// XLSX writes a workbook: a sheet each, with typed cells, under a header that stays in sight. Rows wait in a temporary
// file, not in memory, until all are there.
func XLSX(w io.Writer, to Reader, sheets []Sheet) error {
	return writeBook(w, to, sheets, excelize.TotalRows)
}

func writeBook(w io.Writer, to Reader, sheets []Sheet, longest int) (err error) {
	f := excelize.NewFile()
	defer func() { err = errors.Join(err, f.Close()) }()
	f.SetZipWriter(func(io.Writer) excelize.ZipWriter { return zip.NewWriter(w) }) // else it holds the whole file first
	b := book{file: f, zone: to.Zone, longest: longest, names: map[string]bool{}}
	if err := b.style(to.Lang); err != nil {
		return err
	}
	for _, s := range sheets {
		if err := b.add(s); err != nil {
			return fmt.Errorf("sheet %q: %w", s.Name, err)
		}
	}
	return f.Write(w)
}

// given is what the sheet of a new workbook is called.
const given = "Sheet1"

// book is a workbook on its way.
type book struct {
	file    *excelize.File
	zone    *time.Location
	longest int // how many rows a sheet may have, its header included
	names   map[string]bool
	head    int
	kinds   [moment + 1]int // the style of each kind of cell
}

func (b *book) style(lang string) (err error) {
	b.head, err = b.file.NewStyle(&excelize.Style{
		Font:      &excelize.Font{Bold: true, Color: "FFFFFF"},
		Fill:      excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"1F3A4D"}},
		Alignment: &excelize.Alignment{Vertical: "center", WrapText: true},
	})
	day := "yyyy-mm-dd hh:mm"
	if lang == "fr" {
		day = "dd/mm/yyyy hh:mm"
	}
	for kind, format := range map[kind]string{count: "0", decimal: "0.00", share: "0.0%", moment: day} {
		var e error
		b.kinds[kind], e = b.file.NewStyle(&excelize.Style{CustomNumFmt: &format})
		err = errors.Join(err, e)
	}
	var e error
	b.kinds[text], e = b.file.NewStyle(&excelize.Style{Alignment: &excelize.Alignment{Vertical: "top", WrapText: true}})
	return errors.Join(err, e)
}

// add writes a sheet, on as many as it takes.
func (b *book) add(s Sheet) error {
	out, err := b.begin(s)
	if err != nil {
		return err
	}
	line, at := make([]any, len(s.Columns)), 1
	for row, err := range s.Rows {
		if err != nil {
			return err
		}
		if at == b.longest {
			if err := out.Flush(); err != nil {
				return err
			}
			if out, err = b.begin(s); err != nil {
				return err
			}
			at = 1
		}
		at++
		line = line[:0]
		for _, c := range row {
			line = append(line, b.cell(c))
		}
		if err := out.SetRow(fmt.Sprintf("A%d", at), line); err != nil {
			return err
		}
	}
	return out.Flush()
}

// begin makes a sheet with its header.
func (b *book) begin(s Sheet) (*excelize.StreamWriter, error) {
	name := b.name(s.Name)
	if err := b.sheet(name); err != nil {
		return nil, err
	}
	out, err := b.file.NewStreamWriter(name)
	if err != nil {
		return nil, err
	}
	header := make([]any, len(s.Columns))
	for i, c := range s.Columns {
		header[i] = excelize.Cell{StyleID: b.head, Value: c.Title}
		if err := out.SetColWidth(i+1, i+1, float64(max(8, c.Width))); err != nil {
			return nil, err
		}
	}
	if err := out.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}); err != nil {
		return nil, err
	}
	return out, out.SetRow("A1", header)
}

// sheet adds an empty sheet. The first is the one that every new workbook has, under its name: to delete it, or to say
// which one is in front, all others would be read back.
func (b *book) sheet(name string) error {
	if len(b.names) == 1 {
		return b.file.SetSheetName(given, name)
	}
	_, err := b.file.NewSheet(name)
	return err
}

// name is what a sheet may be called: short, without what workbooks refuse, and unlike the others.
func (b *book) name(wanted string) string {
	plain := strings.Trim(strings.Map(func(r rune) rune {
		if strings.ContainsRune(`[]:*?/\`, r) || r < ' ' {
			return ' '
		}
		return r
	}, wanted), " '")
	for n := 1; ; n++ {
		end := ""
		if n > 1 {
			end = fmt.Sprintf(" (%d)", n)
		}
		name := cut(plain, excelize.MaxSheetNameLength-len(end)) + end
		if !b.names[strings.ToLower(name)] && !strings.EqualFold(name, given) {
			b.names[strings.ToLower(name)] = true
			return name
		}
	}
}

// cut is as much of a text as has so many characters at most.
func cut(s string, most int) string {
	for utf8.RuneCountInString(s) > most {
		_, size := utf8.DecodeLastRuneInString(s)
		s = s[:len(s)-size]
	}
	return s
}

// cell is a cell as the workbook types it. Words are words, however they begin.
func (b *book) cell(c Cell) any {
	styled := excelize.Cell{StyleID: b.kinds[c.kind]}
	switch c.kind {
	case text:
		styled.Value = cut(c.text, excelize.TotalCellChars)
	case count:
		styled.Value = int(c.number)
	case decimal, share:
		styled.Value = c.number
	case moment:
		local := c.moment.In(b.zone)
		_, ahead := local.Zone()
		styled.Value = local.UTC().Add(time.Duration(ahead) * time.Second) // workbooks know no zones
	default:
		return nil
	}
	return styled
}
