package scenario

// Conditions.
var (
	ruleConditionLong = rule("S100",
		"La condition dépasse %d caractères. Posez un drapeau plus tôt dans le cas et servez-vous-en ici.",
		"The condition is longer than %d characters. Set a flag earlier in the case and use that here.")
	ruleConditionDeep = rule("S101",
		"La condition imbrique plus de %d parenthèses ou négations. Simplifiez-la.",
		"The condition nests more than %d parentheses or negations. Make it simpler.")
	ruleConditionName = rule("S102",
		"Rien ne s’appelle `%s`.%s Déclarez-le sous `cast`, `state`, `flags` ou `truths`, ou corrigez le nom.",
		"Nothing is called `%s`.%s Declare it under `cast`, `state`, `flags` or `truths`, or mend the name.")
	ruleConditionEnd = rule("S103",
		"La condition s’arrête trop tôt. Il manque une jauge, un drapeau, un nombre ou une parenthèse.",
		"The condition ends too early. A gauge, a flag, a number or a parenthesis is missing.")
	ruleConditionUnexpected = rule("S104",
		"`%s` n’est pas à sa place ici. Reliez les comparaisons par `and` (et) ou `or` (ou).",
		"`%s` does not belong here. Join comparisons by `and` or `or`.")
	ruleConditionWords = rule("S105",
		"`%s` ne se lit pas ici. Écrivez `and`, `or`, `not` (et, ou, non).",
		"`%s` is not read here. Write `and`, `or`, `not`.")
	ruleConditionEquals = rule("S106",
		"Un seul `=` ne compare pas. Écrivez `==`.",
		"A single `=` does not compare. Write `==`.")
	ruleConditionArithmetic = rule("S107",
		"`%s` ne se lit pas dans une condition : ni calcul, ni virgule, ni guillemets. Comparez une jauge à un nombre entier ou à une autre jauge.",
		"`%s` is not read in a condition: no arithmetic, no fractions, no quotes. Compare a gauge with a whole number or another gauge.")
	ruleConditionNumber = rule("S108",
		"Le nombre %s ne dit rien tout seul. Comparez-le à une jauge.",
		"The number %s says nothing by itself. Compare it with a gauge.")
	ruleConditionConstant = rule("S109",
		"%s et %s sont deux nombres : la réponse est toujours la même. Comparez une jauge.",
		"%s and %s are two numbers: the answer is always the same. Compare a gauge.")
	ruleConditionBig = rule("S110",
		"%s est trop grand. Une jauge va de -%[2]d à %[2]d.",
		"%s is too large. A gauge goes from -%[2]d to %[2]d.")
	ruleGaugeAlone = rule("S111",
		"`%s` est une jauge : comparez-la, par exemple `%[1]s >= 4`.",
		"`%s` is a gauge: compare it, for instance `%[1]s >= 4`.")
	ruleFlagCompared = rule("S112",
		"`%s` est un drapeau : il ne se compare pas à `%[2]s`. Écrivez `%[1]s` ou `not %[1]s`.",
		"`%s` is a flag: it cannot be compared with `%[2]s`. Write `%[1]s` or `not %[1]s`.")
	ruleFlagOrdered = rule("S113",
		"`%s` est un drapeau : `%s` n’y a pas de sens. Écrivez `%[1]s` ou `not %[1]s`.",
		"`%s` is a flag: `%s` has no meaning for it. Write `%[1]s` or `not %[1]s`.")
	ruleTruthAlone = rule("S114",
		"`%s` est une vérité : comparez-la à l’une de ses valeurs, par exemple `%[1]s == %[2]s`.",
		"`%s` is a truth: compare it with one of its values, for instance `%[1]s == %[2]s`.")
	ruleTruthOrdered = rule("S115",
		"`%s` est une vérité : `%s` n’y a pas de sens. Écrivez `==` ou `!=`.",
		"`%s` is a truth: `%s` has no meaning for it. Write `==` or `!=`.")
	ruleTruthValue = rule("S116",
		"`%s` n’est pas une valeur de la vérité `%s`.%s Corrigez la valeur, ou déclarez-la sous `truths`.",
		"`%s` is not a value of the truth `%s`.%s Mend the value, or declare it under `truths`.")
	ruleScoreCompared = rule("S117",
		"`score` se compare à un nombre entier de 0 à 100 : écrivez par exemple `score >= 80`.",
		"`score` is compared with a whole number from 0 to 100: write for instance `score >= 80`.")
)
