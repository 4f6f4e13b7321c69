package report

// sums are what the rows of people come to, as far as they were added. A number is kept for each score, no row.
type sums struct {
	counts []States    // by assignment
	best   [][]float64 // by assignment
	shown  [][]float64 // by competency: people's means
}

func (t *table) noSums() *sums {
	s := &sums{best: make([][]float64, len(t.Assignments)), shown: make([][]float64, len(t.competencies))}
	for range t.Assignments {
		s.counts = append(s.counts, noStates())
	}
	return s
}

func (s *sums) add(row *Row) {
	for i := range row.Standings {
		of := &row.Standings[i]
		s.counts[i][of.State]++
		if of.Score != nil {
			s.best[i] = append(s.best[i], *of.Score)
		}
	}
	for i, c := range row.Competencies {
		if c.N > 0 {
			s.shown[i] = append(s.shown[i], c.Mean)
		}
	}
}

// tell sums each column up.
func (s *sums) tell(p *Progress) {
	for i := range p.Assignments {
		a := &p.Assignments[i]
		a.Counts, a.Score = s.counts[i], meanOf(s.best[i], 0, 100)
		if a.Baseline != nil {
			a.Score = a.Score.judged(*a.Baseline)
		}
		for state, n := range a.Counts {
			p.Counts[state] += n
		}
	}
	for i := range p.Competencies {
		p.Competencies[i].Mean = meanOf(s.shown[i], 0, 100)
	}
}
