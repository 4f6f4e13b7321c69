package personal

import (
	"strings"

	"casebook/internal/attempt"
	"casebook/internal/cohort"
)

// pageWords are what an archive says in a language.
type pageWords struct {
	Title, Made, You, Name, Email, Since, Cohort, Logins, Attempts, Seen, Principle, Commitment string
	Case, Version, Status, Begun, Ended, Ending, Score                                          string
	Step, Moment, Chosen, Why, Sure, Took, At, Comment, Gone                                    string
	Statuses                                                                                    map[attempt.Status]string
	Posts                                                                                       map[cohort.Post]string
	Sures                                                                                       [3]string
	Rated                                                                                       *strings.Replacer // the codes of the rubric, as a comment's rating tells them
	Readme                                                                                      string
}

var words = map[string]*pageWords{
	"fr": {
		Title: "Mes données dans Casebook", Made: "Archive faite le", You: "Vous", Name: "Nom", Email: "Adresse", Since: "Compte ouvert le",
		Cohort: "Promotion", Logins: "Connexions", Attempts: "Vos parties", Seen: "Qui a vu votre travail",
		Principle: "Principe retenu :", Commitment: "Engagement :",
		Case: "Cas", Version: "Version", Status: "État", Begun: "Début", Ended: "Fin", Ending: "Dénouement", Score: "Score",
		Step: "Étape", Moment: "Moment", Chosen: "Choix", Why: "Pourquoi", Sure: "Certitude (1 à 3)", Took: "Durée (s)", At: "Date (UTC)",
		Comment: "Commentaire", Gone: "personne effacée",
		Statuses: map[attempt.Status]string{attempt.InProgress: "en cours", attempt.Completed: "terminée", attempt.Abandoned: "abandonnée"},
		Posts:    map[cohort.Post]string{cohort.Trainer: "Formation de", cohort.Manager: "Responsable de"},
		Sures:    [3]string{"un pari", "assez sûr", "certain"},
		Rated:    strings.NewReplacer("[indices ", "[Indices ", "[perspective ", "[Perspective ", "[principe ", "[Principe ", "[consequence ", "[Conséquence "),
		Readme: `Vos données dans Casebook
=========================

index.html      à lire dans un navigateur, même hors ligne
attempts.csv    vos parties, pour un tableur
decisions.csv   vos décisions, avec vos mots et ce que l’on vous en a dit
data.json       tout, pour un programme : « format » dit la version du format. « account » est votre compte,
                « enrolments » vos promotions, « posts » vos fonctions, « logins » vos connexions, « identities »
                vos identités externes ; « attempts » vos parties, chacune avec ses « decisions » (« step » à partir
                de 0, « move » l’identifiant du choix, « ? » devant une enquête, « tookMs » en millisecondes,
                « confidence » de 1 à 3), son brouillon et son bilan ; « seenBy » qui a vu votre travail.
                Les dates sont en UTC (RFC 3339).
`,
	},
	"en": {
		Title: "My data in Casebook", Made: "Archive made on", You: "You", Name: "Name", Email: "Address", Since: "Account opened on",
		Cohort: "Cohort", Logins: "Logins", Attempts: "Your attempts", Seen: "Who has seen your work",
		Principle: "Principle kept:", Commitment: "Commitment:",
		Case: "Case", Version: "Version", Status: "State", Begun: "Begun", Ended: "Ended", Ending: "Ending", Score: "Score",
		Step: "Step", Moment: "Moment", Chosen: "Choice", Why: "Why", Sure: "How sure (1 to 3)", Took: "Time (s)", At: "Date (UTC)",
		Comment: "Comment", Gone: "erased person",
		Statuses: map[attempt.Status]string{attempt.InProgress: "in progress", attempt.Completed: "completed", attempt.Abandoned: "abandoned"},
		Posts:    map[cohort.Post]string{cohort.Trainer: "Trainer of", cohort.Manager: "Manager of"},
		Sures:    [3]string{"a bet", "fairly sure", "certain"},
		Rated:    strings.NewReplacer("[indices ", "[Clues ", "[perspective ", "[Perspective ", "[principe ", "[Principle ", "[consequence ", "[Consequence "),
		Readme: `Your data in Casebook
=====================

index.html      to read in a browser, offline too
attempts.csv    your attempts, for a spreadsheet
decisions.csv   your decisions, with your words and what you were told about them
data.json       everything, for a program: "format" tells the version of the format. "account" is your account,
                "enrolments" your cohorts, "posts" what you are to others, "logins" where you are logged in,
                "identities" who you are elsewhere; "attempts" your attempts, each with its "decisions" ("step"
                from 0, "move" the id of the choice, with "?" before a look, "tookMs" in milliseconds,
                "confidence" from 1 to 3), its draft and its reflection; "seenBy" who has seen your work.
                Dates are in UTC (RFC 3339).
`,
	},
}
