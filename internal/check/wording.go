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
			if m := refersTo[r.lang].FindString(said); m != "" {
				c.add(c.of(r, i), ruleOthers, r.n.ID, r.n.Choices[i].ID, strings.Trim(m, " .,:;"))
				break
			}
		}
	}
}

var refersTo = map[string]*regexp.Regexp{
	"fr": regexp.MustCompile(`(?i:tout(es)? (ce qui précède|(les |ces )?(réponses|propositions|options|solutions)( ci-dessus| précédentes)?\b)` +
		`|tous (les |ces )choix( ci-dessus| précédents)?\b|aucun(e)? (des |de ces )(choix|réponses|propositions|options|solutions)\b` +
		`|(rien|aucun|aucune) de (ce qui précède|tout cela)\b|les deux (premiers?|premières?|derniers?|dernières?|précédents|précédentes|choix|réponses|options) ?(ci-dessus)?` +
		`|(choix|réponses?|options?|propositions?|solutions?) [A-H1-9] (et|ou) [A-H1-9]\b)|^\W*(?i:les deux,? )?[A-H] (et|ou|\+|&) [A-H]\b`),
	"en": regexp.MustCompile(`(?i:\b(all|none|both|neither|any|either|some) of (the above|these (choices|answers|options)|the (choices|answers|options|previous|preceding)( above)?)\b` +
		`|\bthe (first|last|previous|preceding) two (choices|answers|options)\b|\ball the above\b` +
		`|\b(choices?|answers?|options?) [A-H1-9] (and|or) [A-H1-9]\b)|^\W*(?i:both )?[A-H] (and|or|\+|&) [A-H]\b`),
}

// negative finds a question that asks what not to do.
func (c *checker) negative(r *reading) {
	for _, sentence := range strings.SplitAfter(r.ask, "?") {
		if !strings.HasSuffix(sentence, "?") {
			continue
		}
		if i := strings.LastIndexAny(strings.TrimRight(sentence, "?"), ".!…"); i >= 0 {
			sentence = strings.TrimLeftFunc(sentence[i:], unicode.IsPunct)
		}
		if clause := asking(sentence, r.lang); negations[r.lang].MatchString(clause) {
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
		"fr": regexp.MustCompile(`(?i)(^|\s)(ne\s|n[’'])\S.*\s(pas|jamais|point|plus|aucun|aucune)(\s|$)|\b(sauf|excepté|hormis)\b|à l[’']exception`),
		"en": regexp.MustCompile(`(?i)\b(not|never|except|least|avoid)\b|n[’']t\b`),
	}
)
