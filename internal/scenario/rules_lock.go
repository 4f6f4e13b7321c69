package scenario

// The file that remembers translations.
var (
	ruleLock = rule("S290",
		"`%s` n’est pas une ligne de ce fichier. Il s’écrit tout seul : lancez `casebook i18n --write` sur le dossier du cas.",
		"`%s` is no line of this file. It writes itself: run `casebook i18n --write` on the case’s folder.")
)
