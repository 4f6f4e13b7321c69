package solve

import (
	"testing"

	"casebook/internal/scenario"
	"casebook/internal/solve/sketch"
)

func BenchmarkSolveExample(b *testing.B) { benchmark(b, toxique(b)) }

func BenchmarkSolve200Nodes(b *testing.B) { benchmark(b, sketch.Long(200)) }

func benchmark(b *testing.B, s *scenario.Scenario) {
	b.ReportAllocs()
	states := 0
	for b.Loop() {
		sol, err := Solve(s, 10*DefaultLimit)
		if err != nil {
			b.Fatal(err)
		}
		states += sol.States
	}
	b.ReportMetric(float64(states)/b.Elapsed().Seconds(), "states/s")
	b.ReportMetric(float64(states)/float64(b.N), "states")
}

func BenchmarkProofsOfTheExample(b *testing.B) { prove(b, toxique(b)) }

func BenchmarkProofsOf200Nodes(b *testing.B) { prove(b, sketch.Long(200)) }

// prove asks for all that a check asks for.
func prove(b *testing.B, s *scenario.Scenario) {
	sol, err := Solve(s, 10*DefaultLimit)
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		sol.Coverage()
		sol.Endings()
		sol.Competencies()
		sol.Discussion()
		sol.FalseChoices()
		sol.Costliest()
		sol.BestPlay()
		sol.WorstPlay()
		for _, p := range []Policy{FirstListed, NeverLooks, LooksInOrder(NeverLooks), LooksAtRandom(NeverLooks)} {
			sol.Evaluate(p)
		}
	}
}
