// Package oidc lets people in by their organisation's own login: OpenID Connect, with the authorization code, PKCE and
// a nonce.
package oidc

import (
	"context"
	"crypto/rand"
	"crypto/subtle"
	"fmt"
	"net/http"
	"strings"
	"sync"
	"time"

	"github.com/coreos/go-oidc/v3/oidc"
	"golang.org/x/oauth2"

	"casebook/internal/account"
	"casebook/internal/fault"
)

// Options say which provider, and what its word is worth.
type Options struct {
	Issuer, ClientID, Secret string
	Label                    string                  // what the button says
	Site                     string                  // where the provider sends people back to, without a slash at its end
	Worth                    map[string]account.Role // by group; empty when roles are not the provider's matter
	Now                      func() time.Time
}

// patience is how long a provider may take for one answer.
const patience = 10 * time.Second

// Provider is an organisation's own login. It is asked for its particulars when somebody first comes: one that is away
// keeps nobody else out.
type Provider struct {
	Options
	client *http.Client

	mu    sync.Mutex
	known *oidc.Provider
}

// New makes a provider, without asking it anything.
func New(o Options) *Provider {
	return &Provider{Options: o, client: &http.Client{Timeout: patience}}
}

// Label is what the button says.
func (p *Provider) Label() string { return p.Options.Label }

// Errand is what has to come back as it went, in the same browser. All of it is random.
type Errand struct{ State, Nonce, Verifier string }

// String writes an errand for a cookie.
func (e Errand) String() string { return e.State + "." + e.Nonce + "." + e.Verifier }

// ReadErrand reads what String wrote; false when it cannot be.
func ReadErrand(text string) (Errand, bool) {
	parts := strings.Split(text, ".")
	if len(parts) != 3 || parts[0] == "" || parts[1] == "" || parts[2] == "" {
		return Errand{}, false
	}
	return Errand{parts[0], parts[1], parts[2]}, true
}

// Begin is where to send a browser, with the errand that it has to bring back.
func (p *Provider) Begin(ctx context.Context) (address string, e Errand, err error) {
	config, _, err := p.particulars(ctx)
	if err != nil {
		return "", Errand{}, err
	}
	e = Errand{rand.Text(), rand.Text(), oauth2.GenerateVerifier()}
	return config.AuthCodeURL(e.State, oidc.Nonce(e.Nonce), oauth2.S256ChallengeOption(e.Verifier)), e, nil
}

// End is whom the provider vouches for, to whoever comes back with an errand.
func (p *Provider) End(ctx context.Context, e Errand, state, code string) (account.Identity, error) {
	if subtle.ConstantTimeCompare([]byte(state), []byte(e.State)) != 1 {
		return account.Identity{}, WrongState()
	}
	config, known, err := p.particulars(ctx)
	if err != nil {
		return account.Identity{}, err
	}
	ctx = oidc.ClientContext(ctx, p.client)
	token, err := config.Exchange(ctx, code, oauth2.VerifierOption(e.Verifier))
	if err != nil {
		return account.Identity{}, unproven(err)
	}
	raw, _ := token.Extra("id_token").(string)
	proof, err := known.VerifierContext(ctx, &oidc.Config{ClientID: p.ClientID, Now: p.Now}).Verify(ctx, raw)
	if err != nil {
		return account.Identity{}, unproven(err)
	}
	if subtle.ConstantTimeCompare([]byte(proof.Nonce), []byte(e.Nonce)) != 1 {
		return account.Identity{}, WrongState()
	}
	said, err := p.said(ctx, known, token, proof)
	if err != nil {
		return account.Identity{}, unproven(err)
	}
	return account.Identity{
		Issuer: proof.Issuer, Subject: proof.Subject, Name: said.Name, Email: said.Email, EmailVerified: bool(said.Verified),
		Role: account.RoleOf(said.Groups, p.Worth),
	}, nil
}

// particulars are how to speak with the provider. It is asked until it has answered once.
func (p *Provider) particulars(ctx context.Context) (*oauth2.Config, *oidc.Provider, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.known == nil {
		known, err := oidc.NewProvider(oidc.ClientContext(context.WithoutCancel(ctx), p.client), p.Issuer)
		if err != nil {
			return nil, nil, away(err)
		}
		p.known = known
	}
	return &oauth2.Config{
		ClientID: p.ClientID, ClientSecret: p.Secret, Endpoint: p.known.Endpoint(),
		RedirectURL: p.Site + "/api/v1/oidc/callback", Scopes: p.scopes(),
	}, p.known, nil
}

func (p *Provider) scopes() []string {
	scopes := []string{oidc.ScopeOpenID, "profile", "email"}
	if len(p.Worth) > 0 {
		scopes = append(scopes, "groups")
	}
	return scopes
}

// WrongState refuses whoever comes back otherwise than they went.
func WrongState() error {
	return fault.New(fault.Unauthorized, "oidc_state", fault.Text{
		FR: "Cette connexion a été commencée ailleurs ou il y a trop longtemps. Recommencez-la ici.",
		EN: "This login was begun elsewhere, or too long ago. Begin it again here.",
	})
}

// Declined refuses whomever the provider sends back with an error, such as access_denied.
func Declined(why string) error { return unproven(fmt.Errorf("the provider answers %q", why)) }

func away(err error) error {
	return fault.New(fault.Unavailable, "oidc_away", fault.Text{
		FR: "Le service de connexion de votre organisation ne répond pas. Réessayez dans un instant, ou utilisez votre mot de passe.",
		EN: "Your organisation’s login does not answer. Try again in a moment, or use your password.",
	}).Because(err)
}

func unproven(err error) error {
	return fault.New(fault.Unauthorized, "oidc_refused", fault.Text{
		FR: "Votre organisation n’a pas confirmé qui vous êtes. Recommencez, ou adressez-vous à un administrateur.",
		EN: "Your organisation did not confirm who you are. Begin again, or turn to an admin.",
	}).Because(err)
}
