package check

import (
	"strconv"
	"strings"
)

// plants are the flaws, one by one.
func plants() []plant {
	return append(wordPlants(), mapPlants()...)
}

func in(file, old, put string, more ...edit) []edit { return append([]edit{{file, old, put}}, more...) }

const (
	ring    = "Vous composez son numéro et restez en ligne jusqu’à sa dernière question."
	write   = "Vous rédigez un message complet, avec l’historique, qu’elle lira à tête reposée."
	dial    = "You dial her number and stay on the line until she runs out of questions."
	compose = "You compose a full message, with the history, for her to read in peace and quiet."
)

// wordPlants are flaws of wording.
func wordPlants() []plant {
	return []plant{
		{ruleLong, in(french, ring, ring+" Puis vous notez le tout au propre."), french, "### choice: ring", "news.ring"},
		{ruleLong, in(english, dial, dial+" Then you write it down in your log."), english, "### choice: ring", "news.ring"},
		{ruleVeryLong, in(french, ring, strings.Repeat(ring+" ", 3)), french, "### choice: ring", "news.ring"},
		{ruleOftenLongest, []edit{
			{french, ring, ring + " Au calme."},
			{french, "retracer ses essais, puis complétez", "retracer ses essais un par un, puis complétez"},
			{french, "une répartition équitable", "une répartition équitable des deux montants"},
		}, french, "# Le prototype", ""},
		{ruleExtreme, in(french, write, "Vous rédigez comme toujours un message complet, avec l’historique."), french, "### choice: write", "news.write"},
		{ruleExtreme, in(english, compose, "You compose a message that never leaves anything out, for her to read in peace."), english, "### choice: write", "news.write"},
		{ruleVillain, in(french, write, "Vous rédigez un message complet, avec mépris pour ses retards de paiement."), french, "### choice: write", "news.write"},
		{ruleVillain, in(english, compose, "You compose a message in which you call her planning stupid, in so many words."), english, "### choice: write", "news.write"},
		{ruleVillain, in(french, "### choice: write | Lui écrire", "### choice: write | Lui écrire avec mépris"), french, "### choice: write", "news.write"},
		{ruleOthers, in(french, write, "Aucune de ces réponses."), french, "### choice: write", "news.write"},
		{ruleOthers, in(english, compose, "All of the above."), english, "### choice: write", "news.write"},
		{ruleOthers, in(french, "### choice: write | Lui écrire", "### choice: write | A et B"), french, "### choice: write", "news.write"},
		{ruleOverlap, in(french, ring, write), french, "### choice: ring", "news.ring"},
		{ruleOverlap, in(english, dial, compose), english, "### choice: ring", "news.ring"},
		{ruleClang, in(french, ring, "Vous dites que le rapport d’essai est soucieux, et restez en ligne un moment."), french, "### choice: ring", "news.ring"},
		{ruleClang, in(english, dial, "You dial her number, the report on the table, and say that you are worried."), english, "### choice: ring", "news.ring"},
		{rulePolite, in(french, ring, "Vous composez son numéro, la remerciez : merci d’avoir patienté jusqu’ici."), french, "### choice: ring", "news.ring"},
		{rulePolite, in(english, dial, "You dial her number, thank her, and say please stay on the line a while."), english, "### choice: ring", "news.ring"},
		{ruleForm, in(french, write, "« Nina, le prototype ne sera pas là lundi, je vous explique tout dans ce message. »"), french, "## scene: news", "news"},
		{ruleForm, in(english, compose, "“Nina, the prototype will not be there on Monday, I explain it all in this message.”"), english, "## scene: news", "news"},
		{ruleNegative, in(french, "Comment prévenez-vous Nina ?", "Que ne faut-il pas dire à Nina ?"), french, "### ask", "news"},
		{ruleNegative, in(english, "How do you tell Nina?", "Which of these would you not tell Nina?"), english, "### ask", "news"},
		{ruleLongScene, in(french, "Sam a l’air soucieux.", strings.Repeat("Sam a l’air soucieux. ", 90)), french, "## scene: news", "news"},
		{ruleLongChoice, in(english, compose, strings.Repeat("You compose a full message for her. ", 10)), english, "### choice: write", "news.write"},
		{ruleNoTempting, []edit{
			{french, "#### tempting\nLa transparence invite à la transparence.\n", ""},
			{english, "#### tempting\nOpenness invites openness.\n", ""},
		}, french, "### choice: show", "pause.show"},
		{ruleNoCase, in(french, "Elle aura de quoi préparer sa réunion, noir sur blanc.", "C’est simple."), french, "#### tempting", "news.write"},
		{ruleUncited, []edit{
			{french, "La transparence invite à la transparence.\n", "La transparence invite à la transparence.\n#### expert\nÀ discuter.\n"},
			{english, "Openness invites openness.\n", "Openness invites openness.\n#### expert\nOpen to debate.\n"},
		}, french, "### choice: show > #### expert", "pause.show"},
	}
}

