package web

import (
	"context"

	"casebook/api"
	"casebook/internal/account"
	"casebook/internal/cohort"
)

// ListMembers lists who is enrolled in a cohort, a page at a time.
func (s *server) ListMembers(ctx context.Context, r api.ListMembersRequestObject) (api.ListMembersResponseObject, error) {
	by, err := signedIn(ctx)
	if err != nil {
		return nil, err
	}
	page, total, err := s.Cohorts.Members(ctx, by, r.ID, cohort.Query{
		Search: or(r.Params.Search), Offset: or(r.Params.Offset), Past: or(r.Params.Left),
	})
	if err != nil {
		return nil, err
	}
	return api.ListMembers200JSONResponse{Members: each(page, member), Total: total}, nil
}

// Enrol enrols somebody by hand.
func (s *server) Enrol(ctx context.Context, r api.EnrolRequestObject) (api.EnrolResponseObject, error) {
	by, err := signedIn(ctx)
	if err != nil {
		return nil, err
	}
	row, joiner, err := s.Cohorts.Enrol(ctx, by, r.ID, r.Body.Name, r.Body.Email, string(or(r.Body.Lang)))
	if err != nil {
		return nil, err
	}
	e := api.Enrolled{Verdict: api.Verdict(row.Verdict), Name: row.Name, Email: row.Email, Mailed: said(joiner.Invited.Mailed)}
	if links := handOvers([]cohort.Row{row}, []cohort.Joiner{joiner}); len(links) > 0 {
		e.Link = &links[0]
	}
	return api.Enrol201JSONResponse(e), nil
}

// RemoveMember takes somebody out of a cohort.
func (s *server) RemoveMember(ctx context.Context, r api.RemoveMemberRequestObject) (api.RemoveMemberResponseObject, error) {
	by, err := signedIn(ctx)
	if err != nil {
		return nil, err
	}
	return api.RemoveMember204Response{}, s.Cohorts.Remove(ctx, by, r.ID, r.Account)
}

// ReturnMember lets somebody who has left a cohort return.
func (s *server) ReturnMember(ctx context.Context, r api.ReturnMemberRequestObject) (api.ReturnMemberResponseObject, error) {
	by, err := signedIn(ctx)
	if err != nil {
		return nil, err
	}
	return api.ReturnMember204Response{}, s.Cohorts.Return(ctx, by, r.ID, r.Account)
}

// ImportPeople enrols the people of a list, or reports what would be.
func (s *server) ImportPeople(ctx context.Context, r api.ImportPeopleRequestObject) (api.ImportPeopleResponseObject, error) {
	by, err := signedIn(ctx)
	if err != nil {
		return nil, err
	}
	data, err := readList(r.Body)
	if err != nil {
		return nil, err
	}
	report, err := s.Cohorts.Import(ctx, by, r.ID, data, r.Params.Dry)
	if err != nil {
		return nil, err
	}
	return api.ImportPeople200JSONResponse(importReport(report, languageOf(ctx))), nil
}

// ListInvitations lists the invitations to a cohort.
func (s *server) ListInvitations(ctx context.Context, r api.ListInvitationsRequestObject) (api.ListInvitationsResponseObject, error) {
	by, err := signedIn(ctx)
	if err != nil {
		return nil, err
	}
	list, err := s.Cohorts.Invitations(ctx, by, r.ID)
	if err != nil {
		return nil, err
	}
	return api.ListInvitations200JSONResponse{Invitations: each(list, s.invitation)}, nil
}

// Invite makes a code with which people enrol themselves.
func (s *server) Invite(ctx context.Context, r api.InviteRequestObject) (api.InviteResponseObject, error) {
	by, err := signedIn(ctx)
	if err != nil {
		return nil, err
	}
	i, code, err := s.Cohorts.Invite(ctx, by, r.ID, r.Body.Seats, r.Body.ExpiresAt)
	if err != nil {
		return nil, err
	}
	return api.Invite201JSONResponse{Invitation: s.invitation(i), Code: code}, nil
}

// RevokeInvitation closes an invitation before it ends.
func (s *server) RevokeInvitation(ctx context.Context, r api.RevokeInvitationRequestObject) (api.RevokeInvitationResponseObject, error) {
	by, err := signedIn(ctx)
	if err != nil {
		return nil, err
	}
	return api.RevokeInvitation204Response{}, s.Cohorts.Revoke(ctx, by, r.ID, r.Invitation)
}

// LookAtInvitation tells what an invitation's code leads to, be it to a stranger.
func (s *server) LookAtInvitation(ctx context.Context, r api.LookAtInvitationRequestObject) (api.LookAtInvitationResponseObject, error) {
	by, err := signedIn(ctx)
	stranger := err != nil
	held, err := s.Cohorts.LookAt(ctx, by, r.Code, calling(ctx).network)
	if err != nil {
		return nil, err
	}
	invited := api.Invited{CohortName: held.Name, Needs: api.InvitedNeedsNothing}
	if stranger || by.Kind == account.Guest {
		invited.Needs = api.InvitedNeedsPerson
	}
	if held.Joined {
		invited.Joined = &held.Cohort
	}
	return api.LookAtInvitation200JSONResponse(invited), nil
}

// Join enrols whoever holds an invitation's code.
func (s *server) Join(ctx context.Context, r api.JoinRequestObject) (api.JoinResponseObject, error) {
	by, err := signedIn(ctx)
	if err != nil {
		return nil, err
	}
	v, _ := ctx.Value(visitKey{}).(visit)
	held, err := s.Cohorts.Join(ctx, by, v.login.ID, r.Code, calling(ctx).network, account.Particulars{
		Name: or(r.Body.Name), Email: or(r.Body.Email), Password: or(r.Body.Password), Lang: string(or(r.Body.Lang)),
	})
	if err != nil {
		return nil, err
	}
	return api.Join200JSONResponse{Cohort: held.Cohort, CohortName: held.Name}, nil
}
