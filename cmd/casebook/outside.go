package main

import (
	"context"
	"errors"
	"flag"
	"log/slog"
	"net/url"
	"strings"
	"time"

	"casebook/internal/account"
	"casebook/internal/fault"
	"casebook/internal/mail"
	"casebook/internal/oidc"
)

// outsideOptions are what the server needs to know of the world beyond it: how it is reached, who brings its letters,
// and the organisation's own login.
type outsideOptions struct {
	publicURL      string
	smtp, mailFrom string
	oidc           oidc.Options
	groups         string
}

// read adds the flags. What is secret comes by the environment alone, where no list of programs shows it.
func (o *outsideOptions) read(w *world, f *flag.FlagSet) {
	f.StringVar(&o.publicURL, "public-url", w.env("CASEBOOK_PUBLIC_URL", ""), "")
	o.smtp = w.getenv("CASEBOOK_SMTP_URL")
	f.StringVar(&o.mailFrom, "mail-from", w.env("CASEBOOK_MAIL_FROM", ""), "")
	f.StringVar(&o.oidc.Issuer, "oidc-issuer", w.env("CASEBOOK_OIDC_ISSUER", ""), "")
	f.StringVar(&o.oidc.ClientID, "oidc-client-id", w.env("CASEBOOK_OIDC_CLIENT_ID", ""), "")
	f.StringVar(&o.oidc.Label, "oidc-label", w.env("CASEBOOK_OIDC_LABEL", ""), "")
	f.StringVar(&o.groups, "oidc-groups", w.env("CASEBOOK_OIDC_GROUPS", ""), "")
	o.oidc.Secret = w.getenv("CASEBOOK_OIDC_SECRET")
}

// carrier brings letters; nil when no mail server is named.
func (o *outsideOptions) carrier() (account.Carrier, error) {
	switch {
	case o.smtp == "":
		return nil, nil
	case o.publicURL == "" || o.mailFrom == "":
		return nil, badArguments(fault.Text{
			FR: "Pour envoyer des courriels, il faut aussi --public-url https://casebook.exemple.fr et --mail-from casebook@exemple.fr.",
			EN: "To send mail, --public-url https://casebook.example.com and --mail-from casebook@example.com are needed too.",
		})
	}
	c, err := mail.New(o.smtp, o.mailFrom, o.publicURL)
	if err != nil {
		if _, refused := fault.From(err); refused {
			return nil, err
		}
		return nil, badArguments(fault.Text{
			FR: "« %s » n’est pas une adresse d’expéditeur. Écrivez --mail-from casebook@exemple.fr.",
			EN: "“%s” is not an address to send from. Write --mail-from casebook@example.com.",
		}, o.mailFrom)
	}
	return c, nil
}

// provider is the organisation's own login; nil when there is none.
func (o *outsideOptions) provider() (*oidc.Provider, error) {
	if o.oidc.Issuer == "" {
		return nil, nil
	}
	if o.oidc.ClientID == "" || o.publicURL == "" {
		return nil, badArguments(fault.Text{
			FR: "Avec --oidc-issuer, il faut aussi --oidc-client-id et --public-url https://casebook.exemple.fr.",
			EN: "With --oidc-issuer, --oidc-client-id and --public-url https://casebook.example.com are needed too.",
		})
	}
	if o.oidc.Label == "" {
		o.oidc.Label = "OpenID Connect"
	}
	var err error
	o.oidc.Site, o.oidc.Now = o.publicURL, now
	o.oidc.Worth, err = rolesOf(o.groups)
	return oidc.New(o.oidc), err
}

// rolesOf reads which role each group gives: academy-trainers=trainer,it=admin.
func rolesOf(groups string) (map[string]account.Role, error) {
	if groups == "" {
		return nil, nil
	}
	roles := map[string]account.Role{
		"trainee": account.Trainee, "trainer": account.Trainer, "manager": account.Manager, "admin": account.Admin,
	}
	read := map[string]account.Role{}
	for part := range strings.SplitSeq(groups, ",") {
		group, role, found := strings.Cut(strings.TrimSpace(part), "=")
		r, known := roles[role]
		if !found || group == "" || !known {
			return nil, badArguments(fault.Text{
				FR: "« %s » ne dit pas quel groupe donne quel rôle. Écrivez --oidc-groups groupe=trainer,autre=admin ; les rôles sont trainee, trainer, manager, admin.",
				EN: "“%s” does not say which group gives which role. Write --oidc-groups group=trainer,other=admin; the roles are trainee, trainer, manager, admin.",
			}, part)
		}
		read[group] = r
	}
	return read, nil
}

// checkURL refuses an address of the site that links could not begin with, and takes the slash off its end.
func (o *outsideOptions) checkURL() error {
	if o.publicURL == "" {
		return nil
	}
	u, err := url.Parse(o.publicURL)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" || strings.Trim(u.Path, "/") != "" || u.RawQuery != "" {
		return badArguments(fault.Text{
			FR: "« %s » n’est pas l’adresse d’un site. Écrivez --public-url https://casebook.exemple.fr.",
			EN: "“%s” is not the address of a site. Write --public-url https://casebook.example.com.",
		}, o.publicURL)
	}
	o.publicURL = u.Scheme + "://" + u.Host
	return nil
}

const (
	// postTime is how often letters are looked for.
	postTime = 2 * time.Second
	// postedAtOnce is how many letters leave at a time.
	postedAtOnce = 20
)

// post lets letters leave, until ctx ends. That the mail server refuses some is told once for each round.
func post(ctx context.Context, accounts *account.Service, by account.Carrier, log *slog.Logger) {
	round := time.NewTicker(postTime)
	defer round.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-round.C:
			_, err := accounts.Send(ctx, by, postedAtOnce)
			if err != nil && !errors.Is(err, context.Canceled) {
				log.ErrorContext(ctx, "letters not sent", "err", err)
			}
		}
	}
}
