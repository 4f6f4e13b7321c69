package stats

import (
	"math"

	"gonum.org/v1/gonum/floats"
	"gonum.org/v1/gonum/stat"
)

// What a decision needs for a panel's key to stand: judges who agree on each choice, and an author who agrees with them.
const (
	fewestAgreement = .70
	fewestTau       = .60
)

// Judged is what a panel says of a choice.
type Judged struct {
	Mean, SD float64 // of the ratings
	RWG      float64 // agreement within the panel, from 0 to 1 (James, Demaree & Wolf 1984; below 0 is 0)
	Modal    float64 // share of judges who gave the commonest rating
	Credit   float64 // from 0, the least worth, to 1, the most (Bergman et al. 2006)
}

// PanelKey turns the ratings of a panel, a row for each choice, into credits. Points is how many the scale has, 7 from 1
// to 7. False of fewer than two choices or points, with fewer than two ratings of one, or when all means are equal.
func PanelKey(ratings [][]float64, points int) ([]Judged, bool) {
	if len(ratings) < 2 || points < 2 {
		return nil, false
	}
	chance := float64(points*points-1) / 12
	key, means := make([]Judged, len(ratings)), make([]float64, len(ratings))
	for i, given := range ratings {
		if len(given) < 2 {
			return nil, false
		}
		mean, sd := stat.MeanStdDev(given, nil)
		_, times := stat.Mode(given, nil)
		key[i] = Judged{Mean: mean, SD: sd, RWG: max(0, 1-sd*sd/chance), Modal: times / float64(len(given))}
		means[i] = mean
	}
	low, high := floats.Min(means), floats.Max(means)
	if low == high {
		return nil, false
	}
	for i := range key {
		key[i].Credit = (key[i].Mean - low) / (high - low)
	}
	return key, true
}

// KeyStands tells whether a decision may be scored: the panel agrees on every choice, and orders them as the author
// does. Otherwise it is one to discuss: played, debriefed, not scored.
func KeyStands(key []Judged, author []float64) bool {
	panel := make([]float64, len(key))
	for i, j := range key {
		if j.RWG < fewestAgreement {
			return false
		}
		panel[i] = j.Mean
	}
	tau, ok := KendallTau(panel, author)
	return ok && len(author) == len(key) && tau >= fewestTau
}

// CreditByMode is what each choice earns when as many of a panel picked it: its count against the commonest, from 0 to 1
// (script concordance: Charlin et al. 2000; Fournier, Demeester & Charlin 2008). False when nobody picked.
func CreditByMode(picks []int) ([]float64, bool) {
	most := 0
	for _, n := range picks {
		most = max(most, n)
	}
	return credits(picks, most)
}

// CreditByShare is the share of the panel that picked each choice (Weng et al. 2018). False when nobody picked.
func CreditByShare(picks []int) ([]float64, bool) {
	n := 0
	for _, p := range picks {
		n += p
	}
	return credits(picks, n)
}

func credits(picks []int, whole int) ([]float64, bool) {
	if whole <= 0 {
		return nil, false
	}
	list := make([]float64, len(picks))
	for i, n := range picks {
		list[i] = float64(n) / float64(whole)
	}
	return list, true
}

// Modal tells whether a choice is the one that a panel picked most, or one of them (Weng et al. 2018).
func Modal(picks []int, choice int) bool {
	list, ok := CreditByMode(picks)
	return ok && list[choice] == 1
}

// BestWorst scores the choices that somebody called best and worst, from −2 to 2: one for each that is so in the key, one
// off for each that is the other way round (Motowidlo, Dunnette & Carter 1990).
func BestWorst(bestKey, worstKey, best, worst int) int {
	score := 0
	for _, said := range []struct{ is, same, opposite int }{{best, bestKey, worstKey}, {worst, worstKey, bestKey}} {
		switch said.is {
		case said.same:
			score++
		case said.opposite:
			score--
		}
	}
	return score
}

// TScale places a score against those of a panel, whose mean is 80 and whose standard deviation is 5 (Charlin et al.
// 2010). False when the panel does not vary.
func TScale(score, panelMean, panelSD float64) (float64, bool) {
	if panelSD <= 0 {
		return 0, false
	}
	return 80 + 5*(score-panelMean)/panelSD, true
}

// Distance compares somebody's ratings of the choices with the panel's.
type Distance struct {
	MeanAbsolute, MeanSquare  float64
	Score                     float64 // from 0 to 1: 1 less the mean distance against the widest (McDaniel et al. 2011)
	Elevation, Scatter, Shape float64 // the parts of MeanSquare (Cronbach & Gleser 1953)
	Profile                   float64 // correlation of the two; 0 when one of them is flat
	Standardised              float64 // MeanAbsolute of the two once standardised (Legree et al. 2010); 0 when one is flat
}

// RatingDistance takes a rating and a key for each choice, on a scale from 1 to points; false of fewer than two choices or points.
func RatingDistance(given, key []float64, points int) (Distance, bool) {
	if len(given) != len(key) || len(key) < 2 || points < 2 {
		return Distance{}, false
	}
	n := float64(len(key))
	meanG, sdG, variesG := varied(given)
	meanK, sdK, variesK := varied(key)
	var d Distance
	for i := range key {
		d.MeanAbsolute += math.Abs(given[i]-key[i]) / n
		d.MeanSquare += (given[i] - key[i]) * (given[i] - key[i]) / n
	}
	d.Score = 1 - d.MeanAbsolute/float64(points-1)
	if variesG && variesK {
		d.Profile = clamp(stat.Correlation(given, key, nil), -1, 1)
		for i := range key {
			d.Standardised += math.Abs((given[i]-meanG)/sdG-(key[i]-meanK)/sdK) / n
		}
	}
	population := (n - 1) / n
	d.Elevation = (meanG - meanK) * (meanG - meanK)
	d.Scatter = (sdG - sdK) * (sdG - sdK) * population
	d.Shape = 2 * sdG * sdK * population * (1 - d.Profile)
	return d, true
}
