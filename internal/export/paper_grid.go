package export

import (
	"math"
	"strconv"
)

// mark is what a place of a grid shows: a value from 0 to 100, or why there is none.
type mark struct {
	value float64
	state state
}

type state uint8

const (
	notBegun state = iota
	underWay
	valued
	hidden // of too few people
)

// grid is a heatmap: a row each, a column each, and a mark where they meet.
type grid struct {
	corner  string
	columns []string
	rows    []string
	marks   [][]mark
}

const (
	gridLabel = 44.
	gridCell  = 6.2
	gridSlope = 55. // degrees
)

// grid draws a heatmap. Its header is drawn again on each page.
func (p *paper) grid(g grid) {
	if len(g.columns) == 0 || len(g.rows) == 0 {
		return
	}
	wide := min(16, (p.width-gridLabel)/float64(len(g.columns)))
	p.room(p.gridHead(g) + 3*gridCell)
	p.gridHeader(g, wide)
	for i, name := range g.rows {
		page := p.PageNo()
		p.room(gridCell + 2)
		if p.PageNo() != page {
			p.gridHeader(g, wide)
		}
		y := p.GetY()
		p.put(margin, y, gridLabel-2, gridCell, "", 8.2, ink, name)
		for j, m := range g.marks[i] {
			p.mark(margin+gridLabel+float64(j)*wide, y, wide, m)
		}
		p.SetXY(margin, y+gridCell)
	}
	p.Ln(2)
}

// gridHead is how tall the header has to be: its titles rise at a slope.
func (p *paper) gridHead(g grid) float64 {
	p.print("", 7.6, ink)
	longest := 0.
	for _, title := range g.columns {
		longest = max(longest, p.GetStringWidth(set(title)))
	}
	return min(32, longest)*math.Sin(gridSlope*math.Pi/180) + 5
}

func (p *paper) gridHeader(g grid, wide float64) {
	top, tall := p.GetY(), p.gridHead(g)
	p.put(margin, top+tall-gridCell, gridLabel-2, gridCell, "B", 8.2, faint, g.corner)
	p.print("", 7.6, ink)
	for j, title := range g.columns {
		x, y := margin+gridLabel+float64(j)*wide+wide/2, top+tall-1.5
		p.TransformBegin()
		p.TransformRotate(gridSlope, x, y)
		p.Text(x, y, p.fit(set(title), 32))
		p.TransformEnd()
	}
	p.SetXY(margin, top+tall)
}

func (p *paper) mark(x, y, wide float64, m mark) {
	shown, ground, on := "", sunk, faint
	switch m.state {
	case valued:
		b := bins[bin(m.value)]
		shown, ground, on = strconv.Itoa(int(m.value+.5)), b.ground, b.ink
	case underWay:
		shown = "…"
	case notBegun:
		shown, ground = "–", white
	case hidden:
		shown, ground = "<5", white
	}
	p.fill(ground)
	p.stroke(white)
	p.SetLineWidth(.4)
	p.Rect(x, y, wide, gridCell, "FD")
	p.print("", 7.6, on)
	p.SetXY(x, y)
	p.CellFormat(wide, gridCell, shown, "", 0, "CM", false, 0, "")
}
