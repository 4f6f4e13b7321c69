package attempt

// PointStory is a teaching point with where it comes from.
type PointStory struct {
	ID, Source, Author, Title, Point, Quote string
}

// SourceStory is an article that teaching points come from.
type SourceStory struct {
	ID, Author, Title, Lesson string
}

// points lists the teaching points that the moves cite, each once, in order.
func (t *told) points(moves []MoveStory) []PointStory {
	list := []PointStory{}
	seen := map[string]bool{}
	for _, m := range moves {
		for _, id := range m.Points {
			p, ok := t.regs.Point(id)
			if !ok || seen[id] {
				continue
			}
			seen[id] = true
			src, _ := t.regs.Source(p.Source)
			list = append(list, PointStory{
				id, p.Source, src.Author, src.Title.In(t.t.Lang), p.Text.In(t.t.Lang), p.Quote.In(t.t.Lang),
			})
		}
	}
	return list
}

// sources lists where points come from, each once, in order.
func (t *told) sources(points []PointStory) []SourceStory {
	list := []SourceStory{}
	seen := map[string]bool{}
	for _, p := range points {
		if !seen[p.Source] {
			seen[p.Source] = true
			src, _ := t.regs.Source(p.Source)
			list = append(list, SourceStory{p.Source, p.Author, p.Title, src.Lesson.In(t.t.Lang)})
		}
	}
	return list
}
