package cohort

import (
	"casebook/internal/fault"
)

// StandardNotice is what a cohort's notice says, in Markdown, when no trainer has written another.
func (c *Cohort) StandardNotice() fault.Text {
	return fault.Text{
		FR: `Vous jouez ces cas avec votre promotion. Voici qui voit quoi.

- **Les formateurs de la promotion** voient les parties que vous commencez pour elle : vos décisions, les raisons que vous écrivez, votre assurance et vos bilans. Ils peuvent commenter vos raisons ; vous lisez leurs commentaires.
- **Les responsables** ne voient que des chiffres d’ensemble, jamais une personne. Rien ne leur est montré de moins de cinq personnes.
- **Les autres stagiaires** ne voient ni votre nom ni vos textes. Au bilan, à partir de cinq personnes, chacun voit combien ont fait chaque choix.
- **Ce que vous jouez de votre propre initiative**, en dehors de la promotion, n’est vu de personne d’autre.

%s

Aucune décision n’est prise au sujet d’une personne sur la foi d’un score seul : un humain la confirme.

Vous pouvez à tout moment lire, corriger, emporter ou effacer ce qui vous concerne, à la page « Mes données ».`,
		EN: `You play these cases with your cohort. This is who sees what.

- **The cohort’s trainers** see the attempts that you begin for it: your decisions, the reasons you write, how sure you were, and your debriefs. They may comment on your reasons, and you can read their comments.
- **Managers** see only figures, for groups of five people or more, and never a person.
- **The other trainees** see neither your name nor your texts. In the debrief, from five people on, everybody sees how many made each choice.
- **What you play of your own accord**, outside the cohort, is seen by nobody else.

%s

No decision about a person is made on a score alone: a human being confirms it.

At any time you can read, correct, take with you or erase what concerns you, on the “My data” page.`,
	}.Typeset().Format(keeping(c.RetentionDays).Typeset())
}

// keeping says how long attempts are kept.
func keeping(days int) fault.Text {
	if days == 0 {
		return fault.Text{
			FR: "Vos parties sont gardées sous votre nom sans limite de durée, tant que vous ne les effacez pas.",
			EN: "Your attempts are kept under your name for good, unless you erase them.",
		}
	}
	return fault.Text{
		FR: "Vos parties sont gardées sous votre nom %s après leur fin. Il n’en reste ensuite que des statistiques.",
		EN: "Your attempts are kept under your name for %s after they have ended. After that only statistics remain.",
	}.Format(span(days))
}

// span says a number of days as people do.
func span(days int) fault.Text {
	unit, n := fault.Text{FR: "jour", EN: "day"}, days
	switch {
	case days%365 == 0:
		unit, n = fault.Text{FR: "an", EN: "year"}, days/365
	case days%30 == 0:
		unit, n = fault.Text{FR: "mois", EN: "month"}, days/30
	}
	said := fault.Text{FR: "%[2]d %[1]s", EN: "%[2]d %[1]s"}.Format(unit, n)
	if n > 1 {
		said.EN += "s"
		if unit.FR != "mois" {
			said.FR += "s"
		}
	}
	return said
}
