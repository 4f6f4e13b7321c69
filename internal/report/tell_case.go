package report

import (
	"casebook/internal/fault"
	"casebook/internal/scenario"
	"casebook/internal/stats"
)

// tell says what was counted, in the terms of a view.
func (a *analysis) tell(c *Case, regs *scenario.Registers) {
	c.People, c.Completed = a.people, a.completed
	c.Rules = rules(a.codes()...)
	if a.view == Figures && a.completed == 0 {
		c.Why = NoGroup
		c.Score.Mean, c.Coverage.Why, c.Reliability.Why = missing(NoGroup), NoGroup, NoGroup
		return
	}
	c.Score, c.Endings, c.Map = a.score(), a.ended(), a.pathMap()
	c.Coverage, c.Reliability = a.coverage(), a.reliability()
	c.Incidents, c.Competencies = a.incidentsTold(), a.competencies(regs)
	discrimination := stats.ItemRest(a.visits, len(a.points))
	var spreads []stats.Spread
	for node := range a.points {
		if a.points[node].met > 0 {
			d := a.decision(node, &discrimination[node])
			c.Decisions = append(c.Decisions, d)
			spreads = append(spreads, spreadOr(d.Spread))
		}
	}
	if i, ok := stats.SplitsTheRoom(spreads); ok {
		c.Splits = splitOf(&c.Decisions[i])
	}
	if a.view == People {
		c.Abandoned, c.Unreadable, c.Left = a.abandoned, a.unreadable, a.leavings()
	}
}

func (a *analysis) codes() []Code {
	list := []Code{Offered, Intervals, TooFew, NoVariation, NoStake, NotScored, NotValued, ShortSpine, FewOnSpine, NotSaid}
	if a.view == Figures {
		list = append([]Code{InFives, Rounded, NoGroup, NotEverybody, Hidden}, list...)
	}
	return list
}

func spreadOr(s *stats.Spread) stats.Spread {
	if s == nil {
		return stats.Spread{}
	}
	return *s
}

var splitText = fault.Text{
	FR: "C’est ici que la promotion se partage le plus : %[2]s C’est autant que %[1]s choix pris à égalité.",
	EN: "This is where the cohort parts most: %[2]s That is as much as %[1]s choices made equally often.",
}

func (a *analysis) score() (s Scores) {
	switch {
	case a.completed > 0 && len(a.scores) == 0, a.view == Figures && len(a.scores) < a.completed:
		s.Mean = missing(NoStake)
		return s
	case a.view == Figures:
		s.Mean = meanOf(a.scores, 0, 100).coarse(1)
		return s
	}
	s.Mean, s.Capped = meanOf(a.scores, 0, 100), a.capped
	if a.baseline != nil {
		s.Mean = s.Mean.judged(*a.baseline)
	}
	if s.Mean.Shown() {
		of := func(share float64) *float64 { q, _ := stats.Quantile(a.scores, share); return &q }
		s.Q1, s.Median, s.Q3 = of(.25), of(.5), of(.75)
	}
	return s
}

// ended are the endings that were reached, in the order of the case.
func (a *analysis) ended() (list []Ending) {
	s := a.version.Scenario
	var nodes, counts []int
	for node, n := range a.endings {
		if n > 0 {
			nodes, counts = append(nodes, node), append(counts, n)
		}
	}
	told := a.counts(counts)
	for i, node := range nodes {
		list = append(list, Ending{
			Named: namedNode(s, node), Tone: s.Nodes[node].Tone, Count: told[i], Share: a.share(told[i], Count{N: a.completed}),
		})
	}
	return list
}

func (a *analysis) leavings() (list []Leaving) {
	for node, n := range a.left {
		if n > 0 {
			list = append(list, Leaving{namedNode(a.version.Scenario, node), n})
		}
	}
	return list
}

// counts are exclusive counts, whose sum is known, in the terms of the view.
func (a *analysis) counts(exact []int) []Count {
	if a.view == Figures {
		return discreet(exact)
	}
	list := make([]Count, len(exact))
	for i, n := range exact {
		list[i].N = n
	}
	return list
}

// among is a count of those who are counted in all, in the terms of the view.
func (a *analysis) among(k, n int) Count { return a.counts([]int{k, n - k})[0] }

// share is a count over another.
func (a *analysis) share(k, n Count) Figure {
	if k.Hidden || n.Hidden {
		return missing(Hidden)
	}
	return shareOf(min(k.N, n.N), n.N)
}

func (a *analysis) competencies(regs *scenario.Registers) (list []Competence) {
	for i, id := range a.version.Scenario.Competencies {
		mean := meanOf(a.shown[i], 0, 100)
		if a.view == Figures {
			if mean = mean.coarse(1); len(a.shown[i]) < a.completed {
				mean = missing(NotEverybody)
			}
		}
		if len(a.shown[i]) > 0 {
			list = append(list, Competence{named(regs, id), mean})
		}
	}
	return list
}

func (a *analysis) incidentsTold() (list []Incident) {
	s := a.version.Scenario
	for _, id := range a.incidentIDs() {
		kind := Noted
		for _, not := range s.MustNot {
			if not == id {
				kind = MustNot
			}
		}
		i := a.incident(id, kind, a.incidents[id])
		i.Choices = a.causes(id)
		i.Label = i.Choices[0].Choice.Label
		list = append(list, i)
	}
	for m, n := range a.musts {
		i := a.incident(s.Must[m].ID, Must, n)
		i.Label = words(s, func(t *scenario.Text) string { return t.Vars[s.Must[m].Flag] })
		list = append(list, i)
	}
	return list
}

func (a *analysis) incident(id string, kind IncidentKind, n int) Incident {
	count := a.among(n, a.completed)
	return Incident{Named: Named{ID: id}, Kind: kind, Count: count, Share: a.share(count, Count{N: a.completed})}
}

// incidentIDs are those of all incidents that the case has, in its order.
func (a *analysis) incidentIDs() (ids []string) {
	met := map[string]bool{}
	for i := range a.version.Scenario.Nodes {
		for _, c := range a.version.Scenario.Nodes[i].Choices {
			if c.Incident != "" && !met[c.Incident] {
				met[c.Incident] = true
				ids = append(ids, c.Incident)
			}
		}
	}
	return ids
}

// causes are the choices that cause an incident.
func (a *analysis) causes(id string) (list []IncidentChoice) {
	s := a.version.Scenario
	for node := range s.Nodes {
		for m := range s.Nodes[node].Choices {
			if s.Nodes[node].Choices[m].Incident != id {
				continue
			}
			p := &a.points[node]
			count := a.among(p.choices[m].chosen, max(p.met, a.completed))
			if a.view == Figures && p.met > p.attempts {
				count = Count{Hidden: true}
			}
			list = append(list, IncidentChoice{namedNode(s, node), choiceNamed(s, node, m), count})
		}
	}
	return list
}
