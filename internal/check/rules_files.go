package check

// A translation that its source has left behind.
var (
	ruleStale = rule("L19", Error,
		"La source de `%s` (%s) a changé depuis la traduction. Relisez celle-ci, puis lancez `casebook i18n --write`, avec `--accept %[1]s` si elle reste juste.",
		"The source of `%s` (%s) has changed since it was translated. Read the translation again, then run `casebook i18n --write`, with `--accept %[1]s` if it is still right.")
	ruleUnmarked = rule("L19", Error,
		"Personne n’a dit que `%s` et sa source (%s) disent la même chose. Relisez les deux, puis lancez `casebook i18n --write`.",
		"Nobody has said that `%s` and its source (%s) say the same. Read both, then run `casebook i18n --write`.")
	ruleNoLock = rule("L25", Info,
		"Sans `i18n.lock`, une traduction dépassée ne se remarque pas. Lancez `casebook i18n --write` une fois que les deux langues disent la même chose.",
		"Without `i18n.lock` nobody notices a stale translation. Run `casebook i18n --write` once both languages say the same.")
)

// What the author answers to the checker.
var (
	ruleAnswersNothing = rule("L26", Warning,
		"Cette réponse ne répond à rien : le cas n’a pas de défaut %s %s.%s Retirez-la, ou corrigez `flaw` et `at`.",
		"This answer answers nothing: the case has no flaw %s %s.%s Remove it, or mend `flaw` and `at`.")
	ruleAnswersError = rule("L26", Warning,
		"Une erreur ne s’explique pas, elle se corrige : reprenez %s %s, puis retirez cette réponse.",
		"An error is mended, not explained: mend %s %s, then remove this answer.")
)
