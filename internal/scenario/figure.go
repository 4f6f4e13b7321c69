package scenario

import (
	"regexp"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
)

// figure reads the bars of the first table, which has two columns: what, and how much. The rest is prose around it.
func (t *textReader) figure(r run) ([]Bar, string) {
	doc, source := t.parse(r)
	table, ok := descendant(doc, extast.KindTable).(*extast.Table)
	if !ok || len(table.Alignments) != 2 {
		t.add(t.at(r.line), ruleFigureTable)
		return nil, ""
	}
	var bars []Bar
	for row := table.FirstChild(); row != nil; row = row.NextSibling() {
		if row.Kind() != extast.KindTableRow {
			continue
		}
		bars = append(bars, t.bar(row, source, r.line))
	}
	if len(bars) == 0 {
		t.add(t.at(r.line), ruleFigureTable)
	}
	doc.RemoveChild(doc, table)
	return bars, t.html(r, doc, source)
}

func (t *textReader) bar(row ast.Node, source []byte, firstLine int) Bar {
	var cells []string
	for c := row.FirstChild(); c != nil; c = c.NextSibling() {
		cells = append(cells, strings.TrimSpace(plainText(c, source)))
	}
	for len(cells) < 2 {
		cells = append(cells, "")
	}
	value, ok := number(cells[1], t.lang)
	if !ok {
		t.add(t.positionOf(row, source, firstLine), ruleFigureNumber, clip(cells[1]))
	}
	return Bar{Label: cells[0], Value: value, Text: cells[1]}
}

var (
	numberPattern = regexp.MustCompile(`([-−+]?)[ \x{a0}\x{202f}]?[€$£]?[ \x{a0}\x{202f}]?(\d[\d \x{a0}\x{202f}.,'’]*)`)
	groupSpaces   = strings.NewReplacer(" ", "", "\u00a0", "", "\u202f", "", "'", "", "’", "")
)

// number reads the first number of a text, as it is written in French (1 234,5) or English (1,234.5).
func number(s, lang string) (float64, bool) {
	m := numberPattern.FindStringSubmatch(s)
	if m == nil {
		return 0, false
	}
	digits := strings.TrimRight(groupSpaces.Replace(m[2]), ".,")
	decimal, group := ".", ","
	if lang == "fr" && !englishGroups.MatchString(digits) || frenchGroups.MatchString(digits) {
		decimal, group = ",", "."
	}
	if !strings.Contains(digits, decimal) && strings.Count(digits, group) == 1 && !grouped(digits, group) {
		decimal, group = group, decimal // "12.5" in French, "12,5" in English
	}
	digits = strings.Replace(strings.ReplaceAll(digits, group, ""), decimal, ".", 1)
	if m[1] == "-" || m[1] == "−" {
		digits = "-" + digits
	}
	value, err := strconv.ParseFloat(digits, 64)
	return value, err == nil
}

var (
	englishGroups = regexp.MustCompile(`^\d{1,3}(,\d{3})+\.\d+$`)
	frenchGroups  = regexp.MustCompile(`^\d{1,3}(\.\d{3})+,\d+$`)
)

// grouped tells 1,234 from 12,5.
func grouped(digits, mark string) bool {
	before, after, _ := strings.Cut(digits, mark)
	return len(after) == 3 && len(before) <= 3 && before != "0"
}
