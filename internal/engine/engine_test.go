package engine

import (
	"encoding/json"
	"os"
	"reflect"
	"strconv"
	"testing"

	"casebook/internal/fault"
	"casebook/internal/scenario"
)

// The hospital is small and has everything: 0 triage (decision) → 1 wait (scene) → 2 luck (chance) → 3 bed
// (decision) → 4 home or 5 ward (endings); bed can send the story back to triage.
// Gauges: 0 time (clock, 10 of 10), 1 trust (2 of 0..5); flag 2 told.
func hospital() *scenario.Scenario {
	to := func(n int) []scenario.Route { return []scenario.Route{{To: n}} }
	return &scenario.Scenario{
		ID: "hospital", Rev: 1, Clock: 0,
		Vars: []scenario.Var{
			{ID: "time", Start: 10, Max: 10, Character: -1},
			{ID: "trust", Start: 2, Max: 5, Character: -1},
			{ID: "told", Flag: true, Max: 1, Character: -1},
		},
		Truths: []scenario.Truth{{ID: "cause", Values: []scenario.TruthValue{{ID: "virus", Weight: 1}, {ID: "stress", Weight: 1}}}},
		Laters: []scenario.Later{{Node: 0, Choice: 1, After: 2, Set: []scenario.Effect{{Var: 1, Amount: -2}}}},
		Nodes: []scenario.Node{
			{
				ID: "triage", Kind: scenario.Decision, Shuffle: true, OnTimeout: 1, Timer: 30, LoopSlot: 0,
				Looks: []scenario.Look{
					{ID: "chart", Cost: 6, Set: []scenario.Effect{{Var: 2, Assign: true, Amount: 1}}},
					{ID: "family", Cost: 5},
				},
				Choices: []scenario.Choice{
					{ID: "listen", Set: []scenario.Effect{{Var: 1, Amount: 9}}, Later: -1, Next: to(1)},
					{ID: "hurry", Later: 0, Next: to(1)},
				},
			},
			{ID: "wait", Kind: scenario.Scene, Next: to(2), LoopSlot: 1},
			{ID: "luck", Kind: scenario.Chance, LoopSlot: 2, Rows: []scenario.Row{{Targets: []scenario.Target{{To: 3, Weight: 1}, {To: 5, Weight: 1}}, Sum: 2}}},
			{ID: "bed", Kind: scenario.Decision, OnTimeout: -1, LoopSlot: 3, Choices: []scenario.Choice{
				{ID: "release", Later: -1, Next: to(4)},
				{ID: "again", Later: -1, Next: to(0)},
			}},
			{ID: "home", Kind: scenario.Ending, LoopSlot: -1},
			{ID: "ward", Kind: scenario.Ending, LoopSlot: -1},
		},
	}
}

