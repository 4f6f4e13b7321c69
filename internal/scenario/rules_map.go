package scenario

// The map: what is declared.
var (
	ruleFormat = rule("S030",
		"Le format `%s` n’est pas connu. Écrivez `format: %s`.",
		"The format `%s` is not known. Write `format: %s`.")
	ruleLanguage = rule("S031",
		"La langue `%s` n’est pas connue. Écrivez `lang: fr` ou `lang: en`.",
		"The language `%s` is not known. Write `lang: fr` or `lang: en`.")
	ruleUnknownSource = rule("S032",
		"La source `%s` n’est pas dans le registre `sources.yaml`.%s Corrigez le nom, ou ajoutez la source au registre.",
		"The source `%s` is not in the register `sources.yaml`.%s Mend the name, or add the source to the register.")
	ruleUnknownCompetency = rule("S033",
		"La compétence `%s` n’est pas dans le registre `competencies.yaml`.%s Corrigez le nom, ou ajoutez la compétence au registre.",
		"The competency `%s` is not in the register `competencies.yaml`.%s Mend the name, or add the competency to the register.")
	ruleUnknownFamily = rule("S034",
		"La famille `%s` n’est pas déclarée sous `families`.%s Corrigez le nom, ou déclarez la famille.",
		"The family `%s` is not declared under `families`.%s Mend the name, or declare the family.")
	ruleBounds = rule("S035",
		"La jauge va de %d à %d : rien ne peut y bouger. Mettez un `min` plus petit que `max`.",
		"The gauge goes from %d to %d: nothing can move in it. Make `min` smaller than `max`.")
	ruleNameTwice = rule("S036",
		"Le nom `%s` désigne déjà une jauge, un drapeau ou une vérité. Donnez un autre nom.",
		"The name `%s` already stands for a gauge, a flag or a truth. Choose another name.")
	ruleKeyword = rule("S037",
		"`%s` est un mot des conditions. Donnez un autre nom.",
		"`%s` is a word of the conditions. Choose another name.")
	ruleNameDigit = rule("S038",
		"Une condition ne peut pas nommer `%s` : commencez par une lettre.",
		"A condition cannot name `%s`: begin with a letter.")
	ruleTruthValues = rule("S039",
		"La vérité `%s` n’a pas le choix entre plusieurs valeurs. Donnez-en deux au moins, avec leur poids : `{oui: 6, non-dit: 4}`.",
		"The truth `%s` has no values to choose among. Give two at least, with their weights: `{yes: 6, no: 4}`.")
	ruleWorlds = rule("S040",
		"Les vérités sont trop nombreuses : %d au plus, et %d combinaisons de leurs valeurs. Retirez une vérité ou des valeurs.",
		"There are too many truths: at most %d, and %d combinations of their values. Remove a truth or some values.")
	ruleClock = rule("S041",
		"`%s` ne peut pas servir d’horloge. Nommez une jauge de `state`.",
		"`%s` cannot be the clock. Name a gauge of `state`.")
	ruleExhibitKind = rule("S042",
		"Il n’y a pas de pièce de nature `%s`.%s Corrigez `kind`.",
		"There is no exhibit of kind `%s`.%s Mend `kind`.")
	ruleExhibitFrom = rule("S043",
		"`from: %s` n’a pas de sens. Écrivez `from: start`, ou montrez la pièce par `show` ou `reveal`.",
		"`from: %s` has no meaning. Write `from: start`, or hand the exhibit out by `show` or `reveal`.")
	ruleNotEnding = rule("S044",
		"`%s` n’est pas une fin. Seules les fins ont une valeur sous `endings`.",
		"`%s` is not an ending. Only endings have a value under `endings`.")
	ruleMustFlag = rule("S045",
		"`%s` n’est pas un drapeau. Ce qui est à faire se lit à un drapeau qui doit être vrai à la fin.",
		"`%s` is not a flag. What must be done is told by a flag that has to be true at the end.")
	ruleCapMissing = rule("S046",
		"`must-not` demande un plafond. Ajoutez par exemple `cap: 49`.",
		"`must-not` needs a ceiling. Add for instance `cap: 49`.")
)

// The map: references.
var (
	ruleUnknownNode = rule("S050",
		"Le nœud `%s` n’existe pas.%s Déclarez-le sous `nodes`, ou corrigez le nom.",
		"There is no node `%s`.%s Declare it under `nodes`, or mend the name.")
	ruleUnknownExhibit = rule("S051",
		"La pièce `%s` n’existe pas.%s Déclarez-la sous `exhibits`, ou corrigez le nom.",
		"There is no exhibit `%s`.%s Declare it under `exhibits`, or mend the name.")
	ruleUnknownVariable = rule("S052",
		"Aucune jauge ni aucun drapeau ne s’appelle `%s`.%s Déclarez-le sous `cast`, `state` ou `flags`, ou corrigez le nom.",
		"No gauge or flag is called `%s`.%s Declare it under `cast`, `state` or `flags`, or mend the name.")
	ruleUnknownGauge = rule("S053",
		"Aucune jauge ne s’appelle `%s`.%s Déclarez-la sous `state`, ou corrigez le nom.",
		"No gauge is called `%s`.%s Declare it under `state`, or mend the name.")
	ruleCompetencyUnlisted = rule("S054",
		"La compétence `%s` n’est pas annoncée.%s Ajoutez-la à la liste `competencies` du cas, ou corrigez le nom.",
		"The competency `%s` is not announced.%s Add it to the case’s list of `competencies`, or mend the name.")
	ruleUnknownIncident = rule("S055",
		"L’incident `%s` n’est pas dans `must-not`.%s Ajoutez-le à cette liste, ou corrigez le nom.",
		"The incident `%s` is not in `must-not`.%s Add it to that list, or mend the name.")
	ruleUnknownChoice = rule("S056",
		"Cette décision n’a pas de choix `%s`.%s Corrigez le nom.",
		"This decision has no choice `%s`.%s Mend the name.")
)

