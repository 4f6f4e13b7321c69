package report

import (
	"context"
	"errors"
	"math"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"
	"time"

	"github.com/google/uuid"

	"casebook/internal/attempt"
	"casebook/internal/engine"
	"casebook/internal/fault"
	"casebook/internal/library"
	"casebook/internal/scoring"
)

// folded is an attempt with its history: what a report has to agree with.
type folded struct {
	sum attempt.Summary
	h   engine.History
}

var cohorts = []uuid.UUID{uuid.Nil, uuid.New(), uuid.New()}

// some plays a version so many times, in all cohorts, a minute apart; one attempt in five is given up.
func some(t *testing.T, v *library.Version, n int) (list []folded) {
	t.Helper()
	chance := rand.New(rand.NewPCG(uint64(n), 1))
	for minute := range n {
		steps := forever
		if minute%5 == 4 {
			steps = minute % 3
		}
		a, h := played(t, v, chance, minute, steps)
		a.Summary.Cohort = cohorts[chance.IntN(len(cohorts))]
		list = append(list, folded{a.Summary, h})
	}
	return list
}

func summaries(list []folded) (all []attempt.Summary) {
	for i := range list {
		all = append(all, list[i].sum)
	}
	return all
}

// naive makes a report by looking at every decision of every attempt.
func naive(t *testing.T, v *library.Version, list []folded) Report {
	t.Helper()
	s := v.Scenario
	r := Report{Version: v.Ref}
	var scores []float64
	endings, left, offered, chosen := map[string]int{}, map[string]int{}, map[[2]string]int{}, map[[2]string]int{}
	shown := map[int][]float64{}
	solution, unknown := v.Solution()
	for i := range list {
		h := list[i].h
		node := s.Nodes[h.End.State.Node].ID
		if list[i].sum.Status == attempt.Abandoned {
			r.Abandoned++
			left[node]++
			continue
		}
		r.Completed++
		endings[node]++
		for k := range h.Moments {
			m := &h.Moments[k]
			for _, o := range m.Before.Offer(s).Offered {
				offered[[2]string{s.Nodes[m.Node()].ID, engine.Name(s, m.Node(), o)}]++
			}
			chosen[[2]string{s.Nodes[m.Node()].ID, engine.Name(s, m.Node(), m.Move)}]++
		}
		if unknown != nil {
			continue
		}
		judged, err := scoring.Score(solution, h)
		if err != nil {
			t.Fatal(err)
		}
		scores = append(scores, *judged.Capped)
		if *judged.Capped < *judged.Score {
			r.Score.Capped++
		}
		for _, c := range judged.Profile {
			shown[c.Competency] = append(shown[c.Competency], c.Score)
		}
	}
	r.Score.N = len(scores)
	if len(scores) > 0 {
		slices.Sort(scores)
		r.Score.Mean = mean(scores)
		r.Score.Q1, r.Score.Median, r.Score.Q3 = typeSeven(scores, .25), typeSeven(scores, .5), typeSeven(scores, .75)
	}
	for i := range s.Nodes {
		id := s.Nodes[i].ID
		if endings[id] > 0 {
			r.Endings = append(r.Endings, Place{id, endings[id]})
		}
		if left[id] > 0 {
			r.Left = append(r.Left, Place{id, left[id]})
		}
		d := Decision{Node: id}
		for _, m := range movesOf(len(s.Nodes[i].Choices), len(s.Nodes[i].Looks)) {
			at := [2]string{id, engine.Name(s, i, m)}
			if offered[at] > 0 {
				d.Moves = append(d.Moves, Move{at[1], offered[at], chosen[at]})
				d.N += chosen[at]
			}
		}
		if d.N > 0 {
			r.Decisions = append(r.Decisions, d)
		}
	}
	for c, id := range s.Competencies {
		if len(shown[c]) > 0 {
			r.Competencies = append(r.Competencies, Competency{id, len(shown[c]), mean(shown[c])})
		}
	}
	return r
}

func mean(list []float64) float64 {
	sum := 0.
	for _, x := range list {
		sum += x
	}
	return sum / float64(len(list))
}

