package check

// The rules of a good case, which no tool can prove good. A code never changes its meaning and is never used again.

// How choices are worded: what gives the key away to who reads without understanding.
var (
	ruleLong = rule("L01", Warning,
		"À `%s`, le meilleur choix, `%s`, est %s fois plus long que le choix médian : sa longueur le désigne. Raccourcissez-le, ou donnez autant à dire aux autres.",
		"At `%s` the best choice, `%s`, is %s times as long as the median choice: its length points to it. Shorten it, or give the others as much to say.")
	ruleVeryLong = rule("L01", Error,
		"À `%s`, le meilleur choix, `%s`, est %s fois plus long que le choix médian : on le reconnaît sans le lire. Raccourcissez-le, ou donnez autant à dire aux autres.",
		"At `%s` the best choice, `%s`, is %s times as long as the median choice: it can be told without being read. Shorten it, or give the others as much to say.")
	ruleOftenLongest = rule("L01", Warning,
		"Le choix le plus long est le meilleur dans %d décisions sur %d : %s. Étoffez un choix moins bon dans l’une d’elles.",
		"The longest choice is the best one at %d of %d decisions: %s. Give a lesser choice more to say at one of them.")
	ruleExtreme = rule("L02", Warning,
		"`%[2]s`, à `%[1]s`, dit « %[3]s », et le meilleur choix n’a rien d’aussi tranché : on l’écarte sans réfléchir. Nuancez-le, ou soyez aussi tranché dans le meilleur.",
		"`%[2]s`, at `%[1]s`, says “%[3]s”, and nothing in the best choice is as categorical: it is ruled out without a thought. Soften it, or be as categorical in the best one.")
	ruleVillain = rule("L05", Error,
		"`%[2]s`, à `%[1]s`, dit « %[3]s » : personne de sensé ne s’y reconnaît. Écrivez ce choix comme le ferait quelqu’un de bonne foi.",
		"`%[2]s`, at `%[1]s`, says “%[3]s”: nobody sensible would own up to it. Write this choice as somebody in good faith would make it.")
	ruleNoCase = rule("L05", Error,
		"`%[2]s`, à `%[1]s`, perd toujours tout ce qui est en jeu, et son `#### tempting` n’a que %[3]d mots. Écrivez ce qu’un professionnel raisonnable y verrait.",
		"`%[2]s`, at `%[1]s`, always loses all that is at stake, and its `#### tempting` has only %[3]d words. Write what a reasonable professional would see in it.")
	ruleOthers = rule("L08", Error,
		"`%[2]s`, à `%[1]s`, renvoie aux autres choix (« %[3]s »). Chaque choix doit tenir seul : écrivez ce que l’on fait.",
		"`%[2]s`, at `%[1]s`, refers to the other choices (“%[3]s”). Each choice has to stand alone: write what is done.")
	ruleOverlap = rule("L09", Error,
		"`%[2]s` et `%[3]s`, à `%[1]s`, ont %[4]d %% de leurs mots en commun. Distinguez-les mieux, ou n’en gardez qu’un.",
		"`%[2]s` and `%[3]s`, at `%[1]s`, have %[4]d%% of their words in common. Tell them apart more clearly, or keep only one of them.")
	ruleClang = rule("L10", Warning,
		"À `%s`, le meilleur choix, `%s`, est le seul à reprendre des mots de la scène : %s. Reprenez-en dans un autre choix, ou dites-le autrement.",
		"At `%s` the best choice, `%s`, is the only one to repeat words of the scene: %s. Repeat some in another choice, or say it differently.")
	ruleConvergence = rule("L11", Warning,
		"Dans %d décisions sur %d, le meilleur choix est celui qui ressemble le plus aux autres : %s. Donnez un trait commun à deux choix moins bons.",
		"At %d of %d decisions the best choice is the one most like the others: %s. Give two lesser choices something in common.")
	rulePolite = rule("L12", Warning,
		"À `%s`, le meilleur choix, `%s`, est le seul à être poli (« %s »). Rendez un autre choix aussi courtois, ou retirez la formule.",
		"At `%s` the best choice, `%s`, is the only polite one (“%s”). Make another choice as courteous, or take the phrase out.")
	ruleForm = rule("L13", Warning,
		"À `%s`, des choix sont des paroles (%s) et d’autres un récit (%s). Écrivez-les tous sous la même forme.",
		"At `%s` some choices are spoken (%s) and others described (%s). Write all of them in the same form.")
	ruleNegative = rule("L14", Warning,
		"La question de `%s` est négative : « %s ». Demandez ce qu’il faut faire plutôt que ce qu’il ne faut pas.",
		"The question of `%s` is a negative one: “%s”. Ask what to do rather than what not to.")
	ruleLongScene = rule("L21", Warning,
		"La scène `%s` compte %d mots, plus que les %d qui se lisent d’une traite. Coupez, ou faites-en une pièce.",
		"The scene `%s` has %d words, more than the %d that are read at one go. Cut it, or hand part of it out as an exhibit.")
	ruleLongChoice = rule("L21", Warning,
		"`%[2]s`, à `%[1]s`, compte %[3]d mots, pour %[4]d au plus. Dites-le plus court.",
		"`%[2]s`, at `%[1]s`, has %[3]d words, where %[4]d are the most. Say it in fewer.")
)
