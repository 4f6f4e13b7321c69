package scenario

import (
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"

	"casebook/internal/fault"
)

// walkReader reads walkthroughs.yaml against the case that they are of.
type walkReader struct {
	yamlFile
	sc       *Scenario
	moves    []string // of every decision
	outcomes []string // of every truth and chance node
	exhibits []string
	nodes    []string
	names    Names
	walks    []Walkthrough
}

// learn gathers the names that the case has.
func (r *walkReader) learn() {
	for i := range r.sc.Truths {
		r.outcomes = append(r.outcomes, r.sc.Truths[i].valueIDs()...)
	}
	for i := range r.sc.Exhibits {
		r.exhibits = append(r.exhibits, r.sc.Exhibits[i].ID)
	}
	for i := range r.sc.Nodes {
		n := &r.sc.Nodes[i]
		r.nodes = append(r.nodes, n.ID)
		for c := range n.Choices {
			r.moves = append(r.moves, n.Choices[c].ID)
		}
		for l := range n.Looks {
			r.moves = append(r.moves, "?"+n.Looks[l].ID)
		}
		for _, row := range n.Rows {
			for _, t := range row.Targets {
				r.outcomes = append(r.outcomes, r.sc.Nodes[t.To].ID)
			}
		}
	}
	for _, names := range []*[]string{&r.moves, &r.outcomes} {
		slices.Sort(*names)
		*names = slices.Compact(*names)
	}
	r.names = r.sc.claimNames()
}

func (r *walkReader) walk(n *yaml.Node) {
	o := r.object(n, "name", "moves", "chance", "seed", "along", "expect", "fails")
	r.require(o, "name", "moves", "expect")
	w := Walkthrough{Place: r.at(n)}
	if name, ok := r.text(o.get("name")); ok {
		w.Name, w.Place = name, r.at(o.get("name"))
		if i := slices.IndexFunc(r.walks, func(other Walkthrough) bool { return other.Name == w.Name }); i >= 0 {
			r.add(r.at(o.get("name")), ruleWalkTwice, clip(name), r.walks[i].Line)
		}
	}
	w.Moves = r.known(o.get("moves"), ofMoves, r.moves, ruleUnknownMove)
	w.Chance = r.known(o.get("chance"), ofMoves, r.outcomes, ruleUnknownOutcome)
	if seed := o.get("seed"); seed != nil {
		w.Seed, _ = r.text(seed)
		if o.get("chance") != nil {
			r.add(r.at(seed), ruleChanceOrSeed)
		}
	}
	if fails := o.get("fails"); fails != nil {
		w.Fails, _ = r.text(fails)
	}
	for _, along := range r.bounded(o.get("along"), ofClaims) {
		w.Expect = append(w.Expect, r.along(along, w.Moves))
	}
	slices.SortStableFunc(w.Expect, func(a, b Expectation) int { return a.After - b.After })
	if last := o.get("expect"); last != nil {
		e := r.object(last, "ending", "at", "holds", "sees", "refuses")
		w.Expect = append(w.Expect, r.expect(e, len(w.Moves)))
	}
	r.walks = append(r.walks, w)
}

// along is what must be true after a move, named or counted.
func (r *walkReader) along(n *yaml.Node, moves []Written) Expectation {
	o := r.object(n, "after", "at", "holds", "sees", "refuses")
	r.require(o, "after")
	return r.expect(o, r.after(o.get("after"), moves))
}

func (r *walkReader) after(n *yaml.Node, moves []Written) int {
	move, ok := r.text(n)
	if !ok {
		return 0
	}
	var made []string // how many moves, each time that this one has been made
	var ids []string
	for i, m := range moves {
		ids = append(ids, m.Text)
		if m.Text == move {
			made = append(made, strconv.Itoa(i+1))
		}
	}
	count, err := strconv.Atoi(move)
	switch {
	case len(made) == 1:
		count, _ = strconv.Atoi(made[0])
		return count
	case len(made) > 1:
		r.add(r.at(n), ruleAfterTwice, clip(move), len(made), strings.Join(made, ", "))
	case err != nil || count < 0 || count > len(moves):
		r.add(r.at(n), ruleAfterMove, clip(move), hint{move, ids}, len(moves))
	default:
		return count
	}
	return 0
}

func (r *walkReader) expect(o object, after int) Expectation {
	e := Expectation{After: after, At: r.node(o.get("at")), Ending: r.node(o.get("ending"))}
	if i, ok := r.sc.NodeIndex(e.At.Text); ok && r.sc.Nodes[i].Kind != Decision && r.sc.Nodes[i].Kind != Ending {
		r.add(r.at(o.get("at")), ruleWalkAt, e.At.Text)
	}
	if i, ok := r.sc.NodeIndex(e.Ending.Text); ok && r.sc.Nodes[i].Kind != Ending {
		r.add(r.at(o.get("ending")), ruleWalkEnding, e.Ending.Text)
	}
	for _, n := range r.bounded(o.get("holds"), ofClaims) {
		if when := r.compile(n, r.names); when != nil {
			e.Holds = append(e.Holds, newClaim(when, r.at(n), r.names))
		}
	}
	e.Sees = r.known(o.get("sees"), ofClaims, r.exhibits, ruleUnknownExhibit)
	e.Refuses = r.known(o.get("refuses"), ofClaims, r.moves, ruleUnknownMove)
	expected := len(r.list(o.get("holds"))) + len(r.list(o.get("sees"))) + len(r.list(o.get("refuses")))
	if expected == 0 && o.get("at") == nil && o.get("ending") == nil && o.node != nil && o.node.Kind == yaml.MappingNode {
		r.add(r.at(o.node), ruleExpectsNothing)
	}
	return e
}

func (r *walkReader) node(n *yaml.Node) Written {
	id, ok := r.text(n)
	if !ok {
		return Written{}
	}
	r.check(n, id, r.nodes, ruleUnknownNode)
	return Written{r.at(n), id}
}

// known reads a list of names that the case has; one may come several times.
func (r *walkReader) known(n *yaml.Node, what fault.Text, names []string, rule *Rule) []Written {
	var found []Written
	for _, item := range r.bounded(n, what) {
		if name, ok := r.text(item); ok {
			r.check(item, name, names, rule)
			found = append(found, Written{r.at(item), name})
		}
	}
	return found
}

func (r *walkReader) check(n *yaml.Node, name string, names []string, rule *Rule) {
	if !slices.Contains(names, name) {
		r.add(r.at(n), rule, clip(name), hint{name, names})
	}
}