func typeSeven(sorted []float64, p float64) float64 {
	h := float64(len(sorted)-1) * p
	low := int(math.Floor(h))
	return sorted[low] + (h-float64(low))*(sorted[min(low+1, len(sorted)-1)]-sorted[low])
}

// rounded forgets the digits in which sums in another order differ.
func rounded(r Report) Report {
	for _, x := range []*float64{&r.Score.Mean, &r.Score.Q1, &r.Score.Median, &r.Score.Q3} {
		*x = math.Round(*x * 1e7)
	}
	r.Competencies = slices.Clone(r.Competencies)
	for i := range r.Competencies {
		r.Competencies[i].Mean = math.Round(r.Competencies[i].Mean * 1e7)
	}
	return r
}

func agree(t *testing.T, what string, got, want Report) {
	t.Helper()
	if got, want := rounded(got), rounded(want); !reflect.DeepEqual(got, want) {
		t.Errorf("%s:\ngot  %+v\nwant %+v", what, got, want)
	}
}

func TestAReportAgreesWithWhatWasPlayed(t *testing.T) {
	for _, v := range append(shipped(t), chest(t)) {
		t.Run(v.ID, func(t *testing.T) {
			list := some(t, v, 300)
			service := New(&pages{all: summaries(list), most: 7}, shelf{v})
			at := func(minute int) time.Time { return noon.Add(time.Duration(minute) * time.Minute) }
			for what, c := range map[string]struct {
				filter Filter
				picks  func(i int) bool
			}{
				"all":      {Filter{}, func(int) bool { return true }},
				"a cohort": {Filter{Cohort: cohorts[1]}, func(i int) bool { return list[i].sum.Cohort == cohorts[1] }},
				"a period": {Filter{From: at(100), To: at(200)}, func(i int) bool { return i >= 100 && i < 200 }},
				"a period that begins and ends between microseconds": {
					Filter{From: at(100).Add(1), To: at(200).Add(1)}, func(i int) bool { return i > 100 && i <= 200 },
				},
				"a cohort since": {Filter{Cohort: cohorts[2], From: at(250)}, func(i int) bool {
					return i >= 250 && list[i].sum.Cohort == cohorts[2]
				}},
				"a cohort without attempts": {Filter{Cohort: uuid.New()}, func(int) bool { return false }},
				"a period without attempts": {Filter{To: noon}, func(int) bool { return false }},
			} {
				r, err := service.Report(t.Context(), v.Ref, c.filter)
				if err != nil {
					t.Fatal(err)
				}
				var picked []folded
				for i := range list {
					if c.picks(i) {
						picked = append(picked, list[i])
					}
				}
				agree(t, what, r, naive(t, v, picked))
			}
		})
	}
}

func TestMoreAttemptsThanAChunkHoldsAreAllCounted(t *testing.T) {
	v := shipped(t)[0]
	list := some(t, v, 100)
	source := &pages{most: 4096}
	service := New(source, shelf{v})
	for len(source.all) < 2*chunkRows+chunkRows/2 {
		for range chunkRows / 200 {
			source.all = append(source.all, summaries(list)...)
		}
		r, err := service.Report(t.Context(), v.Ref, Filter{})
		if err != nil {
			t.Fatal(err)
		}
		want, times := naive(t, v, list), len(source.all)/len(list)
		if r.Completed != times*want.Completed || r.Abandoned != times*want.Abandoned || r.Score.N != times*want.Score.N ||
			math.Abs(r.Score.Mean-want.Score.Mean) > 1e-7 {
			t.Errorf("%d times: %+v, once: %+v", times, r, want)
		}
		for i, d := range r.Decisions {
			if d.N != times*want.Decisions[i].N {
				t.Errorf("%s: %d moves, want %d times %d", d.Node, d.N, times, want.Decisions[i].N)
			}
		}
	}
}

func TestWhatWasNeverPlayedHasAnEmptyReport(t *testing.T) {
	v := shipped(t)[0]
	service := New(&pages{most: 1}, shelf{v})
	if r, err := service.Report(t.Context(), v.Ref, Filter{}); err != nil || !reflect.DeepEqual(r, Report{Version: v.Ref}) {
		t.Errorf("%+v, %v", r, err)
	}
	if _, err := service.Report(t.Context(), library.Ref{ID: v.ID, Version: 2}, Filter{}); !fault.Is(err, fault.NotFound) {
		t.Errorf("a version that is not there: %v", err)
	}
	if refs := service.Versions(); len(refs) != 0 {
		t.Errorf("versions %v", refs)
	}
}

