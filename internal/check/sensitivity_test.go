package check

import (
	"slices"
	"testing"
	"testing/fstest"

	"casebook/internal/scenario"
	"casebook/internal/solve"
)

func solution(t *testing.T, folder fstest.MapFS) *solve.Solution {
	t.Helper()
	sc, issues := scenario.Parse(folder, nil)
	if sc == nil {
		t.Fatal(issues.In("en"))
	}
	sol, err := solve.Solve(sc, solve.DefaultLimit)
	if err != nil {
		t.Fatal(err)
	}
	return sol
}

func TestWeightsThatDoNotTipTheBalanceAreNotListed(t *testing.T) {
	shifts, tried := Sensitivity(solution(t, sound(t)))
	if !tried || len(shifts) != 0 {
		t.Errorf("tried: %v; %v", tried, shifts)
	}
}

// Evidence is worth 2 a step, trust 1. Ringing gains a step and three of trust, 5 in all; writing gains two steps, 4,
// which is more once trust is worth nothing.
func TestAWeightThatTipsTheBalanceIsListedWithTheNewBestPlay(t *testing.T) {
	folder := sound(t)
	spoil(t, folder, patient...)
	spoil(t, folder,
		edit{yamlFile, "evidence: {attentes: 1, canal: -1}\n        next: meeting", "evidence: {attentes: 2}\n        next: meeting"},
		edit{yamlFile, "set: {nina.trust: 1}\n        next: meeting", "set: {nina.trust: 3}\n        next: meeting"},
	)
	sol := solution(t, folder)
	if !slices.Contains(sol.BestPlay().Moves, "ring") {
		t.Fatal(sol.BestPlay())
	}
	shifts, _ := Sensitivity(sol)
	var names []string
	for _, s := range shifts {
		names = append(names, s.Weight)
		if s.First || !slices.Contains(s.Best, "write") {
			t.Errorf("%+v", s)
		}
	}
	if !slices.Equal(names, []string{"state.nina.trust"}) {
		t.Errorf("shifts %+v", shifts)
	}
	if sol.Scenario().Value.Evidence != 2 {
		t.Error("trying a weight has changed the case")
	}
}

// patient makes every play end well, and keeps trust from its bounds.
var patient = []edit{
	{yamlFile, "vars: {trust: 5}", "vars: {trust: 3}"},
	{yamlFile, "when: nina.trust >= 7", "when: nina.trust >= 0"},
	{yamlFile, "when: nina.trust >= 7", "when: nina.trust >= 0"},
}

// Asking Sam gains two steps of evidence, 4, and costs three of trust: too dear once a step is worth 1.
func TestTheFirstMoveIsToldApart(t *testing.T) {
	folder := sound(t)
	spoil(t, folder, patient...)
	spoil(t, folder,
		edit{yamlFile, "set: {cause: true}, evidence: {verite: 1}}", "set: {nina.trust: -3}, evidence: {verite: 2}}"},
		edit{yamlFile, "set: {asked: true}, evidence: {attentes: 1}}", "set: {nina.trust: -3}}"},
	)
	shifts, _ := Sensitivity(solution(t, folder))
	if !slices.ContainsFunc(shifts, func(s Shift) bool { return s.First && s.Weight == "evidence" && s.By == -1 }) {
		t.Errorf("shifts %+v", shifts)
	}
}

func TestSensitivityIsLeftOutWhereItWouldTakeTooLong(t *testing.T) {
	sol := solution(t, sound(t))
	sol.States = tooDear
	if shifts, tried := Sensitivity(sol); tried || shifts != nil {
		t.Errorf("tried: %v; %v", tried, shifts)
	}
}
