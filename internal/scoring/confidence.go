package scoring

import (
	"math"

	"casebook/internal/solve"
)

// Certainty is the probability that a trainee's word for how sure they are stands for: 1, a bet, is .50; 2, fairly
// sure, .75; 3, certain, .95. Nobody who decides is less sure than a coin, nor beyond doubt.
func Certainty(confidence int) float64 {
	switch confidence {
	case 3:
		return .95
	case 2:
		return .75
	default:
		return .50
	}
}

// Calibration is how well confidence matched judgement.
type Calibration struct {
	Decisions      int
	Brier          float64 // graded: 0 best, 1 worst
	Overconfidence float64 // positive when surer than right
}

// Calibrate compares how sure a trainee was of each move (1 to 3, 0 where it was not said) with the credit that the
// move earned. Only scored decisions count, where something was at stake; false when there are none.
func Calibrate(moves []Move, confidence []int) (Calibration, bool) {
	var sure, credit []float64
	for i := range min(len(moves), len(confidence)) {
		if m := &moves[i]; confidence[i] > 0 && m.Scored && m.Credit != nil {
			sure = append(sure, Certainty(confidence[i]))
			credit = append(credit, *m.Credit)
		}
	}
	if len(sure) == 0 {
		return Calibration{}, false
	}
	return Calibration{len(sure), solve.Round(Brier(sure, credit)), solve.Round(Overconfidence(sure, credit))}, true
}

// Brier is the mean squared distance of confidence from what came, each from 0 to 1. With credits in place of
// outcomes it is the graded score, proper for the expected credit.
func Brier(confidence, came []float64) float64 {
	sum := 0.0
	for i, c := range confidence {
		sum += (c - came[i]) * (c - came[i])
	}
	return sum / float64(len(confidence))
}

// Overconfidence is mean confidence less mean of what came.
func Overconfidence(confidence, came []float64) float64 { return mean(confidence) - mean(came) }

// Murphy takes a Brier score of outcomes apart: reliability − resolution + uncertainty.
type Murphy struct{ Reliability, Resolution, Uncertainty float64 }

// Decompose is Murphy's decomposition, over groups of equal confidence.
func Decompose(confidence, came []float64) Murphy {
	groups := map[float64][]float64{}
	for i, c := range confidence {
		groups[c] = append(groups[c], came[i])
	}
	base := mean(came)
	m := Murphy{Uncertainty: base * (1 - base)}
	for c, outcomes := range groups {
		share, rate := float64(len(outcomes))/float64(len(came)), mean(outcomes)
		m.Reliability += share * (c - rate) * (c - rate)
		m.Resolution += share * (rate - base) * (rate - base)
	}
	return m
}

// Skill is the part of the uncertainty that confidence removes, against always saying the base rate.
func Skill(confidence, came []float64) float64 {
	base := mean(came)
	return 1 - Brier(confidence, came)/(base*(1-base))
}

// LogScore is the mean surprise at what came, in nats.
func LogScore(confidence, came []float64) float64 {
	sum := 0.0
	for i, c := range confidence {
		sum -= came[i]*math.Log(c) + (1-came[i])*math.Log(1-c)
	}
	return sum / float64(len(confidence))
}

// Mark is the certainty-based mark of one answer: at certainty 1, 2, 3, right earns 1, 2, 3 and wrong 0, −2, −6.
func Mark(certainty int, right bool) int {
	if right {
		return certainty
	}
	return [...]int{0, 0, -2, -6}[certainty]
}

func mean(xs []float64) float64 {
	sum := 0.0
	for _, x := range xs {
		sum += x
	}
	return sum / float64(len(xs))
}
