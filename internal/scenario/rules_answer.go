package scenario

import "casebook/internal/fault"

// Answers to the checker, as written.
var (
	ruleAnswerCode = rule("S280",
		"`%s` n’est pas le code d’un défaut. Prenez celui que le vérificateur donne entre crochets, par exemple `L10`.",
		"`%s` is not the code of a flaw. Use the one that the checker gives in brackets, for instance `L10`.")
	ruleAnswerAt = rule("S281",
		"`%s` ne désigne pas un endroit du cas. Écrivez `nœud`, `nœud.choix` ou `nœud.?enquête` ; pour le cas entier, retirez `at`.",
		"`%s` does not name a place of the case. Write `node`, `node.choice` or `node.?look`; for the whole case, remove `at`.")
	ruleAnswerTwice = rule("S282",
		"Il y a déjà une réponse à ce défaut à la ligne %d. Gardez l’une des deux.",
		"There is an answer to this flaw already in line %d. Keep one of the two.")
	ruleAnswerLong = rule("S283",
		"Cette raison dépasse %d caractères. Dites-la en une phrase ou deux.",
		"This reason is longer than %d characters. Say it in a sentence or two.")
)

var ofAnswers = fault.Text{FR: "réponses", EN: "answers"}
