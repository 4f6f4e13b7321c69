package check

import (
	"testing"

	"casebook/internal/scenario"
)

// What the word lists find, and what they have to leave alone: a false alarm that cannot be answered is worse than none.
func TestWhatWordsGiveAway(t *testing.T) {
	type finder func(lang, text string) bool
	in := func(lists map[string]lexicon, but map[string]lexicon) finder {
		return func(lang, text string) bool { _, found := lists[lang].in(text, but[lang]); return found }
	}
	others := func(lang, text string) bool {
		c := &checker{places: nowhere}
		c.others(&reading{lang: lang, n: twoChoices, key: &key{}, choices: []string{"Rien.", text}, labels: []string{"un", "deux"}})
		return len(c.flaws) > 0
	}
	negative := func(lang, ask string) bool {
		c := &checker{places: nowhere}
		c.negative(&reading{lang: lang, n: twoChoices, ask: ask})
		return len(c.flaws) > 0
	}
	for _, c := range []struct {
		what       string
		find       finder
		lang, text string
		found      bool
	}{
		{"extreme", in(extremes, idioms), "fr", "Vous répondez systématiquement dans l’heure.", true},
		{"extreme", in(extremes, idioms), "fr", "SYSTEMATIQUEMENT, vous répondez.", true},
		{"extreme", in(extremes, idioms), "fr", "Plus que jamais, vous écoutez.", false},
		{"extreme", in(extremes, idioms), "fr", "Vous parlez seul à seul, un jour sur deux.", false},
		{"extreme", in(extremes, idioms), "en", "You must never do that.", true},
		{"extreme", in(extremes, idioms), "en", "After all, you have known her for ten years.", false},
		{"extreme", in(extremes, idioms), "en", "You are lonely and call a mustering.", false},
		{"villain", in(villainies, nil), "fr", "Vous lui répondez avec mépris.", true},
		{"villain", in(villainies, nil), "fr", "Vous relevez l’incompétence du procédé.", false},
		{"villain", in(villainies, nil), "en", "You tell him to shut up.", true},
		{"villain", in(villainies, nil), "en", "You shut the door and look up.", false},
		{"courtesy", in(courtesies, nil), "fr", "S’il vous plaît, asseyez-vous.", true},
		{"courtesy", in(courtesies, nil), "fr", "S'il vous plait, asseyez-vous.", true},
		{"courtesy", in(courtesies, nil), "fr", "Ce projet vous plaît, s’il aboutit.", false},
		{"courtesy", in(courtesies, nil), "en", "Thank you for telling me.", true},
		{"courtesy", in(courtesies, nil), "en", "You pleased the board.", false},
		{"others", others, "fr", "Tout ce qui précède.", true},
		{"others", others, "fr", "Les réponses ci-dessus, dans cet ordre, puis un appel à la direction pour confirmer le tout.", true},
		{"others", others, "fr", "Aucun de ces choix.", true},
		{"others", others, "fr", "A et B", true},
		{"others", others, "fr", "Réponses 1 et 2.", true},
		{"others", others, "fr", "« Aucune de ces solutions ne vous convient, je l’entends : dites-moi ce qui manque. »", false},
		{"others", others, "fr", "Les deux premières semaines servent à écouter.", false},
		{"others", others, "fr", "Vous réunissez les équipes A et B dans la même salle pour en parler.", false},
		{"others", others, "en", "None of the above.", true},
		{"others", others, "en", "Both A and B.", true},
		{"others", others, "en", "All of these answers.", true},
		{"others", others, "en", "You lay both options before her and let her say which one she can defend.", false},
		{"others", others, "en", "The letter above the desk stays there.", false},
		{"negative", negative, "fr", "Que ne faut-il pas faire ?", true},
		{"negative", negative, "fr", "Toutes ces réponses conviennent, sauf une : laquelle ?", true},
		{"negative", negative, "fr", "Laquelle n’écririez-vous jamais à un client ?", true},
		{"negative", negative, "fr", "Il ne répond pas. Que faites-vous ?", false},
		{"negative", negative, "fr", "Puisqu’il ne répond pas, que faites-vous ?", false},
		{"negative", negative, "fr", "Vous avez quatre-vingt-dix secondes avant qu’il ne raccroche. Que dites-vous ?", false},
		{"negative", negative, "en", "What should you not say?", true},
		{"negative", negative, "en", "What don’t you tell her?", true},
		{"negative", negative, "en", "All of these help, except one: which?", true},
		{"negative", negative, "en", "How do you avoid a scene, at least until Friday?", false},
		{"negative", negative, "en", "As he does not answer, what do you do?", false},
		{"negative", negative, "en", "She knows nothing yet. How do you tell her?", false},
	} {
		if got := c.find(c.lang, c.text); got != c.found {
			t.Errorf("%s, %s: found %v in %q", c.what, c.lang, got, c.text)
		}
	}
}

func TestFormIsToldByWhereMostLettersStand(t *testing.T) {
	for text, spoken := range map[string]bool{
		"« Je vous rappelle demain. »":                            true,
		"“I will call you back.”":                                 true,
		`"I will call you back."`:                                 true,
		"Vous dites : « Je vous rappelle demain, avant midi. »":   true,
		"Vous relisez le message « lancement » et le laissez là.": false,
		"You reread “launch” and leave it.":                       false,
		"Vous raccrochez.":                                        false,
		"":                                                        false,
	} {
		if got := speech(text); got != spoken {
			t.Errorf("%q spoken: %v", text, got)
		}
	}
}

var (
	nowhere    = &scenario.Places{}
	twoChoices = &scenario.Node{ID: "ici", Choices: []scenario.Choice{{ID: "un"}, {ID: "deux"}}}
)
