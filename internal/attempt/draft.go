package attempt

import (
	"time"

	"casebook/internal/fault"
)

var draftConflict = fault.Text{
	FR: "Un autre onglet a enregistré un texte plus récent. Les deux sont gardés : choisissez.",
	EN: "Another tab has saved a newer text. Both are kept: choose one.",
}

func (a *Attempt) saveDraft(d Draft, now time.Time) error {
	if err := a.open(d.Step); err != nil {
		return err
	}
	if d.Revision != a.Draft.Revision && !a.Draft.same(d) {
		return fault.New(fault.Conflict, "draft_conflict", draftConflict).With("step", a.Step()).With("draft", a.Draft)
	}
	d.Revision, d.SavedAt = a.Draft.Revision+1, now
	a.Draft = d
	return nil
}

// same reports whether d says what the kept draft says, or the kept one says nothing of this step.
func (d Draft) same(o Draft) bool {
	return d.Step != o.Step || d.Rationale == o.Rationale && d.Choice == o.Choice && d.Confidence == o.Confidence
}
