package check

import (
	"slices"
	"unicode/utf8"
)

// How long things may be.
const (
	longChoice     = 1.25 // of the median
	veryLongChoice = 1.5
	sceneWords     = 350
	choiceWords    = 60
)

// length is that of a choice: the characters of its body as read, its label apart.
func length(choice string) int { return utf8.RuneCountInString(choice) }

// long finds a best choice that its length points to.
func (c *checker) long(r *reading) {
	ordinary := r.median()
	if len(r.choices) == 2 { // the median would lie half-way to the best itself
		ordinary = float64(length(r.choices[1-r.key.best]))
	}
	ratio := float64(length(r.choices[r.key.best])) / max(1, ordinary)
	rule := ruleLong
	switch {
	case ratio > veryLongChoice:
		rule = ruleVeryLong
	case ratio <= longChoice:
		return
	}
	c.add(c.of(r, r.key.best), rule, r.n.ID, r.n.Choices[r.key.best].ID, decimal(ratio))
}

// median is the middle length of a decision's choices.
func (r *reading) median() float64 {
	lengths := make([]int, len(r.choices))
	for i, text := range r.choices {
		lengths[i] = length(text)
	}
	slices.Sort(lengths)
	n := len(lengths)
	return float64(lengths[(n-1)/2]+lengths[n/2]) / 2
}

// longest is the one choice longer than all others, -1 where there is none.
func (r *reading) longest() int {
	found, most := -1, 0
	for i, text := range r.choices {
		switch n := length(text); {
		case n > most:
			found, most = i, n
		case n == most:
			found = -1
		}
	}
	return found
}

// wordy finds scenes and choices too long to be read at one go.
func (c *checker) wordy(r *reading) {
	for i, text := range r.choices {
		if n := countWords(text); n > choiceWords {
			c.add(c.of(r, i), ruleLongChoice, r.n.ID, r.n.Choices[i].ID, n, choiceWords)
		}
	}
}
