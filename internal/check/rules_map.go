package check

// What choices lead to: whether there is something to decide, and whether it can be met.
var (
	ruleDominated = rule("L03", Warning,
		"`%[2]s`, à `%[1]s`, n’apporte rien que `%[3]s` n’apporte aussi : ni preuve, ni jauge, ni temps. Donnez-lui un avantage (du temps gagné, un client apaisé), ou remplacez-le.",
		"`%[2]s`, at `%[1]s`, brings nothing that `%[3]s` does not bring too: no evidence, no gauge, no time. Give it an advantage (time saved, a client calmed), or replace it.")
	ruleHero = rule("L04", Info,
		"`%[2]s`, à `%[1]s`, est le meilleur choix dans tous les états et sur chaque compétence. S’il faut hésiter, faites-lui coûter quelque chose.",
		"`%[2]s`, at `%[1]s`, is the best choice in every state and on every competency. If it ought to be hard, let it cost something.")
	ruleNoTempting = rule("L06", Error,
		"`%[2]s`, à `%[1]s`, n’a pas de `#### tempting`. Écrivez ce qu’un professionnel raisonnable y verrait ; pour le meilleur choix, ce qu’il coûte.",
		"`%[2]s`, at `%[1]s`, has no `#### tempting`. Write what a reasonable professional would see in it; for the best choice, what it costs.")
	rulePosition = rule("L07", Warning,
		"Le meilleur choix est écrit en position %d dans %d décisions sur %d : %s. Changez l’ordre des choix dans la carte ; `shuffle` protège l’écran, non le papier.",
		"The best choice is written in position %d at %d of %d decisions: %s. Change the order of choices in the map; `shuffle` protects the screen, not the paper.")
	ruleFirst = rule("L07", Warning,
		"Faire toujours le premier choix écrit donne %s sur 100. Changez l’ordre des choix dans la carte ; `shuffle` protège l’écran, non le papier.",
		"Always making the choice written first scores %s out of 100. Change the order of choices in the map; `shuffle` protects the screen, not the paper.")
	ruleSame = rule("L09", Error,
		"`%[2]s` et `%[3]s`, à `%[1]s`, ont les mêmes conséquences et mènent au même endroit. Donnez à l’un une autre suite, ou réunissez-les.",
		"`%[2]s` and `%[3]s`, at `%[1]s`, have the same consequences and lead to the same place. Give one of them another sequel, or merge them.")
	ruleFalse = rule("L15", Error,
		"À `%s`, tous les choix mènent au même endroit avec les mêmes conséquences : rien ne se décide. Donnez à chacun une suite ; dans une discussion, un drapeau qui retienne la position prise.",
		"At `%s` all choices lead to the same place with the same consequences: nothing is decided. Give each a sequel; in a discussion, a flag that remembers the position taken.")
	ruleTrap = rule("L17", Info,
		"L’enquête `%[2]s`, à `%[1]s`, n’aide dans aucun état : la mener fait perdre au moins %[3]s. Baissez son coût ou faites-la servir, à moins que le piège ne soit voulu.",
		"The look `%[2]s`, at `%[1]s`, helps in no state: taking it loses at least %[3]s. Lower its cost or let it be of use, unless the trap is meant.")
	ruleBlind = rule("L18", Warning,
		"Sans jamais enquêter, on obtient jusqu’à %s sur 100 : l’information ne pèse rien. Faites dépendre un choix, ou ce qu’il vaut, de ce qu’une enquête apprend.",
		"Without a single look, up to %s out of 100 can be scored: information counts for nothing. Let a choice, or its worth, depend on what a look tells.")
	ruleFewChoices = rule("L21", Warning,
		"`%s` offre moins de %d choix dans certains états : rien ne s’y décide. Ajoutez-en un sans condition, ou faites-en une scène.",
		"`%s` offers fewer than %d choices in some states: nothing is decided there. Add one without a condition, or make it a scene.")
	ruleManyChoices = rule("L21", Warning,
		"`%s` offre jusqu’à %d choix : au-delà de %d, on ne compare plus. Retirez le moins plausible.",
		"`%s` offers up to %d choices: beyond %d nobody compares. Take out the least plausible one.")
	ruleCosts = rule("L24", Error,
		"`%[1]s` est une discussion, et pourtant `%[2]s` y coûte %[3]s après `%[4]s`. Rendez les conséquences équivalentes, ou retirez `scored: false`.",
		"`%[1]s` is a discussion, and yet `%[2]s` costs %[3]s there after `%[4]s`. Make the consequences equal, or remove `scored: false`.")
)

