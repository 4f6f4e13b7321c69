package web

import (
	"context"

	"github.com/google/uuid"

	"casebook/api"
	"casebook/internal/comment"
)

// ListComments lists what trainers say of an attempt of one's own.
func (s *server) ListComments(ctx context.Context, r api.ListCommentsRequestObject) (api.ListCommentsResponseObject, error) {
	by, err := signedIn(ctx)
	if err != nil {
		return nil, err
	}
	list, err := s.Comments.Mine(ctx, by, r.ID)
	if err != nil {
		return nil, err
	}
	return api.ListComments200JSONResponse{CommentsJSONResponse: comments(list, by.ID)}, nil
}

// ReadComments notes that one has read them.
func (s *server) ReadComments(ctx context.Context, r api.ReadCommentsRequestObject) (api.ReadCommentsResponseObject, error) {
	by, err := signedIn(ctx)
	if err != nil {
		return nil, err
	}
	list, err := s.Comments.Read(ctx, by, r.ID)
	if err != nil {
		return nil, err
	}
	return api.ReadComments200JSONResponse{CommentsJSONResponse: comments(list, by.ID)}, nil
}

// ListUnreadComments lists where there is something to read.
func (s *server) ListUnreadComments(ctx context.Context, _ api.ListUnreadCommentsRequestObject) (api.ListUnreadCommentsResponseObject, error) {
	by, err := signedIn(ctx)
	if err != nil {
		return nil, err
	}
	list, err := s.Comments.News(ctx, by)
	if err != nil {
		return nil, err
	}
	return api.ListUnreadComments200JSONResponse{Attempts: each(list, unreadComments)}, nil
}

// ListCommentsOfAttempt lists what trainers say of an attempt, for one of them.
func (s *server) ListCommentsOfAttempt(ctx context.Context, r api.ListCommentsOfAttemptRequestObject) (api.ListCommentsOfAttemptResponseObject, error) {
	by, err := signedIn(ctx)
	if err != nil {
		return nil, err
	}
	list, err := s.Comments.Of(ctx, by, r.ID, r.Attempt)
	if err != nil {
		return nil, err
	}
	return api.ListCommentsOfAttempt200JSONResponse{CommentsJSONResponse: comments(list, by.ID)}, nil
}

// SaveComment keeps what a trainer says to a reason.
func (s *server) SaveComment(ctx context.Context, r api.SaveCommentRequestObject) (api.SaveCommentResponseObject, error) {
	by, err := signedIn(ctx)
	if err != nil {
		return nil, err
	}
	kept, err := s.Comments.Save(ctx, by, r.ID, comment.Comment{
		Attempt: r.Attempt, Step: r.Step, Levels: fromLevels(r.Body.Levels), Text: r.Body.Text, Revision: r.Body.Revision,
	})
	if err != nil {
		return nil, err
	}
	return api.SaveComment200JSONResponse{CommentJSONResponse: api.CommentJSONResponse(toComment(kept, by.ID))}, nil
}

// WithdrawComment takes it back.
func (s *server) WithdrawComment(ctx context.Context, r api.WithdrawCommentRequestObject) (api.WithdrawCommentResponseObject, error) {
	by, err := signedIn(ctx)
	if err != nil {
		return nil, err
	}
	list, err := s.Comments.Withdraw(ctx, by, r.ID, comment.Place{Attempt: r.Attempt, Step: r.Step}, r.Params.Revision)
	if err != nil {
		return nil, err
	}
	return api.WithdrawComment200JSONResponse{CommentsJSONResponse: comments(list, by.ID)}, nil
}

// ListRationales lists the reasons given in a cohort, a page at a time.
func (s *server) ListRationales(ctx context.Context, r api.ListRationalesRequestObject) (api.ListRationalesResponseObject, error) {
	by, err := signedIn(ctx)
	if err != nil {
		return nil, err
	}
	asked := comment.Asked{
		State: comment.ToRate, Scenario: or(r.Params.Scenario), After: or(r.Params.After), Most: reasonsListed,
	}
	if r.Params.State != nil {
		asked.State = comment.State(*r.Params.State)
	}
	if r.Params.Limit != nil {
		asked.Most = *r.Params.Limit
	}
	page, err := s.Comments.List(ctx, by, r.ID, asked)
	if err != nil {
		return nil, err
	}
	return reasons(page, by.ID, or(r.Params.Names)), nil
}

// reasonsListed is how many reasons a page has, unless told otherwise.
const reasonsListed = 20

// GetAgreement tells how far the trainers of a cohort rate alike.
func (s *server) GetAgreement(ctx context.Context, r api.GetAgreementRequestObject) (api.GetAgreementResponseObject, error) {
	by, err := signedIn(ctx)
	if err != nil {
		return nil, err
	}
	a, err := s.Comments.Agreement(ctx, by, r.ID)
	if err != nil {
		return nil, err
	}
	return agreement(a), nil
}

func comments(list []comment.Comment, reader uuid.UUID) api.CommentsJSONResponse {
	return api.CommentsJSONResponse{Comments: each(list, func(c comment.Comment) api.Comment { return toComment(c, reader) })}
}
