package check

// Walkthroughs: what is found when they are played. Every sentence begins with the name of the walkthrough.
var (
	ruleNoWalks = rule("W01", Warning,
		"Le cas n’a pas de parcours témoin : rien ne dira si un changement abîme l’histoire. Écrivez-en quelques-uns dans `walkthroughs.yaml`.",
		"The case has no walkthrough: nothing will tell when a change spoils the story. Write a few in `walkthroughs.yaml`.")
	ruleWalkMove = rule("W02", Error,
		"« %s », coup %d : `%s` n’est pas offert à `%s`. %s",
		"“%s”, move %d: `%s` is not on offer at `%s`. %s")
	ruleWalkOver = rule("W02", Error,
		"« %s », coup %d : `%s` vient après la fin, `%s` est atteint. Retirez les coups qui la suivent.",
		"“%s”, move %d: `%s` comes after the end, `%s` has been reached. Take out the moves that follow it.")
	ruleWalkChance = rule("W03", Error,
		"« %s », %s : le hasard ne peut pas donner `%s` ici. %s",
		"“%s”, %s: chance cannot give `%s` here. %s")
	ruleWalkCrowd = rule("W03", Error,
		"« %s », %s : trop de conséquences différées sont en attente. Raccourcissez les délais.",
		"“%s”, %s: too many delayed consequences are pending. Shorten the delays.")
	ruleWalkUnsettled = rule("W04", Error,
		"« %s » : le hasard intervient à `%s`, et rien ne dit comment. Ajoutez l’issue à `chance`, ou donnez une `seed`.",
		"“%s”: chance decides at `%s`, and nothing says how. Add the outcome to `chance`, or give a `seed`.")
	ruleWalkUnused = rule("W05", Error,
		"« %s » : le hasard n’a pas eu à donner `%s`. Retirez-le de `chance`, ou ajoutez les coups qui y mènent.",
		"“%s”: chance had no `%s` to give. Take it out of `chance`, or add the moves that lead there.")
	ruleWalkElsewhere = rule("W06", Error,
		"« %s », %s : on est à `%s`, et non à `%s`. Corrigez le cas, ou ce qui est attendu.",
		"“%s”, %s: it stands at `%s`, not at `%s`. Mend the case, or what is expected.")
	ruleWalkClaim = rule("W07", Error,
		"« %s », %s : `%s` n’est pas vrai (%s). Corrigez le cas, ou ce qui est attendu.",
		"“%s”, %s: `%s` does not hold (%s). Mend the case, or what is expected.")
	ruleWalkUnseen = rule("W08", Error,
		"« %s », %s : la pièce `%s` n’a pas été remise (remises : %s). Corrigez le cas, ou retirez-la de `sees`.",
		"“%s”, %s: the exhibit `%s` has not been handed out (those that have: %s). Mend the case, or take it out of `sees`.")
	ruleWalkOffered = rule("W09", Error,
		"« %s », %s : `%s` est offert à `%s`, alors qu’il devrait être refusé. Corrigez le cas, ou retirez-le de `refuses`.",
		"“%s”, %s: `%s` is on offer at `%s`, where it should be refused. Mend the case, or take it out of `refuses`.")
	ruleWalkVacant = rule("W10", Error,
		"« %s », %s : refuser `%s` ne prouve rien, car `%s` n’a pas ce coup. %s",
		"“%s”, %s: that `%s` is refused proves nothing, for `%s` has no such move. %s")
	ruleWalkScoreless = rule("W11", Error,
		"« %s », %s : il n’y a pas de score, car rien n’est en jeu dans ce cas. Retirez `score`, ou donnez une valeur aux décisions.",
		"“%s”, %s: there is no score, for nothing is at stake in this case. Take `score` out, or let decisions be worth something.")
	ruleWalkMended = rule("W12", Warning,
		"« %s » est réussi, alors que `fails` annonce un échec : « %s ». Retirez `fails`.",
		"“%s” passes, though `fails` says that it does not: “%s”. Take `fails` out.")
	ruleWalkKnown = rule("W13", Info,
		"« %s » échoue, comme `fails` l’annonce : « %s ».",
		"“%s” fails, as `fails` says: “%s”.")
)
