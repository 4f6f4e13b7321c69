package attempt

import (
	"errors"

	"casebook/internal/library"
	"casebook/internal/scoring"
	"casebook/internal/solve"
)

// Stands is the node where an attempt stands, by its place in the scenario.
func Stands(a *Attempt, v *library.Version) (node int, err error) {
	t, err := takeUp(a, v)
	if err != nil {
		return 0, err
	}
	return int(t.h.End.State.Node), nil
}

// Judge is what the moves of an attempt were worth, as far as it has come; false when its case is too large to be valued.
func Judge(a *Attempt, v *library.Version) (r scoring.Result, valued bool, err error) {
	t, err := take(a, v)
	if err != nil {
		return r, false, err
	}
	j, err := judge(v, t.h)
	var flaw *solve.Flaw
	if errors.As(err, &flaw) {
		return r, false, nil
	}
	return j.result, err == nil, err
}