// mapPlants are flaws of what choices lead to.
func mapPlants() []plant {
	const (
		writes = "        evidence: {attentes: 1, canal: -1}\n        next: meeting\n"
		rings  = "        evidence: {canal: 1}\n        set: {nina.trust: 1}\n        next: meeting\n"
		shows  = "        set: {shown: true}\n        next: team\n"
	)
	return []plant{
		{ruleDominated, in(yamlFile, writes, "        evidence: {canal: -1}\n        next: meeting\n"), yamlFile, "write:", "news.write"},
		{ruleHero, in(yamlFile, "evidence: {attentes: 1, canal: -1}\n        next: [", "evidence: {canal: -1}\n        set: {sam.mood: 1}\n        next: ["), yamlFile, "weekly:", "close.weekly"},
		{rulePosition, []edit{
			{yamlFile, "      write:\n" + writes, ""},
			{yamlFile, rings, rings + "      write:\n" + writes},
		}, yamlFile, "nodes:", ""},
		{ruleFirst, tame(), yamlFile, "nodes:", ""},
		{ruleSame, in(yamlFile, "evidence: {verite: 2}\n        set: {nina.trust: 2}\n", "evidence: {attentes: 1}\n"), yamlFile, "date:", "meeting.date"},
		{ruleFalse, in(yamlFile, writes, rings), yamlFile, "news:", "news"},
		{ruleFalse, in(yamlFile, shows, "        next: team\n"), yamlFile, "pause:", "pause"},
		{ruleTrap, in(yamlFile, "set: {asked: true}, evidence: {attentes: 1}}", "set: {asked: true, nina.trust: -2}}"), yamlFile, "nina: {cost", "news.?nina"},
		{ruleBlind, []edit{
			{yamlFile, "        when: cause\n", ""},
			{yamlFile, "set: {cause: true}, evidence: {verite: 1}}", "set: {cause: true}}"},
			{yamlFile, "set: {asked: true}, evidence: {attentes: 1}}", "set: {asked: true}}"},
			{yamlFile, "{calm: 4, cross: 6}", "{calm: 5, cross: 5}"},
		}, yamlFile, "nodes:", ""},
		{ruleCosts, in(yamlFile, shows, "        set: {shown: true, nina.trust: -2}\n        next: team\n"), yamlFile, "show:", "pause.show"},
		{ruleFewChoices, in(yamlFile, "      ring:\n", "      ring:\n        when: asked\n"), yamlFile, "news:", "news"},
		{ruleManyChoices, crowd(), yamlFile, "news:", "news"},
		{ruleThin, in(yamlFile, "competencies: [verite,", "competencies: [limites, verite,"), yamlFile, "competencies:", ""},
		{ruleSpine, in(yamlFile, "        set: {sam.mood: 1}\n        next: close\n", "        set: {sam.mood: 1}\n        next: kept\n"), yamlFile, "nodes:", ""},

		{ruleImpasse, in(yamlFile, "      ring:\n", "      ring:\n        when: shown\n", edit{yamlFile, "      write:\n", "      write:\n        when: shown\n"}), yamlFile, "news:", "news"},
		{ruleImpasse, in(yamlFile, "        evidence: {attentes: 1}\n        next: reply\n", "        next: meeting\n"), yamlFile, "meeting:", "meeting"},
		{ruleNodeNever, in(yamlFile, "  calm: {kind: scene, next: price}", "  calm: {kind: scene, next: [{when: nina.trust < 0, to: parted}, {to: price}]}",
			edit{yamlFile, "{when: nina.trust >= 7, to: kept}, {to: parted}", "{when: nina.trust >= 0, to: kept}, {to: parted}"},
			edit{yamlFile, "{when: nina.trust >= 7, to: kept}, {to: parted}", "{when: nina.trust >= 0, to: kept}, {to: parted}"}), yamlFile, "parted: {kind", "parted"},
		{ruleChoiceNever, in(yamlFile, "        when: cause\n", "        when: nina.trust >= 9\n"), yamlFile, "when: nina.trust >= 9", "meeting.date"},
		{ruleLookNever, in(yamlFile, "nina: {cost: 4,", "nina: {cost: 14,"), yamlFile, "nina: {cost", "news.?nina"},
		{ruleLookNever, in(yamlFile, "nina: {cost: 4,", "nina: {cost: 4, when: shown,"), yamlFile, "nina: {cost", "news.?nina"},
		{ruleNever, in(yamlFile, "{when: cause, calm: 8", "{when: shown, calm: 8"), yamlFile, "- {when: shown", "reply"},
		{ruleNever, in(yamlFile, "when: nina.trust >= 6, set", "when: shown, set"), yamlFile, "later: {after", "meeting.promise"},
		{ruleNever, in(yamlFile, "calm: {kind: scene, next: price}", "calm: {kind: scene, next: [{when: shown, to: cross}, {to: price}]}"), yamlFile, "calm: {kind", "calm"},
		{ruleNever, in(yamlFile, "to: kept}, {to: parted}]\n      report", "to: kept}, {when: nina.trust > 10, to: kept}, {to: parted}]\n      report"), yamlFile, "next: [{when: nina.trust >= 7, to: kept}, {when", "close.weekly"},
		{ruleAlways, in(yamlFile, "        when: cause\n", "        when: time >= 0\n"), yamlFile, "when: time >= 0", "meeting.date"},
		{ruleNever, paragraph("::: if asked", "::: if shown"), french, "::: if shown", "meeting"},
		{ruleAlways, paragraph("::: if asked", "::: if not shown"), french, "::: if not shown", "meeting"},
		{ruleNever, paragraph("::: if sam.mood <= 4", "::: if sam.mood < 4"), french, "::: if sam.mood < 4", "parted"},
		{ruleNever, wrapped("Elle peut se fâcher, et vous n’avez pas encore la réponse.", "She may be cross, and you have no answer yet."), french, "::: if shown", "news.ring"},
		{ruleNever, wrapped("Elle décroche aussitôt.", "She picks up at once."), french, "::: if shown", "news.ring"},
		{ruleNever, wrapped("Se parler d’abord épargne une soirée de suppositions. [@B21]", "Talking first spares an evening of guesses. [@B21]"), french, "::: if shown", "news.ring"},
		{ruleNever, wrapped("La pièce de rechange arrive mardi.", "The spare part comes on Tuesday."), french, "::: if shown", "news.?sam"},
		{ruleNever, wrapped("Elle hoche la tête.", "She nods."), french, "::: if shown", "reply"},
		{ruleAlways, paragraph("::: if asked", "::: if asked or not asked"), french, "::: if asked or not asked", "meeting"},
		{ruleNever, wrapped("**Sam** 17:36 — On y est presque.", "**Sam** 17:36 — We are nearly there."), french, "::: if shown", ""},
		{ruleNever, wrapped("Cheffe de produit.", "Product manager.", "shown and not shown"), french, "::: if shown", ""},
		{ruleNever, wrapped("Le délai annoncé est passé, sa direction demande des comptes.", "The announced delay is over, her board asks for an explanation."), french, "::: if shown", "meeting.promise"},
	}
}

