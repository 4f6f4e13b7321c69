package export

import (
	"math"
	"strconv"
	"strings"
)

// mark is what a place of a grid shows: a value from 0 to 100, or a sign in its place.
type mark struct {
	value *float64
	sign  string
}

// grid is a heatmap: a row each, a column each, and a mark where they meet.
type grid struct {
	corner  string
	columns []string
	rows    []string
	marks   [][]mark
}

const (
	gridLabel = 44. // at least
	gridCell  = 6.2
	gridLine  = 3.4
	gridTitle = 42. // at most
	gridSlope = 55. // degrees, where the last title does not run off the page
	gridSteep = 76.
)

// gridPlan is how much room a grid takes.
type gridPlan struct{ label, wide, head, slope float64 }

// grid draws a heatmap. Its header is drawn again on each page; long names go on on the next line.
func (p *paper) grid(g grid) {
	if len(g.columns) == 0 || len(g.rows) == 0 {
		return
	}
	plan := p.plan(g)
	p.room(plan.head + 3*gridCell)
	p.gridHeader(g, plan)
	for i, name := range g.rows {
		p.print("", 8.2, ink)
		lines := p.SplitText(set(name), plan.label-2)
		tall := max(gridCell, gridLine*float64(len(lines))+1.6)
		page := p.PageNo()
		p.room(tall)
		if p.PageNo() != page {
			p.gridHeader(g, plan)
		}
		y := p.GetY()
		for n, line := range lines {
			p.put(margin, y+(tall-gridLine*float64(len(lines)))/2+gridLine*float64(n), plan.label-2, gridLine, "", 8.2, ink, line)
		}
		for j, m := range g.marks[i] {
			p.mark(margin+plan.label+float64(j)*plan.wide, y, plan.wide, tall, m)
		}
		p.SetXY(margin, y+tall)
	}
	p.Ln(2)
}

// plan gives names what columns leave them, and has the titles rise as steeply as the page asks.
func (p *paper) plan(g grid) gridPlan {
	columns := float64(len(g.columns))
	named, titled := 0., 0.
	p.print("", 8.2, ink)
	for _, name := range g.rows {
		named = max(named, p.GetStringWidth(set(name))+3)
	}
	p.print("", 7.6, ink)
	for _, title := range g.columns {
		titled = max(titled, p.GetStringWidth(set(title)))
	}
	titled = min(gridTitle, titled)
	out := gridPlan{slope: gridSlope}
	out.label = max(gridLabel, min(named, p.width-12*columns))
	out.wide = min(16, (p.width-out.label)/columns)
	reach := out.label + out.wide*(columns-.5)
	if reach+titled*math.Cos(gridSlope*math.Pi/180) > p.width+margin/2 {
		out.slope = gridSteep
	}
	out.head = titled*math.Sin(out.slope*math.Pi/180) + 5
	return out
}

func (p *paper) gridHeader(g grid, plan gridPlan) {
	top := p.GetY()
	p.put(margin, top+plan.head-gridCell, plan.label-2, gridCell, "B", 8.2, faint, g.corner)
	p.print("", 7.6, ink)
	for j, title := range g.columns {
		x, y := margin+plan.label+float64(j)*plan.wide+plan.wide/2, top+plan.head-1.5
		p.TransformBegin()
		p.TransformRotate(plan.slope, x, y)
		p.Text(x, y, p.fit(set(title), gridTitle))
		p.TransformEnd()
	}
	p.SetXY(margin, top+plan.head)
}

func (p *paper) mark(x, y, wide, tall float64, m mark) {
	shown, ground, on := m.sign, sunk, faint
	if m.value != nil {
		b := bins[bin(*m.value)]
		shown, ground, on = strconv.Itoa(int(*m.value+.5)), b.ground, b.ink
	}
	p.fill(ground)
	p.stroke(white)
	p.SetLineWidth(.4)
	p.Rect(x, y, wide, tall, "FD")
	p.print("", 7.6, on)
	p.SetXY(x, y)
	p.CellFormat(wide, tall, shown, "", 0, "CM", false, 0, "")
}

// gridKey says what the five shades are, and the signs.
func (p *paper) gridKey(of string, signs []string) {
	p.room(10)
	p.print("", 7.6, faint)
	y, x := p.GetY(), margin
	p.Text(x, y+3, set(of))
	x += p.GetStringWidth(set(of)) + 3
	for i := range bins {
		ends := binEnds(i)
		p.fill(bins[i].ground)
		p.Rect(x, y, 4, 4, "F")
		p.Text(x+5, y+3, ends)
		x += 5 + p.GetStringWidth(ends) + 4
	}
	p.SetXY(margin, y+5.5)
	if len(signs) > 0 {
		p.note(strings.Join(signs, "  ·  "))
	}
}
