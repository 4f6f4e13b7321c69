//go:build bench

package main

import (
	"fmt"
	"os"
	"time"
)

// nanoseconds is a time that may be a few of them, where time.Duration is too coarse.
type nanoseconds float64

func (n nanoseconds) String() string {
	for _, unit := range []string{"ns", "µs", "ms"} {
		if n < 1000 {
			return fmt.Sprintf("%.3g %s", float64(n), unit)
		}
		n /= 1000
	}
	return fmt.Sprintf("%.3g s", float64(n))
}

// timing is something that is done again and again for a while, in turn with others.
type timing struct {
	name    string
	measure func() (nanoseconds, error)
}

// takeTurns measures everything in every round, each time beginning with another, and answers the medians.
func takeTurns(rounds int, all []timing) (map[string]nanoseconds, error) {
	took := map[string][]nanoseconds{}
	for round := range rounds {
		for i := range all {
			t := all[(i+round)%len(all)]
			d, err := t.measure()
			if err != nil {
				return nil, fmt.Errorf("%s: %w", t.name, err)
			}
			fmt.Fprintf(os.Stderr, "round %d  %-24s %s\n", round+1, t.name, d)
			took[t.name] = append(took[t.name], d)
		}
	}
	medians := map[string]nanoseconds{}
	for name, values := range took {
		medians[name] = median(values)
	}
	return medians, nil
}

// span is how long something quick is repeated in a round.
const span = 200 * time.Millisecond

// repeat does something for a while and answers what one part of it takes: each time it has so many. The first time
// is for warming, unless it takes long.
func repeat(do func() (parts int, err error)) (nanoseconds, error) {
	total, start, warm := 0, time.Now(), false
	for {
		parts, err := do()
		if err != nil {
			return 0, err
		}
		total += parts
		took := time.Since(start)
		if took >= span {
			return nanoseconds(took) / nanoseconds(total), nil
		}
		if !warm {
			total, start, warm = 0, time.Now(), true
		}
	}
}