// paragraph changes a condition in both languages.
func paragraph(old, put string) []edit { return []edit{{french, old, put}, {english, old, put}} }

// wrapped puts a text of both languages under a condition that never holds.
func wrapped(fr, en string, when ...string) []edit {
	condition := strings.Join(append(when, "shown")[:1], "")
	return []edit{
		{french, "\n" + fr, "\n::: if " + condition + "\n" + fr + "\n:::"},
		{english, "\n" + en, "\n::: if " + condition + "\n" + en + "\n:::"},
	}
}

// crowd offers six choices in the news.
func crowd() []edit {
	var edits []edit
	for i, id := range []string{"un", "deux", "trois", "quatre"} {
		n := strconv.Itoa(i)
		edits = append(edits,
			edit{yamlFile, "      ring:\n", "      " + id + ": {evidence: {attentes: 1}, set: {nina.trust: -" + n + "}, next: meeting}\n      ring:\n"},
			choiceText(french, "### choice: ring", id), choiceText(english, "### choice: ring", id))
	}
	return edits
}

func choiceText(file, before, id string) edit {
	body := strings.Repeat(id+" ", 12)
	return edit{file, before, "### choice: " + id + " | " + id + "\n" + body + "\n#### tempting\nPar ici la sortie.\n#### result\nBien.\n#### expert\nSoit. [@T1]\n\n" + before}
}

// tame takes the stakes out of the decisions whose first choice is not the best.
func tame() []edit {
	return []edit{
		{yamlFile, "set: {cause: true}, evidence: {verite: 1}}", "set: {cause: true}}"},
		{yamlFile, "set: {asked: true}, evidence: {attentes: 1}}", "set: {asked: true}}"},
		{yamlFile, "evidence: {attentes: 1, canal: -1}\n        next: meeting", "evidence: {attentes: 1}\n        next: meeting"},
		{yamlFile, "evidence: {canal: 1, verite: -1}", "evidence: {canal: 1}"},
		{yamlFile, "when: nina.trust >= 6, set: {nina.trust: -2}", "set: {sam.mood: -2}"},
		{yamlFile, "        when: cause\n        evidence: {verite: 2}", "        evidence: {verite: 1}"},
		{yamlFile, "evidence: {attentes: 1, verite: -1}", "evidence: {attentes: 1}"},
		{yamlFile, "when: nina.trust >= 7", "when: nina.trust >= 5"},
		{yamlFile, "when: nina.trust >= 7", "when: nina.trust >= 5"},
	}
}
