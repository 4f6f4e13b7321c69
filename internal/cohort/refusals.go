package cohort

import "casebook/internal/fault"

const codeCohortChanged, codeAssignmentChanged = "cohort_changed", "assignment_changed"

// Unknown is the refusal for a cohort that is not there, or not in the scope of whoever asks.
func Unknown() error {
	return fault.New(fault.NotFound, "unknown_cohort", fault.Text{
		FR: "Cette promotion n’existe pas, ou elle n’est pas à vous. Vos promotions sont à la page « Promotions ».",
		EN: "There is no such cohort, or it is not yours. Your cohorts are on the page “Cohorts”.",
	})
}

func trainersOnly() error {
	return fault.New(fault.Forbidden, "trainers_only", fault.Text{
		FR: "Seuls les formateurs et les administrateurs créent des promotions. Demandez à l’un d’eux.",
		EN: "Only trainers and admins create cohorts. Ask one of them.",
	})
}

func cohortChanged() error {
	return fault.New(fault.Conflict, codeCohortChanged, fault.Text{
		FR: "Quelqu’un d’autre a changé cette promotion entre-temps : rien n’a été enregistré. Comparez, puis enregistrez à nouveau.",
		EN: "Somebody else has changed this cohort meanwhile: nothing was kept. Compare, then save again.",
	})
}

func assignmentChanged() error {
	return fault.New(fault.Conflict, codeAssignmentChanged, fault.Text{
		FR: "Quelqu’un d’autre a changé cette affectation entre-temps : rien n’a été enregistré. Comparez, puis enregistrez à nouveau.",
		EN: "Somebody else has changed this assignment meanwhile: nothing was kept. Compare, then save again.",
	})
}

// Archived is the refusal to change a cohort that is only read, or to begin anything under it.
func Archived() error {
	return fault.New(fault.Conflict, "cohort_archived", fault.Text{
		FR: "Cette promotion est archivée : on peut la lire, plus la changer. Un formateur peut la rouvrir dans ses réglages.",
		EN: "This cohort is archived: it can be read, not changed. A trainer can open it again in its settings.",
	})
}

// inField refuses the value of one field.
func inField(field, code string, text fault.Text, args ...any) error {
	f := fault.New(fault.Invalid, code, text, args...)
	return f.With("fields", map[string]fault.Text{field: f.Text})
}

func badName() error {
	return inField("name", "bad_cohort_name", fault.Text{
		FR: "Il faut un nom, de 120 caractères au plus.",
		EN: "A name is needed, of at most 120 characters.",
	})
}

func noticeTooLong() error {
	return inField("notice", "notice_too_long", fault.Text{
		FR: "La notice dépasse 8 000 caractères. Raccourcissez-la.",
		EN: "The notice exceeds 8,000 characters. Shorten it.",
	})
}

func badRetention() error {
	return inField("retentionDays", "bad_retention", fault.Text{
		FR: "La durée de conservation va de 1 à 3 650 jours, ou 0 pour ne rien effacer.",
		EN: "Attempts are kept for 1 to 3,650 days, or 0 for good.",
	})
}

// NoSuchPerson is the refusal for an address that nobody has an account at.
func NoSuchPerson(email string) error {
	return inField("email", "no_such_person", fault.Text{
		FR: "Personne n’a de compte à l’adresse %s. Un administrateur peut d’abord inviter cette personne.",
		EN: "Nobody has an account at %s. An admin can invite them first.",
	}, email)
}

// Unsuited is the refusal for somebody whose role does not suit a post.
func Unsuited(post Post) error {
	if post == Trainer {
		return inField("email", "unsuited", fault.Text{
			FR: "Cette personne n’a pas le rôle de formateur. Un administrateur peut le lui donner.",
			EN: "This person does not have the role of a trainer. An admin can give it to them.",
		})
	}
	return inField("email", "unsuited", fault.Text{
		FR: "Cette personne est stagiaire. Un administrateur peut lui donner le rôle de responsable.",
		EN: "This person is a trainee. An admin can give them the role of a manager.",
	})
}

// LastTrainer is the refusal to leave a cohort without a trainer.
func LastTrainer() error {
	return fault.New(fault.Conflict, "last_trainer", fault.Text{
		FR: "Une promotion garde au moins un formateur. Nommez-en un autre d’abord.",
		EN: "A cohort keeps at least one trainer. Name another one first.",
	})
}

// NoSuchPost is the refusal to take away a post that nobody has.
func NoSuchPost() error {
	return fault.New(fault.NotFound, "no_such_post", fault.Text{
		FR: "Cette personne n’encadre pas cette promotion, ou plus. Rechargez la page.",
		EN: "This person does not lead this cohort, or no longer. Reload the page.",
	})
}

// NoSuchMember is the refusal for somebody who is not enrolled.
func NoSuchMember() error {
	return fault.New(fault.NotFound, "no_such_member", fault.Text{
		FR: "Cette personne n’est pas inscrite dans cette promotion. Rechargez la page.",
		EN: "This person is not enrolled in this cohort. Reload the page.",
	})
}
