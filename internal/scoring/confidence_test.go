package scoring

import (
	"testing"

	"casebook/internal/solve/sketch"
)

func TestBrierScoreAndItsParts(t *testing.T) {
	var want struct {
		Input  struct{ Confidence, Outcome []float64 }
		Output struct {
			Brier, Reliability, Resolution, Uncertainty, Overconfidence float64

			LogScore float64 `json:"log_score"`
			Skill    float64 `json:"skill_vs_base_rate"`
		}
	}
	sketch.Oracle(t, "confidence.brier", &want)
	c, o, w := want.Input.Confidence, want.Input.Outcome, want.Output
	m := Decompose(c, o)
	near(t, "Brier", Brier(c, o), w.Brier)
	near(t, "reliability", m.Reliability, w.Reliability)
	near(t, "resolution", m.Resolution, w.Resolution)
	near(t, "uncertainty", m.Uncertainty, w.Uncertainty)
	near(t, "overconfidence", Overconfidence(c, o), w.Overconfidence)
	near(t, "log score", LogScore(c, o), w.LogScore)
	near(t, "skill", Skill(c, o), w.Skill)
}

func TestGradedBrier(t *testing.T) {
	var want struct {
		Input  struct{ Confidence, Credit []float64 }
		Output struct{ Brier float64 }
	}
	sketch.Oracle(t, "confidence.graded-brier", &want)
	near(t, "graded Brier", Brier(want.Input.Confidence, want.Input.Credit), want.Output.Brier)
}

func TestCertaintyBasedMarks(t *testing.T) {
	var want struct {
		Input  struct{ Answers [][2]int }
		Output struct{ Marks []int }
	}
	sketch.Oracle(t, "confidence.cbm", &want)
	for i, a := range want.Input.Answers {
		if got := Mark(a[0], a[1] == 1); got != want.Output.Marks[i] {
			t.Errorf("answer %v earns %d, want %d", a, got, want.Output.Marks[i])
		}
	}
}

func TestComposite(t *testing.T) {
	var want struct {
		Input struct {
			Judgement float64 `json:"regret_score"`
			Levels    []int   `json:"rubric_levels"`
			Brier     float64
		}
		Output struct {
			Rationale, Calibration, Composite float64

			WithoutRationale float64 `json:"composite_without_rationale"`
		}
	}
	sketch.Oracle(t, "composite.attempt", &want)
	in, w := want.Input, want.Output
	rationale, calibration := Rationale(in.Levels), CalibrationScore(in.Brier)
	near(t, "rationale", rationale, w.Rationale)
	near(t, "calibration", calibration, w.Calibration)
	near(t, "composite", Composite(in.Judgement, &rationale, &calibration), w.Composite)
	near(t, "without rationale", Composite(in.Judgement, nil, &calibration), w.WithoutRationale)
	near(t, "judgement alone", Composite(in.Judgement, nil, nil), in.Judgement)
}

func TestCalibrationOfAPlay(t *testing.T) {
	r, _ := played(t, toxique(t), []string{"appeler", "nommer-vague", "sortir"}, []string{"braque"})
	c, ok := Calibrate(r.Moves, []int{3, 2, 0})
	credit := 1 - 14.6/24.6 // of the first; the second is the best there
	if !ok || c.Decisions != 2 {
		t.Fatalf("got %+v", c)
	}
	near(t, "Brier", c.Brier, ((.95-credit)*(.95-credit)+.25*.25)/2)
	near(t, "overconfidence", c.Overconfidence, (.95+.75)/2-(credit+1)/2)
	if _, ok := Calibrate(r.Moves, []int{0, 0, 0}); ok {
		t.Error("calibrated without a word of confidence")
	}
}
