package cohort

import (
	"regexp"
	"strings"
)

// record is a row of a CSV file.
type record struct {
	line   int // where it begins, 1 for the first
	fields []string
	open   bool // a quotation mark in it is never closed: it was read as a letter
}

const mostFields = 50

// records reads a CSV file as leniently as it can be, up to so many rows that are not blank. Lines end with LF, CRLF or
// CR. A field may be quoted; a quotation mark that is never closed costs its own line, not the rest of the file.
func records(text string, delimiter byte, most int) []record {
	var list []record
	for line := 1; text != "" && len(list) < most; {
		fields, rest, ends := split(text, delimiter, true)
		r := record{line: line, fields: fields}
		if rest == unclosed {
			r.open = true
			r.fields, rest, ends = split(text, delimiter, false)
		}
		line += ends
		text = rest
		if !blank(r.fields) {
			list = append(list, r)
		}
	}
	return list
}

// unclosed stands for what is left of a text in which a quotation mark is not closed.
const unclosed = "\x00"

// split reads one record, and tells what is left and how many lines it took.
func split(text string, delimiter byte, quotes bool) (fields []string, rest string, lines int) {
	for {
		var field string
		if start := strings.TrimLeft(text, " \t"); quotes && delimiter != '\t' && strings.HasPrefix(start, `"`) || quotes && strings.HasPrefix(text, `"`) {
			body, after, closed := quoted(start[1:])
			if !closed {
				return nil, unclosed, 0
			}
			lines += breaks(body)
			end := strings.IndexAny(after, string(delimiter)+"\r\n")
			if end < 0 {
				end = len(after)
			}
			field, text = body+after[:end], after[end:]
		} else {
			end := strings.IndexAny(text, string(delimiter)+"\r\n")
			if end < 0 {
				end = len(text)
			}
			field, text = text[:end], text[end:]
		}
		if len(fields) < mostFields {
			fields = append(fields, field)
		}
		switch {
		case text == "":
			return fields, "", lines + 1
		case text[0] == delimiter:
			text = text[1:]
		case strings.HasPrefix(text, "\r\n"):
			return fields, text[2:], lines + 1
		default:
			return fields, text[1:], lines + 1
		}
	}
}

// quoted reads up to the quotation mark that closes; one that is doubled stands for itself.
func quoted(text string) (body, after string, closed bool) {
	var whole strings.Builder
	for {
		i := strings.IndexByte(text, '"')
		switch {
		case i < 0:
			return "", "", false
		case strings.HasPrefix(text[i+1:], `"`):
			whole.WriteString(text[:i+1])
			text = text[i+2:]
		default:
			whole.WriteString(text[:i])
			return whole.String(), text[i+1:], true
		}
	}
}

// breaks counts the line ends in a quoted field.
func breaks(text string) int {
	return strings.Count(text, "\n") + strings.Count(text, "\r") - strings.Count(text, "\r\n")
}

func blank(fields []string) bool {
	for _, f := range fields {
		if strings.Trim(trimmed(f), ";,") != "" {
			return false
		}
	}
	return true
}

// quotation is what stands between quotation marks on a line: a name may hold there what separates fields elsewhere.
var quotation = regexp.MustCompile(`"[^"\r\n]*"`)

// delimited finds what separates the fields of a file: what it says itself, or what most of its first lines hold outside
// quotation marks.
func delimited(text string) (delimiter byte, rest string) {
	if first, after, found := strings.Cut(text, "\n"); found && len(first) >= 5 && strings.EqualFold(first[:4], "sep=") {
		return first[4], after
	}
	const looked = 20
	head := quotation.ReplaceAllString(text[:min(len(text), 64<<10)], "")
	lines := strings.FieldsFunc(head, func(r rune) bool { return r == '\n' || r == '\r' })
	lines = lines[:min(len(lines), looked)]
	for _, d := range []byte{'\t', ';', ','} {
		with := 0
		for _, line := range lines {
			if strings.IndexByte(line, d) >= 0 {
				with++
			}
		}
		if with*2 > len(lines) {
			return d, text
		}
	}
	return ',', text
}
