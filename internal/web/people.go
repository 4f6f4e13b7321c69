package web

import (
	"context"
	"encoding/base64"
	"encoding/json"
	"strings"

	"github.com/google/uuid"

	"casebook/api"
	"casebook/internal/account"
)

// ListAccounts lists people, for an admin.
func (s *server) ListAccounts(ctx context.Context, r api.ListAccountsRequestObject) (api.ListAccountsResponseObject, error) {
	by, err := signedIn(ctx)
	if err != nil {
		return nil, err
	}
	list, next, err := s.Accounts.People(ctx, by, or(r.Params.Search), placeOf(or(r.Params.After)))
	if err != nil {
		return nil, err
	}
	return api.ListAccounts200JSONResponse{People: each(list, person), Next: said(place(next))}, nil
}

// InvitePerson invites somebody.
func (s *server) InvitePerson(ctx context.Context, r api.InvitePersonRequestObject) (api.InvitePersonResponseObject, error) {
	by, err := signedIn(ctx)
	if err != nil {
		return nil, err
	}
	if _, err := account.Everybody(by); err != nil {
		return nil, err
	}
	done, err := s.Accounts.Invite(ctx, by, []account.Invitee{{
		Name: r.Body.Name, Email: r.Body.Email, Role: account.Role(r.Body.Role), Lang: string(r.Body.Lang),
	}})
	if err != nil {
		return nil, err
	}
	return api.InvitePerson201JSONResponse(invited(done[0])), nil
}

func invited(i account.Invited) api.InvitedPerson {
	return api.InvitedPerson{Account: i.Account, Was: api.InvitedPersonWas(i.Was), Mailed: i.Mailed, Path: said(linkPath(i.Token))}
}

// linkPath is where a link leads on this site; empty without a token.
func linkPath(token string) string {
	if token == "" {
		return ""
	}
	return "/link/" + token
}

// ChangeAccount changes a role, or closes or reopens an account.
func (s *server) ChangeAccount(ctx context.Context, r api.ChangeAccountRequestObject) (api.ChangeAccountResponseObject, error) {
	by, err := signedIn(ctx)
	if err != nil {
		return nil, err
	}
	change := account.Change{Closed: r.Body.Closed}
	if r.Body.Role != nil {
		role := account.Role(*r.Body.Role)
		change.Role = &role
	}
	a, err := s.Accounts.ChangePerson(ctx, by, r.ID, change)
	if err != nil {
		return nil, err
	}
	return api.ChangeAccount200JSONResponse(person(account.Listed{Account: a})), nil
}

// EndLoginsOf ends somebody's logins.
func (s *server) EndLoginsOf(ctx context.Context, r api.EndLoginsOfRequestObject) (api.EndLoginsOfResponseObject, error) {
	by, err := signedIn(ctx)
	if err != nil {
		return nil, err
	}
	if err := s.Accounts.EndLoginsOf(ctx, by, r.ID); err != nil {
		return nil, err
	}
	return api.EndLoginsOf200JSONResponse{NotedJSONResponse: noted}, nil
}

// MakeLink makes a link that lets somebody in.
func (s *server) MakeLink(ctx context.Context, r api.MakeLinkRequestObject) (api.MakeLinkResponseObject, error) {
	by, err := signedIn(ctx)
	if err != nil {
		return nil, err
	}
	h, err := s.Accounts.LinkFor(ctx, by, r.ID)
	if err != nil {
		return nil, err
	}
	handed := api.MakeLink201JSONResponse{Kind: api.LinkKind(h.Kind), Mailed: h.Mailed, Path: said(linkPath(h.Token))}
	if !h.ExpiresAt.IsZero() {
		handed.ExpiresAt = &h.ExpiresAt
	}
	return handed, nil
}

// ListLetters lists who waits for a link.
func (s *server) ListLetters(ctx context.Context, _ api.ListLettersRequestObject) (api.ListLettersResponseObject, error) {
	by, err := signedIn(ctx)
	if err != nil {
		return nil, err
	}
	list, err := s.Accounts.Letters(ctx, by)
	if err != nil {
		return nil, err
	}
	return api.ListLetters200JSONResponse{Letters: each(list, func(l account.Letter) api.Letter {
		return api.Letter{Account: l.Account, Kind: api.LinkKind(l.Kind), Name: l.Name, Email: l.Email, AskedAt: l.AskedAt}
	})}, nil
}

func person(p account.Listed) api.Person {
	a := api.Person{
		ID: p.ID, Name: p.Name, Email: said(p.Email), Role: api.Role(p.Role), Verified: !p.VerifiedAt.IsZero(),
		HasPassword: p.Password != "", Oidc: p.Outside, CreatedAt: p.CreatedAt,
	}
	if !p.ClosedAt.IsZero() {
		a.ClosedAt = &p.ClosedAt
	}
	return a
}

// place writes where a page of people ends, for the next request to say.
func place(p account.Place) string {
	if p.ID == uuid.Nil {
		return ""
	}
	text, err := json.Marshal([]string{p.Folded, p.ID.String()})
	if err != nil {
		return ""
	}
	return base64.RawURLEncoding.EncodeToString(text)
}

// placeOf reads what place wrote; the beginning, where it cannot be read.
func placeOf(text string) (p account.Place) {
	var parts []string
	data, err := base64.RawURLEncoding.DecodeString(text)
	if err != nil || json.Unmarshal(data, &parts) != nil || len(parts) != 2 {
		return p
	}
	if id, err := uuid.Parse(parts[1]); err == nil && !strings.Contains(parts[0], "\x00") {
		p = account.Place{Folded: parts[0], ID: id}
	}
	return p
}
