package check

import (
	"io/fs"
	"reflect"
	"slices"
	"strings"
	"testing"

	"casebook/internal/scenario"
)

// mutated tries walkthroughs of a case on every change of it.
func mutated(t testing.TB, name, walks string, replace ...string) (Mutation, []string) {
	t.Helper()
	folder, sc := told(t, name, walks, replace...)
	_, places, _ := scenario.ParsePlaces(folder, nil)
	text, err := fs.ReadFile(folder, "scenario.yaml")
	if err != nil {
		t.Fatal(err)
	}
	return Mutate(sc, places, solved(t, sc), walksOf(t, folder, sc)), strings.Split(string(text), "\n")
}

func TestTheWalkthroughsOfTheExampleNoticeEveryChange(t *testing.T) {
	m, _ := mutated(t, toxique, "")
	if noticed, changes := m.Noticed(); noticed != changes || changes < 140 || m.Score() != 100 || m.Walks < 10 {
		t.Errorf("%d of %d changes, %v %%, by %d walkthroughs; unnoticed: %v", noticed, changes, m.Score(), m.Walks, m.Survivors)
	}
	sum := 0
	for _, k := range m.Kinds {
		sum += k.Changes
	}
	if _, changes := m.Noticed(); sum != changes || !slices.IsSortedFunc(m.Kinds, func(a, b Tally) int {
		return slices.Index(mutantKinds, a.Kind) - slices.Index(mutantKinds, b.Kind)
	}) {
		t.Errorf("kinds %v", m.Kinds)
	}
}

func TestTryingChangesLeavesTheCaseAsItWas(t *testing.T) {
	for _, name := range []string{toxique, workshop} {
		folder, sc := told(t, name, "")
		_, fresh := told(t, name, "")
		_, places, _ := scenario.ParsePlaces(folder, nil)
		Mutate(sc, places, solved(t, sc), walksOf(t, folder, sc))
		if !reflect.DeepEqual(sc, fresh) {
			t.Errorf("%s has changed", name)
		}
	}
}

func TestTheSameChangesAreFoundEveryTime(t *testing.T) {
	first, _ := mutated(t, workshop, "")
	again, _ := mutated(t, workshop, "")
	if !reflect.DeepEqual(first, again) {
		t.Errorf("%v, then %v", first, again)
	}
}

func TestOnlyWhatAWalkthroughComesByIsChanged(t *testing.T) {
	m, lines := mutated(t, toxique, "walkthroughs: [{name: n, moves: [appeler], expect: {at: appel}}]")
	if noticed, changes := m.Noticed(); noticed != 1 || changes != 5 {
		t.Errorf("%d of %d changes: %v", noticed, changes, m.Survivors)
	}
	for _, s := range m.Survivors {
		if !strings.Contains(lines[s.Line-1], "evidence: {canal: 1, verite: 1}") || !strings.HasPrefix(s.Text.EN, "`signal.appeler`: ") {
			t.Errorf("line %d: %s", s.Line, s.Text.EN)
		}
	}
	m, _ = mutated(t, toxique, "walkthroughs: [{name: n, moves: [appeler], expect: {refuses: [nommer]}}]")
	if !slices.ContainsFunc(m.Kinds, func(k Tally) bool { return k == Tally{WhenRemoved, 1, 1} }) {
		t.Errorf("the condition of what is refused is tried: %v", m.Kinds)
	}
}

func TestAChangeThatNobodyNoticesIsNamed(t *testing.T) {
	for _, c := range []struct {
		walk   string
		kind   MutantKind
		column int
		en, fr string
	}{
		{"moves: [ecrire], expect: {at: appel, holds: ['marc.confiance == 3', 'lea.moral == 5']}", SetFlipped, 15, "`signal.ecrire`: `marc.tension: 2` becomes `-2`", "`signal.ecrire`\u00a0: `marc.tension: 2` devient `-2`"},
		{"moves: [ecrire], expect: {at: appel, holds: ['marc.confiance == 3', 'lea.moral == 5']}", SetRemoved, 15, "`signal.ecrire`: `marc.tension: 2` is gone", "`signal.ecrire`\u00a0: `marc.tension: 2` disparaît"},
		{"moves: [attendre, ultimatum, sortir], expect: {ending: sortie}", DelayChanged, 17, "`signal.attendre later`: `after: 2` becomes `3`", ""},
		{"moves: ['?carnet'], expect: {at: signal}", CostChanged, 16, "`signal.?carnet`: `cost: 15` becomes `16`", ""},
	} {
		m, _ := mutated(t, toxique, "walkthroughs: [{name: n, "+c.walk+"}]")
		i := slices.IndexFunc(m.Survivors, func(s Survivor) bool { return s.Kind == c.kind && strings.Contains(s.Text.EN, c.en) })
		if i < 0 {
			t.Errorf("%s: no %s %s among %v", c.walk, c.kind, c.en, m.Survivors)
			continue
		}
		if s := m.Survivors[i]; s.File != "scenario.yaml" || s.Column != c.column || !strings.Contains(s.Text.FR, c.fr) {
			t.Errorf("%s:%d:%d %s", s.File, s.Line, s.Column, s.Text.FR)
		}
	}
}

