package web

import (
	"net/http"

	"casebook/internal/fault"
)

func failed() refusal {
	return refusal{fault.New(0, "internal", fault.Text{
		FR: "Quelque chose a échoué de notre côté et a été noté. Rechargez la page, puis réessayez.",
		EN: "Something failed on our side and has been noted. Reload the page, then try again.",
	}), http.StatusInternalServerError}
}

func busy() *fault.Fault {
	return fault.New(fault.Unavailable, "busy", fault.Text{
		FR: "Le serveur n’a pas pu répondre à temps. Réessayez dans un instant.",
		EN: "The server could not answer in time. Try again in a moment.",
	})
}

func overloaded() error {
	return refusal{fault.New(fault.Unavailable, "overloaded", fault.Text{
		FR: "Trop de personnes jouent à la fois : rien n’a été enregistré. Réessayez dans un instant.",
		EN: "Too many people are playing at once: nothing was kept. Try again in a moment.",
	}), http.StatusServiceUnavailable}
}

func tooSlow() error {
	return refusal{fault.New(0, "too_slow", fault.Text{
		FR: "La demande n’est pas arrivée en entier à temps : rien n’a été enregistré. Vérifiez la connexion, puis réessayez.",
		EN: "The request did not arrive whole in time: nothing was kept. Check the connection, then try again.",
	}), http.StatusRequestTimeout}
}

func nothingHere() error {
	return fault.New(fault.NotFound, "not_found", fault.Text{
		FR: "Il n’y a rien à cette adresse.",
		EN: "There is nothing at this address.",
	})
}

func methodNotAllowed() error {
	return refusal{fault.New(0, "method_not_allowed", fault.Text{
		FR: "Cette adresse existe, mais ne répond pas à cette méthode. L’en-tête « Allow » dit lesquelles.",
		EN: "This address exists, but not for this method. The “Allow” header says which.",
	}), http.StatusMethodNotAllowed}
}

func crossOrigin() error {
	return refusal{fault.New(0, "cross_origin", fault.Text{
		FR: "Cette demande vient d’un autre site : elle est refusée. Passez par la page de Casebook.",
		EN: "This request comes from another site and is refused. Use Casebook’s own page.",
	}), http.StatusForbidden}
}

func notJSON() error {
	return fault.New(fault.Unsupported, "not_json", fault.Text{
		FR: "Le corps de la demande doit être du JSON : « Content-Type: application/json ».",
		EN: "The request’s body has to be JSON: “Content-Type: application/json”.",
	})
}

func tooLarge() error {
	return fault.New(fault.TooLarge, "too_large", fault.Text{
		FR: "Le corps de la demande dépasse %d Kio. Raccourcissez le texte.",
		EN: "The request’s body exceeds %d KiB. Shorten the text.",
	}, maxBody>>10)
}

func unreadable() *fault.Fault {
	return fault.New(fault.Malformed, "malformed", fault.Text{
		FR: "La demande n’a pas pu être lue : il faut un seul document JSON, en UTF-8, tel que décrit dans le contrat.",
		EN: "The request could not be read: it has to be a single JSON document, in UTF-8, as the contract describes.",
	})
}

func duplicateField(name string) error {
	return fault.New(fault.Malformed, "duplicate_field", fault.Text{
		FR: "Le champ « %s » figure deux fois. Gardez-en un.",
		EN: "The field “%s” is there twice. Keep one.",
	}, name)
}

func notReady(cause error) error {
	return fault.New(fault.Unavailable, "not_ready", fault.Text{
		FR: "La base de données ne répond pas. Réessayez dans un instant.",
		EN: "The database does not answer. Try again in a moment.",
	}).Because(cause)
}

func notAList() error {
	return fault.New(fault.Unsupported, "not_csv", fault.Text{
		FR: "Le corps de la demande doit être une liste : « Content-Type: text/csv ».",
		EN: "The request’s body has to be a list: “Content-Type: text/csv”.",
	})
}

func oneOrTheOther() error {
	return fault.New(fault.Malformed, "malformed_fields", fault.Text{
		FR: "Il faut « scenario » ou « assignment », l’un ou l’autre.",
		EN: "It takes “scenario” or “assignment”, one or the other.",
	})
}
