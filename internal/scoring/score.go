package scoring

import (
	"slices"

	"casebook/internal/engine"
	"casebook/internal/scenario"
	"casebook/internal/solve"
)

// Score judges a history of the scenario that sol solves: ended, or as far as it has come.
func Score(sol *solve.Solution, h engine.History) (Result, error) {
	j := judge{sol: sol, s: sol.Scenario(), profile: newProfile(sol)}
	at, turns, err := sol.Open(h.Start.World, h.Opening)
	if err != nil {
		return Result{}, err
	}
	j.turns(-1, turns)
	for i := range h.Moments {
		m := &h.Moments[i]
		j.move(i, at, m)
		if at, turns, err = sol.Follow(at, m.Move, m.Before.World, m.Events); err != nil {
			return Result{}, err
		}
		j.turns(i, turns)
	}
	j.stop(at, &h.End.State)
	return j.result, nil
}

// judge goes through a history and keeps count. Sums stay exact until they are written down.
type judge struct {
	sol          *solve.Solution
	s            *scenario.Scenario
	profile      *profile
	result       Result
	regret, luck float64
}

func (j *judge) turns(step int, turns []solve.Turn) {
	for _, t := range turns {
		j.luck += t.Luck
		d := Draw{
			Step: step, Node: j.s.Nodes[j.sol.Node(t.At)].ID, Outcome: j.s.Nodes[j.sol.Node(t.To)].ID,
			Shown: !t.Drawn, Probability: solve.Round(t.Probability), Luck: solve.Round(t.Luck),
		}
		if !d.Shown || d.Luck != 0 {
			j.result.Draws = append(j.result.Draws, d)
		}
	}
}

func (j *judge) move(step int, at solve.ID, m *engine.Moment) {
	n := &j.s.Nodes[m.Node()]
	best := j.sol.Value(at)
	judged := Move{
		Step: step, Node: n.ID, Move: m.Move, Best: solve.Round(best), BestMove: j.sol.BestMove(at), Scored: n.Scored,
	}
	lowest, regret := best, 0.0
	for _, o := range j.sol.Options(at) {
		judged.Offered = append(judged.Offered, Option{o.Move, solve.Round(o.Q), solve.Round(o.Regret)})
		lowest = min(lowest, o.Q)
		if o.Move == m.Move {
			judged.Value, judged.Regret, regret = solve.Round(o.Q), solve.Round(o.Regret), o.Regret
			j.result.Parts.Evidence += o.Points
		}
	}
	judged.Stake = solve.Round(best - lowest)
	if judged.Stake > 0 {
		credit := solve.Round(1 - regret/(best-lowest))
		judged.Credit = &credit
	}
	j.regret += regret
	j.result.Moves = append(j.result.Moves, judged)
	j.profile.move(at, n, m.Move)
	if _, look := m.Move.IsLook(); !look && n.Choices[m.Move].Incident != "" {
		j.result.Incidents = append(j.result.Incidents, Incident{n.Choices[m.Move].Incident, step})
	}
}

// stop sums up, at an ending or wherever the play stands.
func (j *judge) stop(at solve.ID, st *engine.State) {
	r := &j.result
	r.Best, r.MaxRegret = solve.Round(j.sol.Best), solve.Round(j.sol.MaxRegret)
	r.Regret, r.Luck = solve.Round(j.regret), solve.Round(j.luck)
	r.Total = solve.Round(r.Parts.Evidence + j.sol.Value(at))
	r.Score = j.sol.Score(j.regret)
	r.Capped = r.Score
	if r.Score != nil && slices.ContainsFunc(r.Incidents, j.critical) {
		capped := min(*r.Score, float64(j.s.Cap))
		r.Capped = &capped
	}
	r.Profile = j.profile.scores()
	if st.Ended(j.s) {
		j.end(st)
	}
}

func (j *judge) end(st *engine.State) {
	r := &j.result
	r.Ending = j.s.Nodes[st.Node].ID
	r.Parts.Ending = float64(j.s.Value.Endings[st.Node])
	for i, weight := range j.s.Value.State {
		r.Parts.State += float64(weight * int(st.Vars[i]))
	}
	for _, must := range j.s.Must {
		if st.Vars[must.Flag] == 0 {
			r.MustMissing = append(r.MustMissing, must.ID)
		}
	}
}

func (j *judge) critical(i Incident) bool { return slices.Contains(j.s.MustNot, i.ID) }
