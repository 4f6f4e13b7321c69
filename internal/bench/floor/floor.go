//go:build bench

// Package floor is the story as somebody would write it in Go, for this story alone: nothing that plays can be faster
// by much.
package floor

import "casebook/internal/bench/story"

//go:generate go run -tags bench ../story/hardcode hardcoded.go

// Play plays the story once.
func Play() (trust, steps int, err error) {
	s := story.Begin()
	for ; s.Node < story.Length; steps++ {
		s = choose(s, story.Pick(steps, offered(s)))
	}
	return s.Trust, steps, nil
}
