package main

import (
	"casebook/internal/check"
	"casebook/internal/scenario"
	"casebook/internal/solve"
)

// proofs are plays that show how far the case goes, for programs.
type proofs struct {
	Best         checkedWay    `json:"best"`      // the best moves, while chance brings what is likeliest
	Worst        checkedWay    `json:"worst"`     // the worst moves, likewise
	Costliest    checkedWay    `json:"costliest"` // gathers the largest regret
	Endings      []endingProof `json:"endings"`
	Competencies []checkedSpan `json:"competencies"`
}

// checkedWay is a way through the case, as `casebook play` takes it.
type checkedWay struct {
	Moves  []string `json:"moves"`
	Chance []string `json:"chance"`
}

type endingProof struct {
	ID      string      `json:"id"`
	Lowest  *checkedWay `json:"lowest"` // null when the ending is never reached
	Highest *checkedWay `json:"highest"`
}

type checkedSpan struct {
	ID      string     `json:"id"`
	Least   int        `json:"least"`
	Most    int        `json:"most"`
	Lowest  checkedWay `json:"lowest"`
	Highest checkedWay `json:"highest"`
}

type checkedShift struct {
	Weight    string   `json:"weight"`
	By        int      `json:"by"`
	FirstMove bool     `json:"firstMove"` // another first move is best
	Best      []string `json:"best"`
}

func tellWitness(w solve.Witness) checkedWay {
	return checkedWay{append([]string{}, w.Moves...), append([]string{}, w.Chance...)}
}

func tellProofs(sc *scenario.Scenario, sol *solve.Solution, ranges []solve.Range) *proofs {
	p := &proofs{
		Best: tellWitness(sol.BestPlay()), Worst: tellWitness(sol.WorstPlay()), Costliest: tellWitness(sol.Costliest()),
		Endings: []endingProof{}, Competencies: []checkedSpan{},
	}
	for _, r := range ranges {
		e := endingProof{ID: sc.Nodes[r.Node].ID}
		if r.Reached {
			low, high := tellWitness(r.Lowest), tellWitness(r.Highest)
			e.Lowest, e.Highest = &low, &high
		}
		p.Endings = append(p.Endings, e)
	}
	for _, s := range sol.Competencies() {
		p.Competencies = append(p.Competencies, checkedSpan{
			sc.Competencies[s.Competency], s.Least, s.Most, tellWitness(s.Lowest), tellWitness(s.Highest),
		})
	}
	return p
}

func tellShifts(sol *solve.Solution) []checkedShift {
	shifts, tried := check.Sensitivity(sol)
	if !tried {
		return nil
	}
	told := []checkedShift{}
	for _, s := range shifts {
		told = append(told, checkedShift{s.Weight, s.By, s.First, s.Best})
	}
	return told
}
