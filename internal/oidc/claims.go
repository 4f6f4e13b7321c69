package oidc

import (
	"context"
	"encoding/json"
	"errors"

	"github.com/coreos/go-oidc/v3/oidc"
	"golang.org/x/oauth2"
)

// claims are what a provider says of somebody.
type claims struct {
	Name     string `json:"name"`
	Email    string `json:"email"`
	Verified truth  `json:"email_verified"`
	Groups   names  `json:"groups"`
}

// truth is true, or "true", as some providers write it.
type truth bool

// UnmarshalJSON implements json.Unmarshaler.
func (t *truth) UnmarshalJSON(data []byte) error {
	*t = string(data) == "true" || string(data) == `"true"`
	return nil
}

// names is a list of names, or a single one, as some providers write it.
type names []string

// UnmarshalJSON implements json.Unmarshaler.
func (n *names) UnmarshalJSON(data []byte) error {
	var one string
	if json.Unmarshal(data, &one) == nil {
		*n = names{one}
		return nil
	}
	var list []any
	if err := json.Unmarshal(data, &list); err != nil {
		return err
	}
	for _, v := range list {
		if name, ok := v.(string); ok {
			*n = append(*n, name)
		}
	}
	return nil
}

// said are the claims of a proof. What it leaves out the provider is asked for.
func (p *Provider) said(ctx context.Context, known *oidc.Provider, token *oauth2.Token, proof *oidc.IDToken) (claims, error) {
	var c claims
	if err := proof.Claims(&c); err != nil {
		return c, err
	}
	if c.Email != "" && (c.Groups != nil || len(p.Worth) == 0) || known.UserInfoEndpoint() == "" {
		return c, nil
	}
	more, err := known.UserInfo(ctx, oauth2.StaticTokenSource(token))
	if err != nil {
		return c, err
	}
	if more.Subject != proof.Subject {
		return c, errors.New("the provider speaks of somebody else")
	}
	return c, more.Claims(&c)
}
