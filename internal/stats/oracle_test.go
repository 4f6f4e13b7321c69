package stats

import (
	"math"
	"testing"

	"casebook/internal/solve/sketch"
)

// worked is an example whose figures were reckoned apart from this program.
type worked[In, Out any] struct {
	Input  In
	Output Out
	Tol    float64
}

func read[In, Out any](t *testing.T, id string) (w worked[In, Out]) {
	t.Helper()
	sketch.Oracle(t, id, &w)
	return w
}

func (w worked[In, Out]) near(t *testing.T, what string, got, want float64) {
	t.Helper()
	near(t, what, got, want, w.Tol)
}

func near(t *testing.T, what string, got, want, tolerance float64) {
	t.Helper()
	if !(math.Abs(got-want) <= tolerance) {
		t.Errorf("%s = %v, want %v", what, got, want)
	}
}

func nearInterval(t *testing.T, what string, got Interval, want [2]float64, tolerance float64) {
	t.Helper()
	near(t, what+" from", got.Low, want[0], tolerance)
	near(t, what+" to", got.High, want[1], tolerance)
}

func must[T any](t *testing.T) func(value T, ok bool) T {
	t.Helper()
	return func(value T, ok bool) T {
		t.Helper()
		if !ok {
			t.Fatal("too little to answer from")
		}
		return value
	}
}

func finite(x float64) bool { return !math.IsNaN(x) && !math.IsInf(x, 0) }
