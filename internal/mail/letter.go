package mail

import (
	"bytes"
	_ "embed"
	"html/template"

	"casebook/internal/account"
	"casebook/internal/fault"
)

// letter is what stands in a letter of one kind. What it says after the link, it says of the link.
type letter struct{ subject, says, action, after fault.Text }

var letters = map[account.LetterKind]letter{
	account.ToInvite: {
		subject: fault.Text{FR: "Votre accès à Casebook", EN: "Your access to Casebook"},
		says: fault.Text{
			FR: "Un compte vous a été ouvert sur Casebook, pour vous exercer à des situations professionnelles par l’étude de cas.",
			EN: "An account was opened for you on Casebook, to rehearse professional situations with case studies.",
		},
		action: fault.Text{FR: "Choisir un mot de passe", EN: "Choose a password"},
		after: fault.Text{
			FR: "Ce lien sert une fois et vaut 14 jours. Si vous n’attendiez pas ce message, ne faites rien : rien ne se passera.",
			EN: "This link works once, within 14 days. If you did not expect this message, do nothing: nothing will happen.",
		},
	},
	account.ToReset: {
		subject: fault.Text{FR: "Choisir un nouveau mot de passe", EN: "Choose a new password"},
		says: fault.Text{
			FR: "Quelqu’un, sans doute vous, a demandé à choisir un nouveau mot de passe pour votre compte Casebook.",
			EN: "Somebody, most likely you, asked to choose a new password for your Casebook account.",
		},
		action: fault.Text{FR: "Choisir un nouveau mot de passe", EN: "Choose a new password"},
		after: fault.Text{
			FR: "Ce lien sert une fois et vaut une heure. Si ce n’était pas vous, ne faites rien : votre mot de passe reste le même.",
			EN: "This link works once, within an hour. If it was not you, do nothing: your password stays as it is.",
		},
	},
	account.ToClaim: {
		subject: fault.Text{FR: "Garder vos parties sur Casebook", EN: "Keep your attempts on Casebook"},
		says: fault.Text{
			FR: "Vous avez joué sur Casebook en invité et demandé à garder vos parties sous cette adresse.",
			EN: "You played on Casebook as a guest and asked to keep your attempts under this address.",
		},
		action: fault.Text{FR: "Choisir un mot de passe", EN: "Choose a password"},
		after: fault.Text{
			FR: "Ce lien sert une fois et vaut un jour. Si ce n’était pas vous, ne faites rien : aucun compte n’est ouvert.",
			EN: "This link works once, within a day. If it was not you, do nothing: no account is opened.",
		},
	},
	account.Taken: {
		subject: fault.Text{FR: "Vous avez déjà un compte Casebook", EN: "You have a Casebook account already"},
		says: fault.Text{
			FR: "Quelqu’un, sans doute vous, a demandé à garder ses parties sous cette adresse, qui a déjà un compte. Connectez-vous avec lui dans le même navigateur : les parties le rejoindront.",
			EN: "Somebody, most likely you, asked to keep their attempts under this address, which has an account already. Log in to it in the same browser: the attempts will join it.",
		},
		action: fault.Text{FR: "Se connecter", EN: "Log in"},
		after: fault.Text{
			FR: "Si ce n’était pas vous, ne faites rien : votre compte reste tel qu’il est.",
			EN: "If it was not you, do nothing: your account stays as it is.",
		},
	},
}

//go:embed letter.html
var pageText string

var page = template.Must(template.New("letter").Parse(pageText))

// write writes a letter as plain text and as a page, in the language of whoever gets it.
func (c *Carrier) write(m account.Mail) (text, html, subject string, err error) {
	l := letters[m.Kind]
	in := func(t fault.Text) string { return t.Typeset().In(m.Lang) }
	hello := fault.Text{FR: "Bonjour %s,", EN: "Hello %s,"}.Format(m.Name)
	if m.Name == "" {
		hello = fault.Text{FR: "Bonjour,", EN: "Hello,"}
	}
	address := c.site + "/login"
	if m.Token != "" {
		address = c.site + "/link/" + m.Token
	}
	lang := "en"
	if m.Lang == "fr" {
		lang = "fr"
	}
	var buf bytes.Buffer
	err = page.Execute(&buf, map[string]string{
		"Lang": lang, "Subject": in(l.subject), "Hello": hello.In(m.Lang), "Says": in(l.says), "Action": in(l.action),
		"Address": address, "After": in(l.after), "Site": c.site,
	})
	text = hello.In(m.Lang) + "\n\n" + in(l.says) + "\n\n" + in(l.action) + "\n" + address + "\n\n" + in(l.after) + "\n\n-- \nCasebook\n" + c.site + "\n"
	return text, buf.String(), in(l.subject), err
}
