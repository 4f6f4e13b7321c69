package solve

import (
	"slices"
	"sort"

	"casebook/internal/engine"
	"casebook/internal/scenario"
)

// graph is every state that can be reached, each with what can be done there and where that leads. The slices of
// acts and outs are flat: those of a state follow those of the state before it.
type graph struct {
	s       *scenario.Scenario
	pack    packer
	table   table
	beliefs *beliefs
	opening []out    // where the story may begin
	first   []uint32 // by state, its first act; one more at the end
	via     []uint32 // by state, the out that first led to it
	acts    []act    // one more at the end
	outs    []out
	odds    []odds
}

// act is one thing that can be done: a move at a decision point, or the story going on by itself.
type act struct {
	first uint32 // its first out
	move  engine.Move
	q     float64 // its points, until evaluate adds what follows
}

// out is one thing that an act may lead to. Most are certain, so that their odds are kept once.
type out struct {
	to   uint32
	odds uint32 // their number
}

// odds are how likely an out is, and the worlds in which it is what follows, if the node is the one that chance named.
type odds struct {
	p  float64
	in worlds
}

// certain is the number of the odds of what follows where nothing is hidden and nothing left to chance.
const certain = 0

const fromOpening = ^uint32(0)

// explorer builds the graph, breadth first, so that what first led to a state is a shortest way to it.
type explorer struct {
	graph
	sight  sight
	limit  int
	from   uint32          // the state being expanded
	next   engine.State    // where a step from it leads
	trace  []engine.Event  // what happened on the way there
	record *[]engine.Event // the trace; nil where nothing is hidden, since nothing is to be read from it
	parts  []worlds
	known  map[odds]uint32
}

func explore(s *scenario.Scenario, limit int) (*graph, error) {
	x := &explorer{limit: limit, known: map[odds]uint32{{1, 1}: certain}}
	x.s, x.odds = s, []odds{{1, 1}}
	x.pack = newPacker(s)
	x.table = newTable(x.pack.words)
	x.beliefs = newBeliefs(s)
	if len(s.Truths) > 0 {
		x.sight, x.record = newSight(s), &x.trace
	}
	x.open()
	var st engine.State
	var moves []engine.Move
	for ; int(x.from) < x.table.count; x.from++ {
		if x.table.count > limit {
			return nil, unknown(limit)
		}
		x.pack.unpack(x.table.key(x.from), &st)
		room(&x.first, 1)
		x.first = append(x.first, uint32(len(x.acts)))
		b := x.belief(x.from)
		switch s.Nodes[st.Node].Kind {
		case scenario.Scene:
			if err := x.pass(&st, b); err != nil {
				return nil, err
			}
		case scenario.Chance:
			x.draw(&st, b)
		case scenario.Decision:
			moves = st.Moves(s, moves[:0])
			if len(moves) == 0 {
				return nil, stuck(&x.graph, x.from)
			}
			for _, m := range moves {
				if err := x.move(&st, b, m); err != nil {
					return nil, err
				}
			}
		}
	}
	x.first = append(x.first, uint32(len(x.acts)))
	x.act(0, 0)
	return &x.graph, nil
}

func (x *explorer) act(m engine.Move, points float64) {
	room(&x.acts, 1)
	x.acts = append(x.acts, act{uint32(len(x.outs)), m, points})
}

// lead files one outcome of the latest act; odds are their number.
func (x *explorer) lead(st *engine.State, belief, odds uint32) {
	room(&x.outs, 1)
	x.outs = append(x.outs, out{x.reach(st, belief, uint32(len(x.outs))), odds})
}

// number gives odds their number.
func (x *explorer) number(p float64, in worlds) uint32 {
	how := odds{p, in}
	n, known := x.known[how]
	if !known {
		n = uint32(len(x.odds))
		x.known[how] = n
		x.odds = append(x.odds, how)
	}
	return n
}

func (x *explorer) reach(st *engine.State, belief, via uint32) uint32 {
	x.pack.pack(x.table.blank(), st, belief)
	id, known := x.table.file()
	if !known {
		room(&x.via, 1)
		x.via = append(x.via, via)
	}
	return id
}

func (x *explorer) open() {
	st := engine.Enter(x.s, x.record)
	x.parts = append(x.parts[:0], x.beliefs.support(0))
	x.tell(x.sight.opening, &st.Vars)
	x.read(&st)
	for _, in := range x.parts {
		b, p := x.beliefs.narrow(0, in)
		x.opening = append(x.opening, out{x.reach(&st, b, fromOpening), x.number(p, in)})
	}
}

// points are what a move is worth by itself.
func points(n *scenario.Node, m engine.Move) float64 {
	if i, ok := m.IsLook(); ok {
		return float64(n.Looks[i].Points)
	}
	return float64(n.Choices[m].Points)
}

// evidence is what a move shows.
func evidence(n *scenario.Node, m engine.Move) []scenario.Evidence {
	if i, ok := m.IsLook(); ok {
		return n.Looks[i].Evidence
	}
	return n.Choices[m].Evidence
}

// room doubles a slice that cannot take n more. append alone grows long slices by a quarter only, which copies them more
// often than it saves.
func room[T any](s *[]T, n int) {
	if len(*s)+n > cap(*s) {
		*s = slices.Grow(*s, max(64, len(*s), n))
	}
}

// span is the acts of a state.
func (g *graph) span(id uint32) []act { return g.acts[g.first[id]:g.first[id+1]] }

// outcomes are the outs of an act, by its place among all.
func (g *graph) outcomes(act uint32) []out { return g.outs[g.acts[act].first:g.acts[act+1].first] }

// leaving is the outs of all of a state's acts.
func (g *graph) leaving(id uint32) []out {
	return g.outs[g.acts[g.first[id]].first:g.acts[g.first[id+1]].first]
}

func (g *graph) p(o out) float64 { return g.odds[o.odds].p }

func (g *graph) in(o out) worlds { return g.odds[o.odds].in }

func (g *graph) size() int { return g.table.count }

func (g *graph) node(id uint32) int { return g.pack.node.get(g.table.key(id)) }

func (g *graph) belief(id uint32) uint32 { return uint32(g.pack.belief.get(g.table.key(id))) }

// owner finds the act that an out belongs to, and the state that the act belongs to.
func (g *graph) owner(out uint32) (state, act uint32) {
	act = uint32(sort.Search(len(g.acts), func(i int) bool { return g.acts[i].first > out }) - 1)
	state = uint32(sort.Search(len(g.first), func(i int) bool { return g.first[i] > act }) - 1)
	return state, act
}
