package check

import (
	"slices"
	"strings"
)

const overlapping = .8 // of the words of two choices together

// overlap finds two choices, on offer together, that say nearly the same.
func (c *checker) overlap(r *reading) {
	for i := range r.choices {
		for j := range i {
			if !c.sideBySide(r.key, i, j) {
				continue
			}
			share := jaccard(setOf(tokens(r.choices[i])), setOf(tokens(r.choices[j])))
			if share > overlapping {
				c.add(c.of(r, i), ruleOverlap, r.n.ID, r.n.Choices[j].ID, r.n.Choices[i].ID, int(100*share))
			}
		}
	}
}

// sideBySide tells whether some state offers both choices; where states are not known, it may.
func (c *checker) sideBySide(k *key, i, j int) bool {
	return c.sol == nil || k.choices[i].beside>>j&1 == 1
}

const clanging = 2 // words of the scene that the best choice alone repeats

// clang finds a best choice that alone repeats the scene's words.
func (c *checker) clang(r *reading, names set) {
	scene := significant(r.scene, r.lang)
	echoes := make([]set, len(r.choices)) // by choice, words of the scene
	shared := map[string]int{}
	for i, text := range r.choices {
		echoes[i] = set{}
		for w := range significant(text, r.lang) {
			if scene[w] && !names[w] {
				echoes[i][w] = true
				shared[w]++
			}
		}
	}
	var alone []string
	for i, echo := range echoes {
		own := 0
		for w := range echo {
			if shared[w] > 1 {
				continue
			}
			own++
			if i == r.key.best {
				alone = append(alone, w)
			}
		}
		if i != r.key.best && own >= clanging {
			return
		}
	}
	if len(alone) >= clanging {
		slices.Sort(alone)
		c.add(c.of(r, r.key.best), ruleClang, r.n.ID, r.n.Choices[r.key.best].ID, strings.Join(c.asWritten(r, alone), ", "))
	}
}

// asWritten finds the words of the best choice that stems were taken from.
func (c *checker) asWritten(r *reading, stems []string) []string {
	var found []string
	for _, word := range strings.FieldsFunc(r.choices[r.key.best], func(x rune) bool { return strings.ContainsRune(" ’'.,;:!?…()«»“”\u00a0\u202f", x) }) {
		w := tokens(word)
		if len(w) == 1 && slices.Contains(stems, stem(w[0])) && !slices.Contains(found, word) {
			found = append(found, word)
		}
	}
	return found
}

// central is the choice most like the others on average; -1 where several are.
func (r *reading) central() int {
	words := make([]set, len(r.choices))
	for i, text := range r.choices {
		words[i] = significant(text, r.lang)
	}
	found, most := -1, 0.0
	for i := range words {
		sum := 0.0
		for j := range words {
			if i != j {
				sum += jaccard(words[i], words[j])
			}
		}
		switch {
		case sum > most:
			found, most = i, sum
		case sum == most:
			found = -1
		}
	}
	return found
}
