package web

import (
	"context"

	"casebook/api"
	"casebook/internal/fault"
	"casebook/internal/personal"
)

// ListAudit tells an admin what was done to the installation.
func (s *server) ListAudit(ctx context.Context, r api.ListAuditRequestObject) (api.ListAuditResponseObject, error) {
	by, err := signedIn(ctx)
	if err != nil {
		return nil, err
	}
	p := r.Params
	list, next, err := s.Personal.Audit(ctx, by, reading(ctx), or(p.Actor), or(p.Subject), or(p.Before), pageOf(p.Limit))
	if err != nil {
		return nil, err
	}
	return api.ListAudit200JSONResponse(auditPage(list, next)), nil
}

func auditPage(list []personal.Told, next int64) api.AuditPage {
	page := api.AuditPage{Entries: each(list, auditEntry)}
	if next > 0 {
		page.Next = &next
	}
	return page
}

func auditEntry(t personal.Told) api.AuditEntry {
	return api.AuditEntry{
		Seq: t.Seq, At: t.At, Action: api.AuditAction(t.Action), Actor: auditName(t.Actor), Subject: auditName(t.Subject),
		Details: each(t.Details, func(d personal.Detail) api.AuditDetail {
			return api.AuditDetail{Name: api.AuditDetailName(d.Name), Value: d.Value}
		}),
	}
}

func auditName(n personal.Named) api.AuditName {
	name := api.AuditName{Kind: n.Kind}
	if n.ID != "" {
		name.ID = &n.ID
	}
	if n.Name != "" {
		name.Name = &n.Name
	}
	if n.Gone {
		name.Gone = &n.Gone
	}
	return name
}

// sentence is what a refusal says.
func sentence(err error, lang string) string {
	if f, ok := fault.From(err); ok {
		return f.Text.In(lang)
	}
	return ""
}
