package main

import (
	"strings"

	"casebook/internal/engine"
	"casebook/internal/fault"
	"casebook/internal/scenario"
	"casebook/internal/scoring"
)

// played is a play and what it was worth, as `casebook play --json` prints it.
type played struct {
	ID          string           `json:"id"`
	Rev         int              `json:"rev"`
	Ended       bool             `json:"ended"`
	Ending      *string          `json:"ending"`
	Total       float64          `json:"total"`
	Best        float64          `json:"best"`
	Regret      float64          `json:"regret"`
	Luck        float64          `json:"luck"`
	MaxRegret   float64          `json:"maxRegret"`
	Score       *float64         `json:"score"`
	ScoreCapped *float64         `json:"scoreCapped"`
	Incidents   []string         `json:"incidents"`
	MustMissing []string         `json:"mustMissing"`
	Node        string           `json:"node"`
	Offered     []string         `json:"offered"` // what is possible where the play stands
	Final       map[string]int16 `json:"final"`
	Moves       []playedMove     `json:"moves"`
	Chance      []playedDraw     `json:"chance"`
}

type playedMove struct {
	Step      int      `json:"step"`
	Node      string   `json:"node"`
	Move      string   `json:"move"`
	Offered   []string `json:"offered"`
	Displayed []string `json:"displayed"`
	Value     float64  `json:"value"`
	Best      float64  `json:"best"`
	BestMove  string   `json:"bestMove"`
	Regret    float64  `json:"regret"`
	Stake     float64  `json:"stake"`
}

type playedDraw struct {
	Node        string  `json:"node"`
	Outcome     string  `json:"outcome"`
	Probability float64 `json:"probability"`
	Luck        float64 `json:"luck"`
}

func tell(sc *scenario.Scenario, h engine.History, r scoring.Result) played {
	node := int(h.End.State.Node)
	p := played{
		ID: sc.ID, Rev: sc.Rev, Ended: h.End.State.Ended(sc), Total: r.Total, Best: r.Best, Regret: r.Regret, Luck: r.Luck,
		MaxRegret: r.MaxRegret, Score: r.Score, ScoreCapped: r.Capped, Node: sc.Nodes[node].ID,
		Final: engine.Named(sc, &h.End.State.Vars), Moves: []playedMove{}, Chance: []playedDraw{},
		Incidents: []string{}, MustMissing: append([]string{}, r.MustMissing...), Offered: []string{},
	}
	if p.Ended {
		p.Ending = &r.Ending
	} else {
		p.Offered = called(sc, node, h.End.Offer(sc).Offered)
	}
	for _, i := range r.Incidents {
		p.Incidents = append(p.Incidents, i.ID)
	}
	for i := range r.Moves {
		m, was := &r.Moves[i], &h.Moments[i]
		offer := was.Before.Offer(sc)
		p.Moves = append(p.Moves, playedMove{
			Step: i, Node: m.Node, Move: engine.Name(sc, was.Node(), m.Move),
			Offered: called(sc, was.Node(), offer.Offered), Displayed: called(sc, was.Node(), offer.Displayed),
			Value: m.Value, Best: m.Best, BestMove: engine.Name(sc, was.Node(), m.BestMove), Regret: m.Regret, Stake: m.Stake,
		})
	}
	for _, d := range r.Draws {
		p.Chance = append(p.Chance, playedDraw{d.Node, d.Outcome, d.Probability, d.Luck})
	}
	return p
}

// print says it to a person.
func (p played) print(w *world) {
	for _, m := range p.Moves {
		if m.Regret == 0 {
			w.say(w.stdout, fault.Text{
				FR: "%2[1]d  %[2]s · %[3]s : rien de perdu, %[4]s en jeu",
				EN: "%2[1]d  %[2]s · %[3]s: nothing lost, %[4]s at stake",
			}, m.Step+1, m.Node, m.Move, w.number(m.Stake))
			continue
		}
		w.say(w.stdout, fault.Text{
			FR: "%2[1]d  %[2]s · %[3]s : %[5]s perdus sur %[4]s en jeu ; mieux : %[6]s",
			EN: "%2[1]d  %[2]s · %[3]s: %[5]s lost of %[4]s at stake; better: %[6]s",
		}, m.Step+1, m.Node, m.Move, w.number(m.Stake), w.number(m.Regret), m.BestMove)
	}
	for _, d := range p.Chance {
		w.say(w.stdout, fault.Text{FR: "    hasard · %[1]s, puis %[2]s : %[3]s", EN: "    chance · %[1]s, then %[2]s: %[3]s"}, d.Node, d.Outcome, w.number(d.Luck))
	}
	if !p.Ended {
		w.say(w.stdout, fault.Text{FR: "À « %[1]s ». Possible : %[2]s", EN: "At “%[1]s”. Possible: %[2]s"}, p.Node, strings.Join(p.Offered, ", "))
		return
	}
	w.say(w.stdout, fault.Text{
		FR: "Fin : %[1]s. Total %[2]s = meilleur %[3]s − regret %[4]s + chance %[5]s. Score %[6]s sur 100.",
		EN: "Ending: %[1]s. Total %[2]s = best %[3]s − regret %[4]s + luck %[5]s. Score %[6]s of 100.",
	}, *p.Ending, w.number(p.Total), w.number(p.Best), w.number(p.Regret), w.number(p.Luck), w.score(p.Score))
	if len(p.Incidents) > 0 {
		w.say(w.stdout, fault.Text{
			FR: "Incident critique : %[1]s. Score plafonné : %[2]s.",
			EN: "Critical incident: %[1]s. Capped score: %[2]s.",
		}, strings.Join(p.Incidents, ", "), w.score(p.ScoreCapped))
	}
	if len(p.MustMissing) > 0 {
		w.say(w.stdout, fault.Text{FR: "À faire, et pas fait : %s.", EN: "To be done, and not done: %s."}, strings.Join(p.MustMissing, ", "))
	}
}
