package scenario

import (
	"io/fs"
)

const walksName = "walkthroughs.yaml"

// Walkthrough is an author's test of a case: moves made in order, and what must be true on the way and where they
// stop. Every name in it is one of the case's; whether a move is possible where it is made, playing will tell.
type Walkthrough struct {
	Place  // of its name
	Name   string
	Moves  []Written // choices, and looks with a question mark before them
	Chance []Written // outcomes laid down: the values of truths, then nodes drawn
	Seed   string    // draws them where Chance is empty; may be empty itself
	Expect []Expectation
	Fails  string // why this walkthrough is known to fail; empty for one that has to pass
}

// Expectation is what must be true after some of the moves of a walkthrough; the last one is where it stops.
type Expectation struct {
	After   int     // moves made
	At      Written // the node where the walkthrough stands; Text is empty where that is not asked
	Ending  Written // likewise, for the last
	Holds   []Claim
	Sees    []Written // exhibits that have been handed out by then
	Refuses []Written // moves that are not on offer there
}

// Written is a word of a file, and where it stands.
type Written struct {
	Place
	Text string
}

// ParseWalkthroughs reads walkthroughs.yaml of the folder that sc was parsed from. Without such a file there are
// neither walkthroughs nor issues; with issues, there are no walkthroughs.
func ParseWalkthroughs(folder fs.FS, sc *Scenario) ([]Walkthrough, Issues) {
	if absent(folder, walksName) {
		return nil, nil
	}
	r := &walkReader{yamlFile: yamlFile{report: &report{}, name: walksName}, sc: sc}
	r.learn()
	if root := r.load(folder); root != nil {
		top := r.object(root, "walkthroughs")
		r.require(top, "walkthroughs")
		for _, n := range r.bounded(top.get("walkthroughs"), ofWalks) {
			r.walk(n)
		}
	}
	if len(r.issues) > 0 {
		return nil, r.sorted()
	}
	return r.walks, nil
}