func TestWhatNobodyCouldNoticeIsLeftOut(t *testing.T) {
	const email = "walkthroughs: [{name: n, moves: [ecrire], expect: {holds: ['marc.tension == 10', 'marc.confiance == 3', 'lea.moral == 5']}}]"
	count := func(m Mutation, kind MutantKind) int {
		for _, k := range m.Kinds {
			if k.Kind == kind {
				return k.Changes
			}
		}
		return 0
	}
	// Tension is at its height already: that the email adds to it shows nowhere.
	m, _ := mutated(t, toxique, email, "tension: 7", "tension: 10")
	if m.LeftOut != 1 || count(m, SetRemoved) != 2 || count(m, SetFlipped) != 3 {
		t.Errorf("%d left out, %v", m.LeftOut, m.Kinds)
	}
	// A ceiling of 100 caps nothing.
	const promise = "walkthroughs: [{name: n, moves: [appeler, encaisser], expect: {at: braque}}]"
	m, _ = mutated(t, toxique, promise, "cap: 49", "cap: 100")
	if m.LeftOut != 1 || count(m, IncidentRemoved) != 0 {
		t.Errorf("%d left out, %v", m.LeftOut, m.Kinds)
	}
	if m, _ = mutated(t, toxique, promise); m.LeftOut != 0 || count(m, IncidentRemoved) != 1 {
		t.Errorf("%d left out, %v", m.LeftOut, m.Kinds)
	}
}

func TestWalkthroughsThatFailTakeNoPart(t *testing.T) {
	m, _ := mutated(t, toxique, "walkthroughs:\n"+
		"  - {name: a, moves: [appeler], expect: {at: appel}}\n"+
		"  - {name: b, moves: [ecrire], expect: {at: braque}}\n"+
		"  - {name: c, moves: [attendre], expect: {at: braque}, fails: known}\n")
	if _, changes := m.Noticed(); m.Walks != 1 || changes != 5 {
		t.Errorf("%d walkthroughs, %d changes", m.Walks, changes)
	}
	if m, _ = mutated(t, toxique, "walkthroughs: []"); m.Score() != 0 || m.Walks != 0 || len(m.Kinds) > 0 {
		t.Errorf("without walkthroughs: %+v", m)
	}
}

// TestEveryChangeIsOne breeds all changes that walkthroughs of the examples come by, of every kind.
func TestEveryChangeIsOne(t *testing.T) {
	kinds := map[MutantKind]bool{}
	for _, name := range []string{toxique, workshop} {
		folder, sc := told(t, name, "")
		_, places, _ := scenario.ParsePlaces(folder, nil)
		text, _ := fs.ReadFile(folder, "scenario.yaml")
		lines := strings.Split(string(text), "\n")
		var walks []*walk
		for _, w := range walksOf(t, folder, sc) {
			walks = append(walks, newWalk(sc, &w))
		}
		seen := map[string]bool{}
		for _, x := range breed(sc, coverage(walks)) {
			kinds[x.kind] = true
			if reflect.DeepEqual(x.change(sc), sc) {
				t.Errorf("%s changes nothing", x.text.EN)
			}
			if line := lines[places.Map(x.keys...).Line-1]; !strings.Contains(line, x.keys[len(x.keys)-1]) && !strings.Contains(line, "next: ") {
				t.Errorf("%s is not in %q", x.text.EN, line)
			}
			if key := strings.Join(x.keys, " ") + x.text.EN; seen[key] || strings.Contains(x.text.FR, "%!") {
				t.Errorf("%s: twice, or badly said", x.text.FR)
			} else {
				seen[key] = true
			}
		}
	}
	for _, k := range mutantKinds {
		if !kinds[k] {
			t.Errorf("no example shows %s", k)
		}
	}
}

func TestChangesOfWorthAreValuedAsIfSolvedAnew(t *testing.T) {
	folder, sc := told(t, workshop, "")
	l := lab{sc: sc, sol: solved(t, sc)}
	for _, w := range walksOf(t, folder, sc) {
		l.walks = append(l.walks, newWalk(sc, &w))
	}
	tried := 0
	for _, x := range breed(sc, coverage(l.walks)) {
		if x.kind != EvidenceFlipped && x.kind != EvidenceRemoved && x.kind != WeightFlipped {
			continue
		}
		tried++
		changed := x.change(sc)
		if got, err := l.solve(&x, changed); err != nil || !got.Same(solved(t, changed)) || got.Scenario() != changed {
			t.Errorf("%s is valued otherwise, %v", x.text.EN, err)
		}
	}
	if tried < 30 {
		t.Errorf("%d changes of worth", tried)
	}
}
