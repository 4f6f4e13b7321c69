package attempt_test

import (
	"testing"
)

func TestADecisionIsRetoldAsItWasMet(t *testing.T) {
	d := sit(t, shouted)
	v := d.begin("client-toxique")
	met := d.make(v, "?lea", "attendre")
	v = d.finish(d.make(met, met.Choices[1].ID))
	a, err := d.store.Attempt(t.Context(), d.by.ID, v.Attempt.ID)
	d.check(err)
	r, err := d.attempts.Retell(t.Context(), a, 2)
	d.check(err)
	if r.Node.HTML != met.Node.HTML || r.Node.Ask != met.Node.Ask || r.Choice != met.Choices[1].ID || r.Rationale != "because "+r.Choice || r.Expert == "" {
		t.Errorf("retold as %+v, met as %+v", r, met.Node)
	}
	if len(r.Choices) != len(met.Choices) || r.Choices[0] != met.Choices[0] {
		t.Errorf("choices %+v, shown %+v", r.Choices, met.Choices)
	}
	for _, step := range []int{-1, 0, len(a.Decisions)} { // the first move is a look
		if _, err := d.attempts.Retell(t.Context(), a, step); err == nil {
			t.Errorf("retold a decision at step %d", step)
		}
	}
}
