package scenario

import "casebook/internal/fault"

// Walkthroughs, as written. What a walkthrough finds when it is played is not a matter of the format.
var (
	ruleWalkTwice = rule("S270",
		"Le parcours témoin `%s` est déjà écrit à la ligne %d. Donnez un autre nom à l’un des deux.",
		"The walkthrough `%s` is already there in line %d. Give one of the two another name.")
	ruleUnknownMove = rule("S271",
		"Aucune décision du cas n’offre `%s`.%s Écrivez l’identifiant d’un choix, ou `?` suivi de celui d’une enquête.",
		"No decision of the case offers `%s`.%s Write the id of a choice, or `?` and the id of a look.")
	ruleUnknownOutcome = rule("S272",
		"`%s` n’est nulle part dans le cas une issue du hasard.%s Écrivez dans l’ordre les valeurs des vérités, puis les nœuds tirés.",
		"Nowhere in the case is `%s` an outcome of chance.%s Write the values of the truths, then the nodes drawn, in order.")
	ruleWalkEnding = rule("S273",
		"`%s` n’est pas une fin. Nommez une fin, ou écrivez `at` pour un parcours qui s’arrête avant.",
		"`%s` is not an ending. Name an ending, or write `at` for a walkthrough that stops before one.")
	ruleWalkAt = rule("S274",
		"Un parcours ne s’arrête jamais à `%s` : il continue jusqu’à la décision ou la fin suivante. Nommez celle-là.",
		"A walkthrough never stops at `%s`: it goes on to the next decision or ending. Name that one.")
	ruleChanceOrSeed = rule("S275",
		"Ce parcours a `chance` et `seed`. Gardez les issues que vous imposez, ou la graine qui les tire.",
		"This walkthrough has both `chance` and `seed`. Keep the outcomes that you impose, or the seed that draws them.")
	ruleAfterMove = rule("S276",
		"`%s` n’est pas un coup de ce parcours.%s Nommez un de ses coups, ou dites combien en ont été joués, de 0 à %d.",
		"`%s` is not a move of this walkthrough.%s Name one of its moves, or say how many have been made, from 0 to %d.")
	ruleAfterTwice = rule("S277",
		"Ce parcours joue `%s` %d fois. Dites plutôt combien de coups ont été joués : %s.",
		"This walkthrough makes `%s` %d times. Rather say how many moves have been made: %s.")
	ruleExpectsNothing = rule("S278",
		"Rien n’est attendu ici : ce test ne peut pas échouer. Ajoutez `holds`, `sees`, `refuses`, `at` ou `ending`.",
		"Nothing is expected here: this test cannot fail. Add `holds`, `sees`, `refuses`, `at` or `ending`.")
)

// What is counted against a limit.
var (
	ofWalks  = fault.Text{FR: "parcours témoins", EN: "walkthroughs"}
	ofMoves  = fault.Text{FR: "coups dans ce parcours", EN: "moves in this walkthrough"}
	ofClaims = fault.Text{FR: "attentes ici", EN: "expectations here"}
)
