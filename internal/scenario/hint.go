package scenario

import (
	"slices"
	"strings"

	"casebook/internal/fault"
)

// Limits of a hint.
const (
	maxHints   = 50 // after so many slips the search for what was meant ends: it takes time
	hintList   = 8  // how many known names are enumerated at most
	hintLength = 80 // letters of a word that is searched for
	hintEdits  = 4
)

// hint helps with an unknown name. It is put into words only where it is said.
type hint struct {
	word  string
	known []string
}

// text names the nearest known word, or all of them where they are few.
func (h hint) text() fault.Text {
	if near, ok := nearest(h.word, h.known); ok {
		return fault.Text{FR: " Vouliez-vous dire `%s` ?", EN: " Did you mean `%s`?"}.Typeset().Format(near)
	}
	if len(h.known) == 0 || len(h.known) > hintList {
		return fault.Text{}
	}
	all := "`" + strings.Join(slices.Sorted(slices.Values(h.known)), "`, `") + "`"
	return fault.Text{FR: " Possible ici : %s.", EN: " Possible here: %s."}.Typeset().Format(all)
}

// nearest finds the known word that the fewest changes turn into word, if a slip of the hand could explain them.
func nearest(word string, known []string) (string, bool) {
	letters := []rune(strings.ToLower(word))
	if len(letters) > hintLength {
		return "", false
	}
	found, best := "", min(hintEdits, max(1, len(letters)/3))+1
	for _, k := range known {
		if abs(len(k)-len(word)) > 2*best { // bytes, of which an accented letter takes two
			continue
		}
		if d := distance(letters, []rune(strings.ToLower(k)), best); d < best || d == best && found != "" && k < found {
			best, found = d, k
		}
	}
	return found, found != ""
}

// distance counts the letters to insert, drop, change or swap with a neighbour; past limit it stops counting.
func distance(x, y []rune, limit int) int {
	before, last, row := make([]int, len(y)+1), make([]int, len(y)+1), make([]int, len(y)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(x); i++ {
		row[0] = i
		least := i
		for j := 1; j <= len(y); j++ {
			cost := 1
			if x[i-1] == y[j-1] {
				cost = 0
			}
			row[j] = min(last[j]+1, row[j-1]+1, last[j-1]+cost)
			if i > 1 && j > 1 && x[i-1] == y[j-2] && x[i-2] == y[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
			least = min(least, row[j])
		}
		if least > limit {
			return least
		}
		before, last, row = last, row, before
	}
	return last[len(y)]
}

func abs(n int) int { return max(n, -n) }
