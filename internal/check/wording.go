package check

import (
	"regexp"
	"strings"
	"unicode"
)

// extreme finds categorical words that stand in lesser choices only.
func (c *checker) extreme(r *reading) {
	if _, found := extremes[r.lang].in(r.said(r.key.best), idioms[r.lang]); found {
		return
	}
	for i := range r.choices {
		if word, found := extremes[r.lang].in(r.said(i), idioms[r.lang]); found {
			c.add(c.of(r, i), ruleExtreme, r.n.ID, r.n.Choices[i].ID, word)
		}
	}
}

// polite finds courtesy that stands in the best choice only.
func (c *checker) polite(r *reading) {
	formula, found := courtesies[r.lang].in(r.said(r.key.best), nil)
	if !found {
		return
	}
	for i := range r.choices {
		if _, found := courtesies[r.lang].in(r.said(i), nil); found && i != r.key.best {
			return
		}
	}
	c.add(c.of(r, r.key.best), rulePolite, r.n.ID, r.n.Choices[r.key.best].ID, formula)
}

// villain finds choices that nobody of good faith would make.
func (c *checker) villain(r *reading) {
	for i := range r.choices {
		if word, found := villainies[r.lang].in(r.said(i), nil); found && i != r.key.best {
			c.add(c.of(r, i), ruleVillain, r.n.ID, r.n.Choices[i].ID, word)
		}
	}
}

// others finds choices that are about other choices.
func (c *checker) others(r *reading) {
	for i, text := range r.choices {
		for _, said := range []string{text, r.labels[i]} {
			m := above[r.lang].FindString(said)
			if m == "" && countWords(said) <= hardlyAnything {
				m = together[r.lang].FindString(said)
			}
			if m != "" {
				c.add(c.of(r, i), ruleOthers, r.n.ID, r.n.Choices[i].ID, strings.Trim(m, " .,:;"))
				break
			}
		}
	}
}

// hardlyAnything is how many words a choice has, at most, that says no more than which other choices it stands for.
// A longer one may well speak of “these options” as part of the story.
const hardlyAnything = 8

var (
	// above refers to what was written before, which no story does.
	above = map[string]*regexp.Regexp{
		"fr": regexp.MustCompile(`(?i)\b(tout|rien|aucun|aucune|chacun|chacune|l[’']un|l[’']une) (de )?ce qui précède\b` +
			`|\b(choix|réponses?|options?|propositions?|solutions?) (ci-dessus|qui précèdent)\b`),
		"en": regexp.MustCompile(`(?i)\b(all|none|both|neither|any|either|some|one) of the above\b|\ball the above\b` +
			`|\b(choices?|answers?|options?) above\b`),
	}
	together = map[string]*regexp.Regexp{
		"fr": regexp.MustCompile(`(?i:\b(tous|toutes|aucun|aucune|chacun|chacune|l[’']un|l[’']une) (des?|ces|les|de ces) (deux |trois |autres )?(choix|réponses|options|propositions|solutions)\b` +
			`|\bles deux (premiers |premières |derniers |dernières )?(choix|réponses|options|propositions|solutions)\b` +
			`|\b(choix|réponses?|options?|propositions?|solutions?) [A-H1-9] (et|ou|\+|&) [A-H1-9]\b)|^\W*(?i:les deux,? )?[A-H] (et|ou|\+|&) [A-H]\b`),
		"en": regexp.MustCompile(`(?i:\b(all|none|both|neither|any|either|some|one) of (these|the)( two| three| other| first two| last two)? (choices|answers|options|solutions)\b` +
			`|\b(all|both) (these |the )?(choices|answers|options)\b|\bthe (first|last) two (choices|answers|options)\b` +
			`|\b(choices?|answers?|options?) [A-H1-9] (and|or|\+|&) [A-H1-9]\b)|^\W*(?i:both )?[A-H] (and|or|\+|&) [A-H]\b`),
	}
)

// negative finds a question that asks what not to do.
func (c *checker) negative(r *reading) {
	for _, sentence := range strings.SplitAfter(r.ask, "?") {
		if !strings.HasSuffix(sentence, "?") {
			continue
		}
		if i := strings.LastIndexAny(strings.TrimRight(sentence, "?"), ".!…"); i >= 0 {
			sentence = strings.TrimLeftFunc(sentence[i:], unicode.IsPunct)
		}
		if negations[r.lang].MatchString(asking(sentence, r.lang)) || exceptions[r.lang].MatchString(sentence) {
			s := subject{at: c.places.Text(r.lang, r.n.ID+"/ask:"), node: r.n.ID}
			c.add(s, ruleNegative, r.n.ID, strings.TrimSpace(sentence))
			return
		}
	}
}

// asking is the part of a sentence that holds its question word, or all of it: “As he does not answer, what do you do?”
// asks nothing negative.
func asking(sentence, lang string) string {
	for _, clause := range strings.FieldsFunc(sentence, func(r rune) bool { return strings.ContainsRune(",;:—–", r) }) {
		if questionWords[lang].MatchString(clause) {
			return clause
		}
	}
	return sentence
}

var (
	questionWords = map[string]*regexp.Regexp{
		"fr": regexp.MustCompile(`(?i)(^|\s)(que|qu[’']|quoi|quel|quelle|quels|quelles|qui|comment|où|pourquoi|lequel|laquelle|lesquels|lesquelles)`),
		"en": regexp.MustCompile(`(?i)\b(what|which|who|whom|how|where|why|when)\b`),
	}
	negations = map[string]*regexp.Regexp{
		"fr": regexp.MustCompile(`(?i)(^|\s)(ne\s|n[’'])\S.*\s(pas|jamais|point|plus|aucun|aucune)(\s|$)`),
		"en": regexp.MustCompile(`(?i)\b(not|never)\b|n[’']t\b`),
	}
	exceptions = map[string]*regexp.Regexp{
		"fr": regexp.MustCompile(`(?i)\b(sauf|excepté|hormis)\b|à l[’']exception`),
		"en": regexp.MustCompile(`(?i)\bexcept(ing)?\b`),
	}
)
