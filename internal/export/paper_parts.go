package export

import (
	"fmt"
	"math"
)

// tile is a key figure: the figure, what it is of, and what has to be said beside it.
type tile struct{ figure, label, note string }

// tiles are key figures, side by side, up to four in a row.
func (p *paper) tiles(list []tile) {
	const tall, between = 24., 3.
	perRow := min(4, max(3, len(list)))
	for i := 0; i < len(list); i += perRow {
		p.room(tall + between)
		row := list[i:min(i+perRow, len(list))]
		wide := (p.width - between*float64(perRow-1)) / float64(perRow)
		top := p.GetY()
		for j, t := range row {
			left := margin + float64(j)*(wide+between)
			p.fill(sunk)
			p.Rect(left, top, wide, tall, "F")
			p.put(left+3, top+2.6, wide-6, 7, "B", 16, accent, t.figure)
			p.put(left+3, top+10.2, wide-6, 3.8, "B", 8.2, ink, t.label)
			p.SetXY(left+3, top+14.6)
			p.print("", 7.4, faint)
			p.MultiCell(wide-6, 3.3, set(t.note), "", "L", false)
		}
		p.SetXY(margin, top+tall+between)
	}
}

// put sets one line at a place, as much of it as there is room for.
func (p *paper) put(x, y, wide, tall float64, style string, size float64, c colour, text string) {
	p.print(style, size, c)
	p.SetXY(x, y)
	p.CellFormat(wide, tall, p.fit(set(text), wide), "", 0, "L", false, 0, "")
}

// fit cuts a text to a width, with an ellipsis.
func (p *paper) fit(text string, wide float64) string {
	if p.GetStringWidth(text) <= wide {
		return text
	}
	runes := []rune(text)
	for len(runes) > 0 && p.GetStringWidth(string(runes)+"…") > wide {
		runes = runes[:len(runes)-1]
	}
	return string(runes) + "…"
}

// field is a column of a table: how much of the width it takes, and whether figures are in it.
type field struct {
	title  string
	part   float64
	figure bool
}

// headed is a table under its heading, which does not part from it.
func (p *paper) headed(heading string, fields []field, rows [][]string) {
	p.room(16 + min(p.tableTall(fields, rows), together))
	p.heading(heading)
	p.table(fields, rows)
}

// table is rows under a header that is said again on each page. What does not fit on a line goes on on the next.
func (p *paper) table(fields []field, rows [][]string) { p.barred(fields, rows, nil) }

// barred is a table with a bar behind its last column but one: a share from 0 to 1 for each row that has one.
func (p *paper) barred(fields []field, rows [][]string, shares []*float64) {
	widths := p.widths(fields)
	p.room(min(p.tableTall(fields, rows), together))
	p.header(fields, widths)
	for i, row := range rows {
		p.print("", tablePt, ink)
		tall := p.tallest(widths, row)
		page := p.PageNo()
		p.room(tall)
		if p.PageNo() != page {
			p.header(fields, widths)
		}
		if i%2 == 1 {
			p.fill(sunk)
			p.Rect(margin, p.GetY(), p.width, tall, "F")
		}
		if i < len(shares) && shares[i] != nil {
			p.bar(widths, *shares[i], tall)
		}
		p.row(fields, widths, row, tall)
	}
	p.Ln(2)
}

// together is how tall a table may be and still be kept on one page.
const together = 130.

// tableTall is how tall a table is on a page of its own.
func (p *paper) tableTall(fields []field, rows [][]string) float64 {
	widths := p.widths(fields)
	tall := tableLine + 2*padding
	p.print("", tablePt, ink)
	for _, row := range rows {
		tall += p.tallest(widths, row)
	}
	return tall
}

// bar is a share of the last column but one.
func (p *paper) bar(widths []float64, share, tall float64) {
	at := len(widths) - 2
	left := margin
	for _, w := range widths[:at] {
		left += w
	}
	p.fill(pale)
	p.Rect(left+padding, p.GetY()+.8, share*(widths[at]-2*padding), tall-1.6, "F")
}

const (
	tablePt   = 8.4
	tableLine = 4.
	padding   = 1.4
)

func (p *paper) widths(fields []field) []float64 {
	total := 0.
	for _, f := range fields {
		total += f.part
	}
	widths := make([]float64, len(fields))
	for i, f := range fields {
		widths[i] = p.width * f.part / total
	}
	return widths
}

func (p *paper) header(fields []field, widths []float64) {
	titles := make([]string, len(fields))
	for i, f := range fields {
		titles[i] = f.title
	}
	p.print("B", tablePt, white)
	tall := p.tallest(widths, titles)
	p.fill(accent)
	p.Rect(margin, p.GetY(), p.width, tall, "F")
	p.cells(fields, widths, titles, tall)
}

func (p *paper) row(fields []field, widths []float64, row []string, tall float64) {
	p.print("", tablePt, ink)
	p.cells(fields, widths, row, tall)
}

func (p *paper) cells(fields []field, widths []float64, row []string, tall float64) {
	x, y := margin, p.GetY()
	for i, text := range row {
		align := "L"
		if fields[i].figure {
			align = "R"
		}
		p.SetXY(x+padding, y+padding)
		p.MultiCell(widths[i]-2*padding, tableLine, set(text), "", align, false)
		x += widths[i]
	}
	p.SetXY(margin, y+tall)
}

// tallest is how tall a row has to be, in the type that is chosen.
func (p *paper) tallest(widths []float64, row []string) float64 {
	lines := 1
	for i, text := range row {
		lines = max(lines, len(p.SplitText(set(text), widths[i]-2*padding)))
	}
	return float64(lines)*tableLine + 2*padding
}

// bins are the five steps of a heatmap, with ink that can be read on each.
var bins = [5]struct{ ground, ink colour }{
	{colour{247, 226, 216}, ink},
	{colour{240, 236, 214}, ink},
	{colour{206, 228, 222}, ink},
	{colour{120, 184, 178}, ink},
	{colour{0, 92, 99}, white},
}

// bin is the step of a value from 0 to 100.
func bin(value float64) int { return min(4, max(0, int(math.Floor(value/20)))) }

// binEnds are the whole points of a step, from the first to the last: the last step holds 100 too.
func binEnds(step int) string {
	last := 20*step + 19
	if step == len(bins)-1 {
		last = 100
	}
	return fmt.Sprintf("%d–%d", 20*step, last)
}
