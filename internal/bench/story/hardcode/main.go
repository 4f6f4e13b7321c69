//go:build bench

// Command hardcode writes the story as Go code into a file.
package main

import (
	"log"
	"os"

	"casebook/internal/bench/story"
)

func main() {
	if err := os.WriteFile(os.Args[1], []byte(story.Source(story.Length)), 0o644); err != nil {
		log.Fatal(err)
	}
}
