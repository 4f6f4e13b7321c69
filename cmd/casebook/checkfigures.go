package main

import (
	"fmt"
	"strings"

	"casebook/internal/check"
	"casebook/internal/fault"
	"casebook/internal/solve"
)

// printFigures says what exploring every state has shown.
func (w *world) printFigures(p printed, r *check.Report) {
	sol := r.Solution
	w.say(w.stdout, fault.Text{
		FR: "  %[1]s états, dont %[2]s décisions ; %[3]s chemins jusqu’à une fin",
		EN: "  %[1]s states, %[2]s of them at decision points; %[3]s ways to an ending",
	}, w.count(uint64(sol.States)), w.count(uint64(sol.DecisionStates)), w.count(sol.Paths))
	w.say(w.stdout, fault.Text{
		FR: "  valeur : de %[1]s à %[2]s ; regret le plus grand : %[3]s",
		EN: "  value: from %[1]s to %[2]s; largest regret: %[3]s",
	}, w.number(sol.Worst), w.number(sol.Best), w.number(sol.MaxRegret))
	if p.proofs {
		w.printPlay(p.dir, sol.BestPlay())
		w.printPlay(p.dir, sol.WorstPlay())
		w.printPlay(p.dir, sol.Costliest())
	}
	w.printEndings(p, r)
	if p.proofs {
		w.printCompetencies(p, r)
	}
	w.printBots(r.Bots)
	w.printShifts(sol)
	w.printWalks(r.Walks)
}

func (w *world) printWalks(walks []check.WalkResult) {
	passed := 0
	for _, walk := range walks {
		if walk.Passed {
			passed++
		}
	}
	if len(walks) > 0 {
		w.say(w.stdout, fault.Text{
			FR: "  parcours témoins : %[1]d sur %[2]d tiennent", EN: "  walkthroughs: %[1]d of %[2]d hold",
		}, passed, len(walks))
	}
}

// printPlay prints a way as the command that plays it.
func (w *world) printPlay(dir string, way solve.Witness) {
	said := "casebook play " + fault.Argument(dir) + " --moves " + fault.Argument(strings.Join(way.Moves, ","))
	if len(way.Chance) > 0 {
		said += " --chance " + fault.Argument(strings.Join(way.Chance, ","))
	}
	fmt.Fprintln(w.stdout, "      "+said)
}

func (w *world) printEndings(p printed, r *check.Report) {
	w.say(w.stdout, fault.Text{FR: "  scores possibles, par fin :", EN: "  possible scores, by ending:"})
	for _, e := range r.Solution.Endings() {
		id := r.Scenario.Nodes[e.Node].ID
		if !e.Reached {
			w.say(w.stdout, fault.Text{FR: "    %s : jamais atteinte", EN: "    %s: never reached"}, id)
			continue
		}
		w.say(w.stdout, fault.Text{FR: "    %[1]s : de %[2]s à %[3]s", EN: "    %[1]s: %[2]s to %[3]s"}, id, w.score(e.MinScore), w.score(e.MaxScore))
		if p.proofs {
			w.printPlay(p.dir, e.Lowest)
			w.printPlay(p.dir, e.Highest)
		}
	}
}

func (w *world) printCompetencies(p printed, r *check.Report) {
	w.say(w.stdout, fault.Text{FR: "  preuves possibles, par compétence :", EN: "  possible evidence, by competency:"})
	for _, s := range r.Solution.Competencies() {
		id := r.Scenario.Competencies[s.Competency]
		w.say(w.stdout, fault.Text{FR: "    %[1]s : de %[2]s à %[3]s", EN: "    %[1]s: %[2]s to %[3]s"}, id, w.number(float64(s.Least)), w.number(float64(s.Most)))
		w.printPlay(p.dir, s.Lowest)
		w.printPlay(p.dir, s.Highest)
	}
}

// printBots says what those score who play by a rule of thumb. A bot that goes by the wording has a score for each
// language.
func (w *world) printBots(bots []check.Bot) {
	var said []string
	for i, b := range bots {
		score := w.score(b.Score)
		if b.Lang != "" {
			score += " (" + b.Lang + ")"
		}
		if i > 0 && bots[i-1].Name == b.Name {
			said[len(said)-1] += ", " + score
			continue
		}
		said = append(said, b.Says().In(w.lang)+" "+score)
	}
	w.say(w.stdout, fault.Text{FR: "  scores sans comprendre : %s", EN: "  scores without understanding: %s"}, strings.Join(said, " · "))
}

// printShifts says which weights matter to what is best.
func (w *world) printShifts(sol *solve.Solution) {
	shifts, tried := check.Sensitivity(sol)
	if !tried {
		w.say(w.stdout, fault.Text{
			FR: "  poids : trop d’états pour les essayer un par un",
			EN: "  weights: too many states to try them one by one",
		})
		return
	}
	if len(shifts) == 0 {
		w.say(w.stdout, fault.Text{
			FR: "  poids : aucun, changé de 1, ne change la meilleure partie",
			EN: "  weights: none of them, moved by 1, changes the best play",
		})
		return
	}
	w.say(w.stdout, fault.Text{FR: "  poids qui, changés de 1, changent la meilleure partie :", EN: "  weights that, moved by 1, change the best play:"})
	for _, s := range shifts {
		said := fault.Text{FR: "    value.%[1]s %[2]s : %[3]s", EN: "    value.%[1]s %[2]s: %[3]s"}
		if s.First {
			said = fault.Text{FR: "    value.%[1]s %[2]s, dès le premier coup : %[3]s", EN: "    value.%[1]s %[2]s, from the first move: %[3]s"}
		}
		w.say(w.stdout, said, s.Weight, map[int]string{1: "+1", -1: "−1"}[s.By], strings.Join(s.Best, ","))
	}
}
