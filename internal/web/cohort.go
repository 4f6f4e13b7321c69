package web

import (
	"context"

	"casebook/api"
)

// The cohorts' operations answer that there is nothing here until the room behind them is furnished.

func (s *server) ListCohorts(context.Context, api.ListCohortsRequestObject) (api.ListCohortsResponseObject, error) {
	return nil, nothingHere()
}

func (s *server) CreateCohort(context.Context, api.CreateCohortRequestObject) (api.CreateCohortResponseObject, error) {
	return nil, nothingHere()
}

func (s *server) GetCohort(context.Context, api.GetCohortRequestObject) (api.GetCohortResponseObject, error) {
	return nil, nothingHere()
}

func (s *server) ChangeCohort(context.Context, api.ChangeCohortRequestObject) (api.ChangeCohortResponseObject, error) {
	return nil, nothingHere()
}

func (s *server) ArchiveCohort(context.Context, api.ArchiveCohortRequestObject) (api.ArchiveCohortResponseObject, error) {
	return nil, nothingHere()
}

func (s *server) GivePost(context.Context, api.GivePostRequestObject) (api.GivePostResponseObject, error) {
	return nil, nothingHere()
}

func (s *server) RemovePost(context.Context, api.RemovePostRequestObject) (api.RemovePostResponseObject, error) {
	return nil, nothingHere()
}

func (s *server) GetNotice(context.Context, api.GetNoticeRequestObject) (api.GetNoticeResponseObject, error) {
	return nil, nothingHere()
}

func (s *server) ReadNotice(context.Context, api.ReadNoticeRequestObject) (api.ReadNoticeResponseObject, error) {
	return nil, nothingHere()
}

func (s *server) ListMembers(context.Context, api.ListMembersRequestObject) (api.ListMembersResponseObject, error) {
	return nil, nothingHere()
}

func (s *server) Enrol(context.Context, api.EnrolRequestObject) (api.EnrolResponseObject, error) {
	return nil, nothingHere()
}

func (s *server) ReturnMember(context.Context, api.ReturnMemberRequestObject) (api.ReturnMemberResponseObject, error) {
	return nil, nothingHere()
}

func (s *server) RemoveMember(context.Context, api.RemoveMemberRequestObject) (api.RemoveMemberResponseObject, error) {
	return nil, nothingHere()
}

func (s *server) ImportPeople(context.Context, api.ImportPeopleRequestObject) (api.ImportPeopleResponseObject, error) {
	return nil, nothingHere()
}

func (s *server) ListInvitations(context.Context, api.ListInvitationsRequestObject) (api.ListInvitationsResponseObject, error) {
	return nil, nothingHere()
}

func (s *server) Invite(context.Context, api.InviteRequestObject) (api.InviteResponseObject, error) {
	return nil, nothingHere()
}

func (s *server) RevokeInvitation(context.Context, api.RevokeInvitationRequestObject) (api.RevokeInvitationResponseObject, error) {
	return nil, nothingHere()
}

func (s *server) ListAssignments(context.Context, api.ListAssignmentsRequestObject) (api.ListAssignmentsResponseObject, error) {
	return nil, nothingHere()
}

func (s *server) Assign(context.Context, api.AssignRequestObject) (api.AssignResponseObject, error) {
	return nil, nothingHere()
}

func (s *server) ChangeAssignment(context.Context, api.ChangeAssignmentRequestObject) (api.ChangeAssignmentResponseObject, error) {
	return nil, nothingHere()
}

func (s *server) WithdrawAssignment(context.Context, api.WithdrawAssignmentRequestObject) (api.WithdrawAssignmentResponseObject, error) {
	return nil, nothingHere()
}

func (s *server) LookAtInvitation(context.Context, api.LookAtInvitationRequestObject) (api.LookAtInvitationResponseObject, error) {
	return nil, nothingHere()
}

func (s *server) Join(context.Context, api.JoinRequestObject) (api.JoinResponseObject, error) {
	return nil, nothingHere()
}

func (s *server) ListMyAssignments(context.Context, api.ListMyAssignmentsRequestObject) (api.ListMyAssignmentsResponseObject, error) {
	return nil, nothingHere()
}
