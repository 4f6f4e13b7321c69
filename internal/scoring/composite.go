package scoring

// What each part weighs in a composite.
const (
	judgementWeight   = .6
	rationaleWeight   = .3
	calibrationWeight = .1
)

// Rationale is the score of a rationale from the levels of its rubric, each from 0 to 3.
func Rationale(levels []int) float64 {
	sum := 0
	for _, l := range levels {
		sum += l
	}
	return 100 * float64(sum) / float64(3*len(levels))
}

// CalibrationScore turns a Brier score into one from 0 to 100.
func CalibrationScore(brier float64) float64 { return 100 * (1 - brier) }

// Composite weighs judgement, rationale and calibration, each from 0 to 100; of those that are missing, the others
// share the weight.
func Composite(judgement float64, rationale, calibration *float64) float64 {
	sum, weight := judgementWeight*judgement, judgementWeight
	if rationale != nil {
		sum, weight = sum+rationaleWeight**rationale, weight+rationaleWeight
	}
	if calibration != nil {
		sum, weight = sum+calibrationWeight**calibration, weight+calibrationWeight
	}
	return sum / weight
}