func start(t *testing.T, s *scenario.Scenario, fixed ...string) Play {
	t.Helper()
	p, err := Start(s, Dice{Seed: "seed", Fixed: fixed}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func choose(t *testing.T, s *scenario.Scenario, p Play, ids ...string) Play {
	t.Helper()
	for _, id := range ids {
		m, ok := Find(s, int(p.State.Node), id)
		if !ok {
			t.Fatalf("no move %s at %s", id, s.Nodes[p.State.Node].ID)
		}
		next, err := p.Make(s, m, nil)
		if err != nil {
			t.Fatalf("%s: %v", id, err)
		}
		p = next
	}
	return p
}

func TestKeyedDrawMatchesTheOracle(t *testing.T) {
	data, err := os.ReadFile("testdata/keyed-draw.json")
	if err != nil {
		t.Fatal(err)
	}
	var vectors []struct {
		Seed, Case, Node, U, Drawn string
		Rev, Visit                 int
		Weights                    [][2]any
	}
	if err := json.Unmarshal(data, &vectors); err != nil {
		t.Fatal(err)
	}
	if len(vectors) != 10 {
		t.Fatalf("%d vectors, want 10", len(vectors))
	}
	for _, v := range vectors {
		u := Draw(v.Seed, v.Case, v.Rev, v.Node, v.Visit)
		if got := strconv.FormatUint(u, 10); got != v.U {
			t.Errorf("%s visit %d: u = %s, want %s", v.Seed, v.Visit, got, v.U)
		}
		targets := make([]scenario.Target, len(v.Weights))
		for i, w := range v.Weights {
			targets[i].Weight = uint32(w[1].(float64))
		}
		if got := v.Weights[pick(u, targets)][0]; got != v.Drawn {
			t.Errorf("%s visit %d: drew %s, want %s", v.Seed, v.Visit, got, v.Drawn)
		}
	}
}

func TestGaugesSaturate(t *testing.T) {
	s := hospital()
	p := choose(t, s, start(t, s, "virus", "bed"), "listen")
	if got := p.State.Vars[1]; got != 5 {
		t.Errorf("trust = %d, want its maximum 5", got)
	}
}

func TestALookCostsTimeAndIsTakenOnce(t *testing.T) {
	s := hospital()
	p := choose(t, s, start(t, s), "?chart")
	if p.State.Vars[0] != 4 || p.State.Vars[2] != 1 || p.Step != 1 {
		t.Errorf("time %d, told %d, step %d; want 4, 1, 1", p.State.Vars[0], p.State.Vars[2], p.Step)
	}
	offer := p.Offer(s)
	if got := len(offer.Offered); got != 2 {
		t.Errorf("%d moves on offer, want the two choices: one look is done, the other costs more than is left", got)
	}
	if _, err := p.Look(s, "chart", nil); !fault.Is(err, fault.Invalid) {
		t.Errorf("a second look: %v, want a fault", err)
	}
}

func TestALaterConsequenceFiresOnTheNodeItWaitsFor(t *testing.T) {
	s := hospital()
	var trace []Event
	p, err := start(t, s, "virus", "bed").Choose(s, "hurry", &trace)
	if err != nil {
		t.Fatal(err)
	}
	if got := p.State.Vars[1]; got != 0 {
		t.Errorf("trust = %d, want 0: two lost at the second node", got)
	}
	var kinds []EventKind
	for _, e := range trace {
		kinds = append(kinds, e.Kind)
	}
	want := []EventKind{Chose, Entered, Fired, Entered, Drew, Entered}
	if !reflect.DeepEqual(kinds, want) {
		t.Errorf("events %v, want %v", kinds, want)
	}
}

func TestAnEndingFlushesWhatIsPending(t *testing.T) {
	s := hospital()
	s.Laters[0].After = 50
	p := choose(t, s, start(t, s, "virus", "ward"), "hurry")
	if !p.State.Ended(s) || p.State.Vars[1] != 0 {
		t.Errorf("at %s with trust %d, want the ward with 0", s.Nodes[p.State.Node].ID, p.State.Vars[1])
	}
}

func TestTimeoutMakesTheChoiceOfSilence(t *testing.T) {
	s := hospital()
	var trace []Event
	if _, err := start(t, s).Timeout(s, &trace); err != nil {
		t.Fatal(err)
	}
	if trace[0].Kind != TimedOut || s.Nodes[0].Choices[trace[0].Index].ID != "hurry" {
		t.Errorf("first event %+v, want silence choosing hurry", trace[0])
	}
	p := choose(t, s, start(t, s, "virus", "bed"), "listen")
	if _, err := p.Timeout(s, nil); !fault.Is(err, fault.Invalid) {
		t.Errorf("an untimed decision: %v, want a fault", err)
	}
}

func TestAVisitIsCountedOnlyWhenANodeIsEntered(t *testing.T) {
	s := hospital()
	p := choose(t, s, start(t, s, "virus", "bed", "bed"), "?chart", "listen", "again", "listen")
	if got := p.Visit(s); got != 2 {
		t.Errorf("bed was met %d times, want 2", got)
	}
	if p = choose(t, s, p, "again"); p.Visit(s) != 3 {
		t.Errorf("triage was met %d times, want 3", p.Visit(s))
	}
}

func TestAnUnknownOutcomeIsRefused(t *testing.T) {
	s := hospital()
	if _, err := Start(s, Dice{Fixed: []string{"flu"}}, nil); !fault.Is(err, fault.Invalid) {
		t.Errorf("a truth's value: %v, want a fault", err)
	}
	if _, err := start(t, s, "virus", "home").Choose(s, "listen", nil); !fault.Is(err, fault.Invalid) {
		t.Errorf("a chance outcome: %v, want a fault", err)
	}
}

func TestAMoveThatTheNodeDoesNotHaveIsRefused(t *testing.T) {
	s := hospital()
	for _, m := range []Move{2, 127, -3, -128} {
		if _, err := Retrace(s, Dice{Seed: "seed"}, []Made{{Move: m}}, 0); !fault.Is(err, fault.Invalid) {
			t.Errorf("move %d: %v", m, err)
		}
	}
}

func TestPlaysAreValues(t *testing.T) {
	s := hospital()
	p := start(t, s, "virus", "bed")
	before, offer := p.Snapshot(s), p.Offer(s)
	choose(t, s, p, "?chart", "listen", "release")
	if !reflect.DeepEqual(before, p.Snapshot(s)) || !reflect.DeepEqual(offer, p.Offer(s)) {
		t.Error("playing on changed the play it started from")
	}
}

func TestReplayReachesTheSameStateToTheLastByte(t *testing.T) {
	s := hospital()
	dice := Dice{Seed: "another seed"}
	p, err := Start(s, dice, nil)
	if err != nil {
		t.Fatal(err)
	}
	var log []Entry
	for range 40 {
		if p.State.Ended(s) {
			break
		}
		moves := p.State.Moves(s, nil)
		m := moves[len(log)%len(moves)]
		log = append(log, Entry{Move: p.name(s, m)})
		if p, err = p.Make(s, m, nil); err != nil {
			t.Fatal(err)
		}
	}
	h, err := Replay(s, dice, log)
	if err != nil {
		t.Fatal(err)
	}
	want, _ := json.Marshal(p.Snapshot(s))
	got, _ := json.Marshal(h.End.Snapshot(s))
	if string(got) != string(want) {
		t.Errorf("replayed to\n%s, want\n%s", got, want)
	}
}

func TestTheShownOrderDependsOnTheSeedAndHidesNothing(t *testing.T) {
	s := hospital()
	orders := map[Move]int{}
	for i := range 200 {
		p, err := Start(s, Dice{Seed: strconv.Itoa(i)}, nil)
		if err != nil {
			t.Fatal(err)
		}
		shown := p.Offer(s).Displayed
		if len(shown) != 2 || shown[0] == shown[1] {
			t.Fatalf("shown %v", shown)
		}
		orders[shown[0]]++
	}
	if orders[0] < 60 || orders[1] < 60 {
		t.Errorf("first shown: %v of 200, want both often", orders)
	}
	s.Nodes[0].Shuffle = false
	p := start(t, s)
	if shown := p.Offer(s).Displayed; shown[0] != 0 {
		t.Errorf("shown %v, want the author's order", shown)
	}
}

func TestACircleWithoutADecisionIsAnErrorNotAHang(t *testing.T) {
	s := hospital()
	s.Nodes[2].Rows[0].Targets = []scenario.Target{{To: 1, Weight: 1}}
	if _, err := start(t, s, "virus").Choose(s, "listen", nil); err == nil {
		t.Error("went round for ever without an error")
	}
}

func BenchmarkStep(b *testing.B) {
	s := hospital()
	p, err := Start(s, Dice{Seed: "seed", Fixed: []string{"virus"}}, nil)
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := p.Make(s, LookMove(0), nil); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkStepThroughChance(b *testing.B) {
	s := hospital()
	p, err := Start(s, Dice{Seed: "seed"}, nil)
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := p.Make(s, 0, nil); err != nil {
			b.Fatal(err)
		}
	}
}
