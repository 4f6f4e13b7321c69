package stats

import "testing"

func TestTooLittleIsSaid(t *testing.T) {
	group := Group{1, 3, 1}
	never := map[string]func() bool{
		"share of nobody":           func() bool { _, ok := Share(0, 0); return ok },
		"mean of one":               func() bool { _, ok := Mean([]float64{3}); return ok },
		"quantile of nothing":       func() bool { _, ok := Quantile(nil, .5); return ok },
		"correlation of two":        func() bool { _, ok := Correlation([]float64{1, 2}, []float64{2, 3}); return ok },
		"no edge to reach":          func() bool { _, ok := Coverage(0, 0); return ok },
		"nobody answered":           func() bool { _, _, ok := Distractors([]int{0, 0}, []bool{true, false}); return ok },
		"growth of two":             func() bool { _, ok := Retest{2, 1, 2, 1, .5}.Growth(); return ok },
		"growth without deviation":  func() bool { _, ok := Retest{9, 1, 2, 0, .5}.Growth(); return ok },
		"a group of one":            func() bool { _, ok := HedgesIndependent(group, Group{9, 2, 1}); return ok },
		"groups without deviation":  func() bool { _, ok := HedgesIndependent(Group{9, 2, 0}, Group{9, 3, 0}); return ok },
		"a pair":                    func() bool { _, ok := HedgesPaired(group, .5); return ok },
		"twice the same":            func() bool { _, ok := HedgesPaired(Group{9, 2, 1}, 1); return ok },
		"noise without deviation":   func() bool { _, ok := ReliableChange(0, .5); return ok },
		"three means":               func() bool { _, ok := EfronMorris([]float64{1, 2, 3}, 1); return ok },
		"items in one column":       func() bool { _, ok := Items([][]float64{{1}, {0}}); return ok },
		"length from nothing":       func() bool { _, ok := Consistency{Items: 5}.Length(.8); return ok },
		"length of what is perfect": func() bool { _, ok := Consistency{Alpha: Estimate{Value: 1}, Items: 5}.Length(.8); return ok },
		"length of the impossible":  func() bool { _, ok := Consistency{Alpha: Estimate{Value: .5}, Items: 5}.Length(1); return ok },
		"one factor of two items":   func() bool { _, ok := Omega([][]float64{{1, 0}, {0, 1}, {1, 1}}); return ok },
		"an item all got right":     func() bool { _, ok := Omega([][]float64{{1, 0, 1}, {1, 1, 0}, {1, 1, 1}}); return ok },
		"raters of nothing":         func() bool { _, ok := Kappa(nil, nil, 4, Linear); return ok },
		"raters of other works":     func() bool { _, ok := Kappa([]int{1}, []int{1, 2}, 4, Linear); return ok },
		"a level outside":           func() bool { _, ok := Kappa([]int{1, 4}, []int{1, 2}, 4, Linear); return ok },
		"a level outside, second":   func() bool { _, ok := Kappa([]int{1, 3}, []int{1, -1}, 4, Linear); return ok },
		"one level throughout":      func() bool { _, ok := Kappa([]int{1, 1}, []int{1, 1}, 4, Quadratic); return ok },
		"agreement on nothing":      func() bool { _, _, ok := Agreement(nil, nil); return ok },
		"one rater":                 func() bool { _, ok := Fleiss([][]int{{1}, {2}}, 4); return ok },
		"one level for all":         func() bool { _, ok := Fleiss([][]int{{1, 1}, {1, 1}}, 4); return ok },
		"raters who come and go":    func() bool { _, ok := Fleiss([][]int{{1, 1}, {1, 1, 2}}, 4); return ok },
		"nothing rated twice":       func() bool { _, ok := GwetAC1([][]int{{1}, {2}, {}}, 4); return ok },
		"a scale of one level":      func() bool { _, ok := GwetAC1([][]int{{0, 0}}, 1); return ok },
		"one work":                  func() bool { _, ok := Intraclass([][]float64{{1, 2}}); return ok },
		"a ratio to less than none": func() bool { _, ok := Krippendorff([][]float64{{-1, 1}}, Ratio); return ok },
		"a panel of one":            func() bool { _, ok := PanelKey([][]float64{{1}, {2}}, 7); return ok },
		"a panel on one choice":     func() bool { _, ok := PanelKey([][]float64{{1, 2}}, 7); return ok },
		"a scale of one point":      func() bool { _, ok := PanelKey([][]float64{{1, 1}, {2, 2}}, 1); return ok },
		"a panel without opinion":   func() bool { _, ok := PanelKey([][]float64{{4, 4}, {4, 4}}, 7); return ok },
		"no pick":                   func() bool { _, ok := CreditByMode([]int{0, 0}); return ok },
		"a panel that never varies": func() bool { _, ok := TScale(70, 72, 0); return ok },
		"distance on one choice":    func() bool { _, ok := RatingDistance([]float64{1}, []float64{2}, 7); return ok },
	}
	for name, ok := range never {
		if ok() {
			t.Errorf("%s has an answer", name)
		}
	}
}

func TestWhatIsFlatHasNoProfile(t *testing.T) {
	d := must[Distance](t)(RatingDistance([]float64{4, 4, 4}, []float64{1, 4, 7}, 7))
	if d.Profile != 0 || d.Standardised != 0 || d.Shape != 0 {
		t.Errorf("%+v", d)
	}
	near(t, "scatter", d.Scatter, d.MeanSquare, 1e-12)
}

func TestGroupsWithoutNoiseAreTakenAtTheirWord(t *testing.T) {
	s := must[Shrinkage](t)(Shrink([][]float64{{3, 3}, {5, 5}, {7}}))
	near(t, "mean", s.Mean, 5, 1e-12)
	if size, ok := s.PriorSize(); !ok || size != 0 {
		t.Errorf("%+v", s)
	}
	for i, want := range []float64{3, 5, 7} {
		if g := s.Shrunk[i]; g.Value != want || g.Weight != 1 {
			t.Errorf("%+v, want %v", g, want)
		}
	}
	if s := must[Shrinkage](t)(Shrink([][]float64{{4, 4}, {4}})); s.Mean != 4 || s.Shrunk[1].Value != 4 {
		t.Errorf("%+v", s)
	}
}

func TestAlphaWithoutAnItemNeedsTwoThatAreLeft(t *testing.T) {
	for _, item := range must[[]Item](t)(Items([][]float64{{1, 0}, {0, 0}, {1, 1}})) {
		if item.AlphaWithout != nil {
			t.Errorf("%+v", item)
		}
	}
}
