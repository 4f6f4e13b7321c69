package web

import (
	"casebook/api"
	"casebook/internal/attempt"
)

func (t telling) whatIf(w attempt.WhatIf) api.TryWhatIf200JSONResponse {
	return api.TryWhatIf200JSONResponse{
		Step: w.Step, Choice: w.Move, Moves: each(w.Moves, t.whatIfMove), Chance: each(w.Chance, t.chanceDraw),
		Changed: t.whatIfEnd(w.Changed), Original: t.whatIfEnd(w.Original),
	}
}

func (t telling) whatIfMove(m attempt.WhatIfMove) api.WhatIfMove {
	return api.WhatIfMove{
		Step: m.Step, Node: m.Node, Title: m.Title, Move: m.ID, Label: m.Label, ResultHTML: said(t.html(m.Result)),
		Origin: api.WhatIfMoveOrigin(m.Origin),
	}
}

func (t telling) whatIfEnd(e attempt.WhatIfEnd) api.WhatIfEnd {
	s := t.score(e.Outcome)
	return api.WhatIfEnd{
		Ending: s.Ending, Conclusion: s.Conclusion, Total: s.Total, Best: s.Best, Regret: s.Regret, Luck: s.Luck,
		Score: s.Score, ScoreCapped: s.ScoreCapped, MaxRegret: s.MaxRegret, Incidents: s.Incidents, MustMissing: s.MustMissing,
		Gauges: each(e.Gauges, gaugeStory),
	}
}

func reflection(r attempt.Reflection) api.Reflection {
	converted := api.Reflection{
		Reaction: said(r.Reaction), Confidence: said(r.Confidence), Principle: said(r.Principle),
	}
	if c := r.Commitment; c != nil {
		converted.Commitment = &api.Commitment{When: c.When, Then: c.Then, Date: said(c.Date), Witness: said(c.Witness)}
	}
	return converted
}

func fromReflection(r api.Reflection) attempt.Reflection {
	converted := attempt.Reflection{Reaction: or(r.Reaction), Confidence: or(r.Confidence), Principle: or(r.Principle)}
	if c := r.Commitment; c != nil {
		converted.Commitment = &attempt.Commitment{When: c.When, Then: c.Then, Date: or(c.Date), Witness: or(c.Witness)}
	}
	return converted
}
