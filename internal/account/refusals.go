package account

import "casebook/internal/fault"

// SignInFirst is the refusal for somebody who is not signed in.
func SignInFirst() error {
	return fault.New(fault.Unauthorized, "not_signed_in", fault.Text{
		FR: "Votre accès a expiré ou n’a pas été ouvert. Revenez à l’accueil pour commencer une partie.",
		EN: "Your login has expired or was never opened. Go back to the home page to begin.",
	})
}

// wrongLogin does not say whether the address is known.
func wrongLogin() error {
	return fault.New(fault.Unauthorized, "wrong_login", fault.Text{
		FR: "L’adresse ou le mot de passe ne convient pas. Vérifiez-les, ou demandez un lien pour choisir un nouveau mot de passe.",
		EN: "The address or the password is not right. Check them, or ask for a link to choose a new password.",
	})
}

func wrongPassword() error {
	text := fault.Text{
		FR: "Ce n’est pas votre mot de passe actuel. Vérifiez-le.",
		EN: "This is not your current password. Check it.",
	}
	return fault.New(fault.Invalid, "wrong_password", text).With("fields", map[string]fault.Text{"current": text})
}

// UnknownLink is the one answer for a link that was used, replaced, has expired or never was.
func UnknownLink() error {
	return fault.New(fault.NotFound, "unknown_link", fault.Text{
		FR: "Ce lien a déjà servi, a été remplacé ou a expiré. Demandez-en un nouveau.",
		EN: "This link has been used, replaced or has expired. Ask for a new one.",
	})
}

// AddressTaken refuses an address that is somebody else's.
func AddressTaken() error {
	text := fault.Text{
		FR: "Cette adresse a déjà un compte. Connectez-vous avec elle, ou prenez-en une autre.",
		EN: "This address has an account already. Log in with it, or take another.",
	}
	return fault.New(fault.Conflict, "address_taken", text).With("fields", map[string]fault.Text{"email": text})
}

// LastAdmin refuses to leave nobody in charge.
func LastAdmin() error {
	return fault.New(fault.Conflict, "last_admin", fault.Text{
		FR: "C’est le dernier administrateur : sans lui, plus personne ne gère les comptes. Nommez-en d’abord un autre.",
		EN: "This is the last admin: without them nobody looks after accounts. Make somebody else one first.",
	})
}

func guestsOnly() error {
	return fault.New(fault.Conflict, "already_a_person", fault.Text{
		FR: "Vous avez déjà un compte : vos parties y sont gardées.",
		EN: "You have an account already: your attempts are kept in it.",
	})
}

func peopleOnly() error {
	return fault.New(fault.Forbidden, "not_for_guests", fault.Text{
		FR: "Un invité n’a ni nom, ni adresse, ni mot de passe. Gardez d’abord vos parties sous un compte.",
		EN: "A guest has no name, address or password. Keep your attempts under an account first.",
	})
}
