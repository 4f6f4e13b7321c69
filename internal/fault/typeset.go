package fault

import "strings"

var french = strings.NewReplacer(
	" :", "\u00a0:", " ;", "\u202f;", " ?", "\u202f?", " !", "\u202f!", "« ", "«\u00a0", " »", "\u00a0»", " %%", "\u202f%%",
)

// Typeset is t with the no-break spaces of French typography where it was written with plain ones. It comes before
// Format: a percent sign is doubled.
func (t Text) Typeset() Text { return Text{FR: french.Replace(t.FR), EN: t.EN} }