// What can be met, over every state.
var (
	ruleNodeNever = rule("L16", Error,
		"Aucun chemin n’atteint `%s` : les conditions qui y mènent ne sont jamais remplies. Ouvrez-lui une voie, ou retirez-le.",
		"No way reaches `%s`: the conditions that lead there never hold. Open a way to it, or remove it.")
	ruleChoiceNever = rule("L16", Error,
		"`%[2]s`, à `%[1]s`, n’est offert dans aucun état : la condition `%[3]s` n’y est jamais remplie. Corrigez-la, ou retirez ce choix.",
		"`%[2]s`, at `%[1]s`, is offered in no state: `%[3]s` never holds there. Mend the condition, or remove this choice.")
	ruleLookNever = rule("L16", Error,
		"L’enquête `%[2]s`, à `%[1]s`, n’est offerte dans aucun état : sa condition n’y est jamais remplie, ou elle coûte trop. Corrigez-la, ou retirez-la.",
		"The look `%[2]s`, at `%[1]s`, is offered in no state: its condition never holds there, or it costs too much. Mend it, or remove it.")
	ruleNever = rule("L16", Error,
		"La condition `%s` n’est jamais remplie ici. Corrigez-la, ou retirez ce qui en dépend.",
		"`%s` never holds here. Mend the condition, or remove what depends on it.")
	ruleAlways = rule("L16", Error,
		"La condition `%s` est toujours remplie ici. Retirez-la, avec ce qui était prévu pour le cas contraire.",
		"`%s` always holds here. Remove the condition, and whatever was meant for when it does not.")
	ruleImpasse = rule("L16", Error, "%s", "%s")
	ruleUnknown = rule("L22", Error, "%s", "%s")
)

// What is missing, and what the case as a whole measures.
var (
	ruleNoTranslation = rule("L19", Warning,
		"Le cas n’est pas écrit en anglais et en français : `%s` manque. Traduisez-le, ou dites dans `answers.yaml` pourquoi une langue suffit.",
		"The case is not written in both English and French: `%s` is missing. Translate it, or say in `answers.yaml` why one language will do.")
	ruleUncited = rule("L19", Error,
		"Le commentaire d’expert de `%[2]s`, à `%[1]s`, ne cite aucun point. Citez-en un, par exemple `[@T12]`.",
		"The expert comment on `%[2]s`, at `%[1]s`, cites no point. Cite one, for instance `[@T12]`.")
	ruleThin = rule("L20", Info,
		"Trop peu de décisions (moins de %d) pour juger de ces compétences : %s. Mettez-les en jeu dans d’autres décisions, ou affectez un autre cas qui les exerce.",
		"Too few decisions (fewer than %d) to judge these competencies by: %s. Let other decisions show them, or assign another case that trains them.")
	ruleSpine = rule("L20", Info,
		"Décisions notées que tous rencontrent : %d. Il en faut %d pour parler de fidélité : allongez le tronc commun, ou affectez plusieurs cas ensemble.",
		"Scored decisions that everybody meets: %d. It takes %d to speak of reliability: lengthen the common trunk, or assign several cases together.")
	ruleUncovered = rule("L23", Error,
		"Aucun cas ne cite le point `%s` (« %s »). Citez-le là où un choix l’enseigne.",
		"No case cites the point `%s` (“%s”). Cite it where a choice teaches it.")
)
