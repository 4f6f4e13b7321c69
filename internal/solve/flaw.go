package solve

import (
	"strings"

	"casebook/internal/engine"
	"casebook/internal/fault"
)

// Codes of what makes a scenario impossible to solve.
const (
	Unknown = "unknown" // more states than the limit
	Endless = "endless" // a way that returns to an identical state
	Stuck   = "stuck"   // a decision point without a move
	Crowded = "crowded" // too many delayed consequences pending
)

// Flaw is why a scenario could not be solved, with a shortest way that shows it.
type Flaw struct {
	Code    string
	Node    int // -1 when it is of the whole
	Witness Witness
	Text    fault.Text
}

func (f *Flaw) Error() string { return f.Text.EN }

// Witness is a way through a scenario from its start, as `casebook play` replays it.
type Witness struct {
	Moves  []string // choices, and looks with a question mark before them
	Chance []string // the hidden truths, then what chance decides, in order
}

func (w Witness) String() string {
	said := strings.Join(w.Moves, ",")
	if said == "" {
		said = "-"
	}
	if len(w.Chance) > 0 {
		said += " (" + strings.Join(w.Chance, ",") + ")"
	}
	return said
}

func newFlaw(code string, g *graph, node int, w Witness, text fault.Text) *Flaw {
	return &Flaw{code, node, w, text.Typeset().Format(g.s.Nodes[node].ID, w)}
}

func unknown(limit int) *Flaw {
	return &Flaw{Code: Unknown, Node: -1, Text: fault.Text{
		FR: "Plus de %d états : on ne sait pas tout de ce cas. Réduisez les jauges, ou relevez la limite.",
		EN: "More than %d states: not all of this case is known. Narrow the gauges, or raise the limit.",
	}.Typeset().Format(limit)}
}

func stuck(g *graph, at uint32) *Flaw {
	return newFlaw(Stuck, g, g.node(at), g.witness(g.way(at), at), fault.Text{
		FR: "`%[1]s` n’offre aucun choix après `%[2]s`. Laissez-y un choix sans condition.",
		EN: "`%[1]s` offers no choice after `%[2]s`. Leave it a choice without a condition.",
	})
}

func crowded(g *graph, at uint32, m engine.Move) *Flaw {
	w := g.witness(g.way(at), at)
	w.Moves = append(w.Moves, engine.Name(g.s, g.node(at), m))
	return newFlaw(Crowded, g, g.node(at), w, fault.Text{
		FR: "`%[1]s` met en attente trop de conséquences à la fois après `%[2]s`. Raccourcissez les délais.",
		EN: "`%[1]s` leaves too many consequences pending at once after `%[2]s`. Shorten the delays.",
	})
}

// endless finds a circle among the states that could not be put in order: each of them has another one before it.
func endless(g *graph, waiting []uint32) *Flaw {
	before := make([]uint32, g.size()) // an out that leads here from a state that waits as well
	for id := range uint32(g.size()) {
		if waiting[id] == 0 {
			continue
		}
		from := g.acts[g.first[id]].first
		for i, o := range g.leaving(id) {
			if waiting[o.to] > 0 {
				before[o.to] = from + uint32(i)
			}
		}
	}
	at := uint32(0)
	for waiting[at] == 0 {
		at++
	}
	seen := make([]bool, g.size())
	for !seen[at] {
		seen[at] = true
		at, _ = g.owner(before[at])
	}
	var circle []uint32
	for id := at; len(circle) == 0 || id != at; {
		circle = append([]uint32{before[id]}, circle...)
		id, _ = g.owner(before[id])
	}
	return newFlaw(Endless, g, g.node(at), g.witness(append(g.way(at), circle...), at), fault.Text{
		FR: "L’histoire revient sans fin à `%[1]s` dans un état identique, après `%[2]s`. Faites que la boucle dépense quelque chose.",
		EN: "The story returns without end to `%[1]s` in an identical state, after `%[2]s`. Let the loop spend something.",
	})
}
