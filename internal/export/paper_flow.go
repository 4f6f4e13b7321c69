package export

import (
	"cmp"
	"slices"
	"strconv"

	"casebook/internal/report"
)

// The drawing of a path map. Its nodes are numbered: their names stand below, where there is room for them.
const (
	flowTall  = 74.
	flowBar   = 3.2
	flowSpace = 3.4 // between two nodes of a column
	flowLabel = 4.  // above each column of nodes
)

// spot is a node on the drawing.
type spot struct {
	node         *report.MapNode
	number       int
	x, y, tall   float64
	out, in      float64 // how much of its sides is taken
	pulls, pulse float64 // where those who come in come from, and how many they are
}

// stream is how many went from a node to another, by whatever choice.
type stream struct {
	from, to *spot
	count    int
}

// flow draws a path map, but for ways that lead back, and answers its nodes by their numbers.
func (p *paper) flow(m report.Map) (numbered []*spot) {
	columns, spots := columnsOf(m)
	if len(columns) < 2 {
		return nil
	}
	streams := streamsOf(m, spots)
	p.room(flowTall + 12)
	top := p.GetY() + 2
	p.place(columns, streams, top)
	for _, column := range columns {
		for _, s := range column {
			numbered = append(numbered, s)
			s.number = len(numbered)
		}
	}
	p.SetAlpha(.3, "Normal")
	p.fill(accent)
	for _, s := range streams {
		p.ribbon(s)
	}
	p.SetAlpha(1, "Normal")
	for _, s := range numbered {
		p.fill(barOf(s.node))
		p.Rect(s.x, s.y, flowBar, s.tall, "F")
		p.print("B", 7.2, ink)
		p.SetXY(s.x-4, s.y-3.6)
		p.CellFormat(flowBar+8, 3.4, strconv.Itoa(s.number), "", 0, "C", false, 0, "")
	}
	p.SetXY(margin, top+flowTall+gap)
	return numbered
}

// barOf is the colour of a node's bar: an ending has that of its tone, which the list of names says too.
func barOf(n *report.MapNode) colour {
	switch {
	case !n.Ending:
		return ink
	case n.Tone == "good":
		return colour{22, 110, 60}
	case n.Tone == "bad":
		return colour{170, 40, 40}
	default:
		return colour{140, 84, 0}
	}
}

// columnsOf are the nodes, by how far they are from the start.
func columnsOf(m report.Map) (columns [][]*spot, byID map[string]*spot) {
	byID = map[string]*spot{}
	for i := range m.Nodes {
		n := &m.Nodes[i]
		for len(columns) <= n.Column {
			columns = append(columns, nil)
		}
		s := &spot{node: n}
		byID[n.ID] = s
		columns[n.Column] = append(columns[n.Column], s)
	}
	return slices.DeleteFunc(columns, func(c []*spot) bool { return len(c) == 0 }), byID
}

// streamsOf adds the links between two nodes up, and leaves out those that lead back.
func streamsOf(m report.Map, spots map[string]*spot) (streams []*stream) {
	at := map[[2]string]*stream{}
	for _, l := range m.Links {
		from, to := spots[l.From], spots[l.To]
		if from == nil || to == nil || from.node.Column >= to.node.Column {
			continue
		}
		pair := [2]string{l.From, l.To}
		if at[pair] == nil {
			at[pair] = &stream{from: from, to: to}
			streams = append(streams, at[pair])
		}
		at[pair].count += l.Count
	}
	return streams
}

// place gives each node its place: as tall as it was met often, and level with where its people come from.
func (p *paper) place(columns [][]*spot, streams []*stream, top float64) {
	scale := flowTall
	for _, column := range columns {
		met := 0
		for _, s := range column {
			met += max(1, s.node.Count)
		}
		scale = min(scale, (flowTall-(flowSpace+flowLabel)*float64(len(column)))/float64(met))
	}
	step := (p.width - flowBar) / float64(len(columns)-1)
	for i, column := range columns {
		for _, s := range column {
			for _, w := range streams {
				if w.to == s {
					s.pulls += (w.from.y + w.from.tall/2) * float64(w.count)
					s.pulse += float64(w.count)
				}
			}
		}
		slices.SortStableFunc(column, func(a, b *spot) int { return cmp.Compare(a.height(), b.height()) })
		free := flowTall
		for _, s := range column {
			s.tall = max(.6, scale*float64(s.node.Count))
			free -= s.tall + flowLabel
		}
		y := top + flowLabel
		between := max(0, free) / float64(len(column)+1)
		for _, s := range column {
			y += between
			s.x, s.y = margin+float64(i)*step, y
			y += s.tall + flowLabel
		}
	}
	slices.SortStableFunc(streams, func(a, b *stream) int {
		return cmp.Or(cmp.Compare(a.to.y, b.to.y), cmp.Compare(a.from.y, b.from.y))
	})
}

// height is where the people of a node come from, on average.
func (s *spot) height() float64 {
	if s.pulse == 0 {
		return 0
	}
	return s.pulls / s.pulse
}

// ribbon draws how many went from a node to another.
func (p *paper) ribbon(s *stream) {
	part := func(of *spot) float64 { return of.tall * float64(s.count) / float64(max(1, of.node.Count)) }
	leaves, comes := part(s.from), part(s.to)
	x0, y0 := s.from.x+flowBar, s.from.y+s.from.out
	x1, y1 := s.to.x, s.to.y+s.to.in
	s.from.out += leaves
	s.to.in += comes
	half := (x0 + x1) / 2
	p.MoveTo(x0, y0)
	p.CurveBezierCubicTo(half, y0, half, y1, x1, y1)
	p.LineTo(x1, y1+comes)
	p.CurveBezierCubicTo(half, y1+comes, half, y0+leaves, x0, y0+leaves)
	p.ClosePath()
	p.DrawPath("F")
}
