package web

import (
	"casebook/api"
	"casebook/internal/attempt"
)

func whatIf(w attempt.WhatIf) api.TryWhatIf200JSONResponse {
	return api.TryWhatIf200JSONResponse{
		Step: w.Step, Choice: w.Move, Moves: each(w.Moves, whatIfMove), Chance: each(w.Chance, chanceDraw),
		Changed: whatIfEnd(w.Changed), Original: whatIfEnd(w.Original),
	}
}

func whatIfMove(m attempt.WhatIfMove) api.WhatIfMove {
	return api.WhatIfMove{
		Step: m.Step, Node: m.Node, Title: m.Title, Move: m.ID, Label: m.Label, ResultHTML: said(m.Result),
		Origin: api.WhatIfMoveOrigin(m.Origin),
	}
}

func whatIfEnd(e attempt.WhatIfEnd) api.WhatIfEnd {
	s := score(e.Outcome)
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
