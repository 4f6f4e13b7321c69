package engine

import (
	"casebook/internal/scenario"
)

// Snapshot is a play's state in the author's own words: for storage, comparison and people. Flags are 0 or 1.
type Snapshot struct {
	Node    string            `json:"node"`
	Step    int               `json:"step"`
	Vars    map[string]int16  `json:"vars"`
	Looked  []string          `json:"looked,omitempty"`
	Pending []PendingLater    `json:"pending,omitempty"`
	Truths  map[string]string `json:"truths,omitempty"`
	Visits  map[string]int    `json:"visits,omitempty"` // of nodes that can be met more than once
}

// PendingLater is a delayed consequence on its way.
type PendingLater struct {
	Node   string `json:"node"`
	Choice string `json:"choice"`
	In     int    `json:"in"` // nodes from now
}

// Snapshot writes p down. Equal plays give equal snapshots, and their JSON is the same to the last byte.
func (p *Play) Snapshot(s *scenario.Scenario) Snapshot {
	n := &s.Nodes[p.State.Node]
	snap := Snapshot{Node: n.ID, Step: p.Step, Vars: Named(s, &p.State.Vars)}
	for i := range n.Looks {
		if p.State.Looked&(1<<i) != 0 {
			snap.Looked = append(snap.Looked, n.Looks[i].ID)
		}
	}
	for _, w := range p.State.waiting[:p.State.pending] {
		l := &s.Laters[w.later]
		at := &s.Nodes[l.Node]
		snap.Pending = append(snap.Pending, PendingLater{at.ID, at.Choices[l.Choice].ID, int(w.in)})
	}
	for i := range s.Truths {
		if snap.Truths == nil {
			snap.Truths = map[string]string{}
		}
		snap.Truths[s.Truths[i].ID] = s.Truths[i].Values[p.World[i]].ID
	}
	for i := range s.Nodes {
		if slot := s.Nodes[i].LoopSlot; slot >= 0 && p.visits[slot] > 0 {
			if snap.Visits == nil {
				snap.Visits = map[string]int{}
			}
			snap.Visits[s.Nodes[i].ID] = int(p.visits[slot])
		}
	}
	return snap
}

// Named gives gauges and flags by id.
func Named(s *scenario.Scenario, v *scenario.Vars) map[string]int16 {
	m := make(map[string]int16, len(s.Vars))
	for i := range s.Vars {
		m[s.Vars[i].ID] = v[i]
	}
	return m
}
