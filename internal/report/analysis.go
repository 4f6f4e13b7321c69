package report

import (
	"encoding/binary"
	"slices"
	"time"

	"github.com/google/uuid"

	"casebook/internal/attempt"
	"casebook/internal/engine"
	"casebook/internal/stats"
)

// analysis is what is counted of the attempts at a case, a view of which is told.
type analysis struct {
	*edition
	view       View
	people     int
	completed  int
	abandoned  int
	unreadable int
	scores     []float64
	capped     int
	endings    []int // by node, as are left and points
	left       []int
	points     []point
	incidents  map[string]int // attempts
	musts      []int          // attempts that miss each
	shown      [][]float64    // by competency
	walks      map[string]*walk
	visits     [][]stats.Visit // of each attempt that came to an ending: scored decisions, by node

	key []byte // room
}

// point is what is counted at a decision point.
type point struct {
	met       int // choices made there
	attempts  int // that made one there
	latest    int // the last of them
	choices   []option
	looks     []option
	credits   []float64
	regret    float64 // sums over the decisions where something was at stake
	stake     float64
	took      []float64 // seconds, looks included
	confident [certain + 1][]float64
}

// option is a choice or a look.
type option struct {
	offered, chosen int
	credit          float64 // sum
	credited        int
	costly          bool // once, something else was better
}

// walk is a way through the case: the choices made in order, and where it ended.
type walk struct {
	nodes   []int
	choices []engine.Move
	n       int
}

func (a *analysis) add(ended []attempt.Summary) {
	s := a.version.Scenario
	a.endings, a.left, a.points = make([]int, len(s.Nodes)), make([]int, len(s.Nodes)), make([]point, len(s.Nodes))
	for i := range s.Nodes {
		a.points[i].choices, a.points[i].looks = make([]option, len(s.Nodes[i].Choices)), make([]option, len(s.Nodes[i].Looks))
	}
	a.incidents, a.musts, a.walks = map[string]int{}, make([]int, len(s.Must)), map[string]*walk{}
	a.shown = make([][]float64, len(s.Competencies))
	people := map[uuid.UUID]bool{}
	var room reading
	for i := range ended {
		if !a.read(&ended[i], &room) {
			a.unreadable++
			continue
		}
		people[ended[i].Account] = true
		a.attempt(&ended[i], &room)
	}
	a.people = len(people)
}

func (a *analysis) attempt(s *attempt.Summary, r *reading) {
	a.walked(s.Node, r.steps)
	if s.Status != attempt.Completed {
		a.abandoned++
		a.left[s.Node]++
		return
	}
	a.completed++
	a.endings[s.Node]++
	if s.Scored {
		a.scores = append(a.scores, s.Capped)
		if s.Capped < s.Score {
			a.capped++
		}
	}
	for _, must := range r.missing {
		a.musts[must]++
	}
	for i, score := range a.edition.shown(s, r) {
		if score != notInPlay {
			a.shown[i] = append(a.shown[i], score)
		}
	}
	a.decided(r.steps)
}

// walked counts the way of an attempt.
func (a *analysis) walked(end int, steps []step) {
	a.key = a.key[:0]
	for i := range steps {
		if s := &steps[i]; s.made >= 0 {
			a.key = append(binary.BigEndian.AppendUint16(a.key, uint16(s.node)), byte(s.made))
		}
	}
	a.key = binary.BigEndian.AppendUint16(a.key, uint16(end))
	known := a.walks[string(a.key)]
	if known == nil {
		known = &walk{}
		for i := range steps {
			if s := &steps[i]; s.made >= 0 {
				known.nodes, known.choices = append(known.nodes, s.node), append(known.choices, s.made)
			}
		}
		known.nodes = append(known.nodes, end)
		a.walks[string(a.key)] = known
	}
	known.n++
}

// decided counts the decisions of an attempt that came to an ending, visit by visit: the looks taken at a decision
// point, and the choice made there.
func (a *analysis) decided(steps []step) {
	s := a.version.Scenario
	var credited []stats.Visit
	var incidents []string
	this := len(a.visits) + 1
	for from := 0; from < len(steps); {
		to := from
		for to < len(steps)-1 && steps[to].made < 0 {
			to++
		}
		visit := steps[from : to+1]
		from = to + 1
		last := &visit[len(visit)-1]
		a.looked(visit)
		if last.made < 0 {
			break
		}
		p := &a.points[last.node]
		p.met++
		credit, ok := a.chose(p, visit)
		if p.latest != this { // it has not come by before
			p.latest = this
			p.attempts++
			if ok {
				credited = append(credited, stats.Visit{Decision: last.node, Credit: credit})
			}
		}
		if id := s.Nodes[last.node].Choices[last.made].Incident; id != "" && !slices.Contains(incidents, id) {
			incidents = append(incidents, id)
			a.incidents[id]++
		}
	}
	a.visits = append(a.visits, credited)
}

// looked counts each look once that could be taken in a visit, and once if it was.
func (a *analysis) looked(visit []step) {
	p := &a.points[visit[0].node]
	for i := range p.looks {
		look := engine.LookMove(i)
		if slices.ContainsFunc(visit, func(s step) bool { return slices.Contains(s.moves, look) }) {
			p.looks[i].offered++
		}
		if at := slices.IndexFunc(visit, func(s step) bool { return s.made == look }); at >= 0 {
			p.looks[i].take(a.edition, &visit[at])
		}
	}
}

// chose counts the choice that ends a visit, and answers what it earned.
func (a *analysis) chose(p *point, visit []step) (float64, bool) {
	last := &visit[len(visit)-1]
	for _, m := range last.moves {
		if m >= 0 {
			p.choices[m].offered++
		}
	}
	p.choices[last.made].take(a.edition, last)
	took, open := time.Duration(0), false
	for i := range visit {
		took += visit[i].weighed.Took
		open = open || visit[i].weighed.Took >= time.Hour
	}
	if !open {
		p.took = append(p.took, took.Seconds())
	}
	credit, ok := a.credit(last)
	if !ok {
		return 0, false
	}
	p.credits = append(p.credits, credit)
	p.regret += last.weighed.Regret
	p.stake += last.weighed.Stake
	if c := last.weighed.Confidence; c > 0 {
		p.confident[c] = append(p.confident[c], credit)
	}
	return credit, true
}

func (o *option) take(e *edition, s *step) {
	o.chosen++
	if s.weighed.Regret > 0 {
		o.costly = true
	}
	if credit, ok := e.credit(s); ok {
		o.credit += credit
		o.credited++
	}
}