// The map: nodes.
var (
	ruleNodeKind = rule("S060",
		"Il n’y a pas de nœud de nature `%s`.%s Corrigez `kind`.",
		"There is no node of kind `%s`.%s Mend `kind`.")
	ruleNodeWhen = rule("S061",
		"Un nœud ne peut pas s’appeler `%s` : ce mot porte la condition d’une branche. Donnez un autre nom.",
		"A node cannot be called `%s`: that word carries the condition of a branch. Choose another name.")
	ruleTone = rule("S062",
		"Le ton `%s` n’est pas connu.%s Corrigez `tone`.",
		"The tone `%s` is not known.%s Mend `tone`.")
	ruleNextEmpty = rule("S063",
		"Ce `next` ne mène nulle part. Nommez un nœud.",
		"This `next` leads nowhere. Name a node.")
	ruleLastWhen = rule("S064",
		"La dernière ligne ne doit pas avoir de condition : elle vaut quand aucune autre ne vaut. Retirez ce `when`, ou ajoutez une ligne sans condition.",
		"The last row must not have a condition: it holds where no other does. Remove this `when`, or add a row without one.")
	ruleRowWhen = rule("S065",
		"Sans condition, cette ligne cache les suivantes. Ajoutez `when`, ou mettez-la en dernier.",
		"Without a condition this row hides those after it. Add `when`, or put it last.")
	ruleRows = rule("S066",
		"Il faut ici une liste de branches. Écrivez par exemple `- {accepte: 6, refuse: 4}`.",
		"A list of branches is expected here. Write for instance `- {accepts: 6, refuses: 4}`.")
	ruleRowEmpty = rule("S067",
		"Rien ne peut sortir de cette ligne. Donnez à un nœud au moins un poids de 1 ou plus.",
		"Nothing can come out of this row. Give at least one node a weight of 1 or more.")
	ruleRowSum = rule("S068",
		"La somme des poids dépasse %d. Prenez des poids plus petits.",
		"The weights add up to more than %d. Use smaller weights.")
	ruleNoChoice = rule("S069",
		"La décision `%s` n’offre aucun choix. Ajoutez-en deux au moins sous `choices`.",
		"The decision `%s` offers no choice. Add at least two under `choices`.")
	ruleTimerAlone = rule("S070",
		"Une décision minutée dit ce qui arrive quand le temps est écoulé. Ajoutez `on-timeout: <choix>`.",
		"A timed decision says what happens when time is up. Add `on-timeout: <choice>`.")
	ruleTimeoutAlone = rule("S071",
		"`on-timeout` ne sert à rien sans durée. Ajoutez `timer: <secondes>`, ou retirez-le.",
		"`on-timeout` is of no use without a time. Add `timer: <seconds>`, or remove it.")
	ruleTimeoutWhen = rule("S072",
		"Le choix `%s` a une condition : il pourrait manquer quand le temps est écoulé. Nommez un choix toujours offert.",
		"The choice `%s` has a condition: it might be missing when time is up. Name one that is always offered.")
	ruleCostClock = rule("S073",
		"Cette enquête coûte du temps, mais le cas n’a pas d’horloge. Ajoutez `clock: <jauge>`, ou retirez le coût.",
		"This look costs time, but the case has no clock. Add `clock: <gauge>`, or remove the cost.")
	ruleFlagValue = rule("S074",
		"`%s` est un drapeau. Donnez-lui `true` ou `false`.",
		"`%s` is a flag. Give it `true` or `false`.")
	ruleGaugeValue = rule("S075",
		"`%s` est une jauge. Écrivez un nombre entier pour la déplacer (`2`, `-1`), ou `\"=3\"` pour la fixer.",
		"`%s` is a gauge. Write a whole number to move it (`2`, `-1`), or `\"=3\"` to set it.")
	ruleTruthHere = rule("S076",
		"Ce `when` dépend d’une vérité cachée : ce qui est offert la révélerait. Faites-en dépendre un `next`, une branche ou un paragraphe.",
		"This `when` depends on a hidden truth: what is offered would give it away. Let a `next`, a branch or a paragraph depend on it.")
)

// The map: its shape as a whole.
var (
	ruleNoEnding = rule("S080",
		"Le cas n’a pas de fin. Ajoutez un nœud `{kind: ending, tone: good}`.",
		"The case has no ending. Add a node `{kind: ending, tone: good}`.")
	ruleUnreachable = rule("S081",
		"Aucun chemin ne mène à `%s`. Nommez-le dans un `next` ou une branche, ou retirez-le.",
		"No way leads to `%s`. Name it in a `next` or a branch, or remove it.")
	ruleNoWayOut = rule("S082",
		"De `%s`, aucune fin ne peut être atteinte. Ouvrez un chemin vers une fin.",
		"No ending can be reached from `%s`. Open a way to an ending.")
	ruleIdleLoop = rule("S083",
		"On tourne en rond sans rien décider : %s. Mettez une décision dans ce cercle, ou rompez-le.",
		"This is a circle in which nobody decides anything: %s. Put a decision into it, or break it.")
	ruleLoopNodes = rule("S084",
		"%d nœuds peuvent être revus ; le plus est %d. Rompez quelques retours en arrière.",
		"%d nodes can be met again; the most is %d. Break some of the ways back.")
)