func TestVersionsAreListedInOrder(t *testing.T) {
	all := shipped(t)
	source := &pages{most: 2}
	for i := len(all) - 1; i >= 0; i-- {
		source.all = append(source.all, summaries(some(t, all[i], 2))...)
	}
	service := New(source, all)
	if err := service.Refresh(t.Context()); err != nil {
		t.Fatal(err)
	}
	var want []library.Ref
	for _, v := range all {
		want = append(want, v.Ref)
	}
	if got := service.Versions(); !slices.Equal(got, want) {
		t.Errorf("versions %v, want %v", got, want)
	}
}

// shaky fails at every second call.
type shaky struct {
	pages
	calls int
}

var errShaky = errors.New("the database is away")

func (s *shaky) Summaries(ctx context.Context, from string) ([]attempt.Summary, string, bool, error) {
	if s.calls++; s.calls%2 == 0 {
		return nil, "", false, errShaky
	}
	return s.pages.Summaries(ctx, from)
}

func TestAReadingThatFailsGoesOnWhereItWas(t *testing.T) {
	v := shipped(t)[0]
	list := some(t, v, 20)
	service := New(&shaky{pages: pages{all: summaries(list), most: 6}}, shelf{v})
	failed := 0
	r, err := service.Report(t.Context(), v.Ref, Filter{})
	for ; err != nil && failed < 10; r, err = service.Report(t.Context(), v.Ref, Filter{}) {
		if failed++; !errors.Is(err, errShaky) {
			t.Fatal(err)
		}
	}
	if failed != 3 {
		t.Errorf("failed %d times, want 3", failed)
	}
	agree(t, "in the end", r, naive(t, v, list))
}

func TestWhoIsErasedIsCountedNoMore(t *testing.T) {
	v := shipped(t)[0]
	list := some(t, v, 20)
	source := &pages{all: summaries(list), most: 6, gone: []uuid.UUID{uuid.New()}} // long ago
	service := New(source, shelf{v})
	r, err := service.Report(t.Context(), v.Ref, Filter{})
	if err != nil {
		t.Fatal(err)
	}
	agree(t, "before", r, naive(t, v, list))
	list = slices.Delete(list, 3, 5)
	source.all, source.gone = summaries(list), append(source.gone, uuid.New(), uuid.Nil)
	for range 2 {
		if r, err = service.Report(t.Context(), v.Ref, Filter{}); err != nil {
			t.Fatal(err)
		}
		agree(t, "after", r, naive(t, v, list))
	}
}

func TestADamagedSummaryIsCountedAndHurtsNoOther(t *testing.T) {
	for _, v := range []*library.Version{shipped(t)[0], chest(t)} {
		list := some(t, v, 10)
		all := summaries(list)
		damage := []func(s *attempt.Summary){
			func(s *attempt.Summary) { s.Node = len(v.Scenario.Nodes) },
			func(s *attempt.Summary) { s.Node = -1 },
			func(s *attempt.Summary) { s.Profile = "\x80" },
			func(s *attempt.Summary) { s.Profile = "\x00\x00\x00\x00\x00\x00" },
			func(s *attempt.Summary) { s.Path = attempt.Path{Moves: "\xff\xff"} },
			func(s *attempt.Summary) {
				s.Path = attempt.Path{Wide: true, Moves: "\xff\xff\x01\x00\x00\x00\x00\x00\x00\x00\x00"}
			},
			func(s *attempt.Summary) {
				s.Path = attempt.Path{Wide: true, Moves: "\x00\x00\x01\x00\x00\x80\x00\x00\x00\x00\x00"}
			},
		}
		for _, d := range damage {
			bad := list[0].sum
			d(&bad)
			all = append(all, bad)
		}
		r, err := New(&pages{all: all, most: 4}, shelf{v}).Report(t.Context(), v.Ref, Filter{})
		if err != nil {
			t.Fatal(err)
		}
		want := naive(t, v, list)
		want.Unreadable = len(damage)
		agree(t, v.ID, r, want)
	}
}
