package main

import (
	"context"
	"encoding/json"
	"fmt"

	"casebook/internal/audit"
	"casebook/internal/fault"
	"casebook/internal/personal"
	"casebook/internal/store"
)

func (w *world) listTrail(ctx context.Context, st *store.Store, o auditOptions) error {
	show := w.showEntry
	if o.json {
		show = w.jsonEntry
	}
	for entry, err := range st.Trail(ctx) {
		if err != nil {
			return err
		}
		if err := show(entry); err != nil {
			return err
		}
	}
	return nil
}

func (w *world) showEntry(e audit.Entry) error {
	actor := e.Actor
	if actor == audit.Program {
		actor = fault.Text{FR: "programme", EN: "program"}.In(w.lang)
	}
	_, err := fmt.Fprintf(w.stdout, "%6d  %s  %s  %s  %s\n", e.Seq, e.At, actor, personal.Said(e.Action).In(w.lang), e.Subject)
	return err
}

func (w *world) jsonEntry(e audit.Entry) error {
	return json.NewEncoder(w.stdout).Encode(struct {
		Seq      int64        `json:"seq"`
		At       string       `json:"at"`
		Actor    string       `json:"actor"`
		Action   audit.Action `json:"action"`
		Subject  string       `json:"subject"`
		Details  string       `json:"details"`
		Previous string       `json:"previous"`
		Hash     string       `json:"hash"`
	}{e.Seq, e.At, e.Actor, e.Action, e.Subject, e.Details, e.Previous, e.Hash})
}
