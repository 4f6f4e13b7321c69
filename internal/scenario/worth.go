package scenario

import "slices"

// Points is what evidence is worth.
func (v *Value) Points(shown []Evidence) int {
	steps := 0
	for _, e := range shown {
		steps += int(e.Points)
	}
	return v.Evidence * steps
}

// Reweighed is the scenario with other weights; s stays as it was.
func (s *Scenario) Reweighed(v Value) *Scenario {
	r := *s
	r.Value, r.Nodes = v, slices.Clone(s.Nodes)
	for i := range r.Nodes {
		n := &r.Nodes[i]
		n.Looks, n.Choices = slices.Clone(n.Looks), slices.Clone(n.Choices)
		for j := range n.Looks {
			n.Looks[j].Points = v.Points(n.Looks[j].Evidence)
		}
		for j := range n.Choices {
			n.Choices[j].Points = v.Points(n.Choices[j].Evidence)
		}
	}
	return &r
}
