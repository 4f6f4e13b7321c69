package main

import (
	"context"
	"encoding/json"
	"fmt"

	"casebook/internal/audit"
	"casebook/internal/fault"
	"casebook/internal/store"
)

var auditActions = map[audit.Action]fault.Text{
	audit.VersionPublished: {FR: "version publiée", EN: "version published"},
	audit.DraftSent:        {FR: "zip d’un cas envoyé", EN: "zip of a case sent"},
	audit.CaseRetired:      {FR: "cas retiré", EN: "case retired"},
	audit.CaseReadmitted:   {FR: "cas remis à disposition", EN: "case offered again"},
	audit.DatabaseMigrated: {FR: "base mise à jour", EN: "database migrated"},
	audit.DatabaseRestored: {FR: "sauvegarde restaurée", EN: "backup restored"},
	audit.CommentWritten:   {FR: "commentaire écrit", EN: "comment written"},
	audit.CommentChanged:   {FR: "commentaire modifié", EN: "comment changed"},
	audit.CommentWithdrawn: {FR: "commentaire retiré", EN: "comment withdrawn"},
	audit.AccountOpened:    {FR: "compte ouvert", EN: "account opened"},
	audit.AccountsInvited:  {FR: "personnes invitées", EN: "people invited"},
	audit.AccountJoined:    {FR: "parties d’invité reprises", EN: "guest’s attempts taken over"},
	audit.AccountClosed:    {FR: "compte fermé", EN: "account closed"},
	audit.AccountReopened:  {FR: "compte rouvert", EN: "account reopened"},
	audit.RoleChanged:      {FR: "rôle changé", EN: "role changed"},
	audit.PasswordChanged:  {FR: "mot de passe changé", EN: "password changed"},
	audit.EmailChanged:     {FR: "adresse changée", EN: "address changed"},
	audit.IdentityLinked:   {FR: "connexion de l’organisation liée", EN: "organisation’s login linked"},
	audit.LoginsEnded:      {FR: "connexions terminées", EN: "logins ended"},
	audit.LinkMade:         {FR: "lien d’accès créé", EN: "access link made"},
	audit.AccountErased:    {FR: "personne effacée", EN: "person erased"},
	audit.ErasuresReplayed: {FR: "effacements rejoués", EN: "erasures replayed"},
	audit.NamesLetGo:       {FR: "noms retirés après leur durée de conservation", EN: "names let go after their retention"},
	audit.DemoAdded:        {FR: "démonstration ajoutée", EN: "demonstration added"},
	audit.DemoRemoved:      {FR: "démonstration retirée", EN: "demonstration removed"},
	audit.DemoViewed:       {FR: "point de vue changé sur la démonstration", EN: "demonstration looked at otherwise"},
}

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
	actor, action := e.Actor, string(e.Action) // of a later program, there is the code
	if actor == audit.Program {
		actor = fault.Text{FR: "programme", EN: "program"}.In(w.lang)
	}
	if words, known := auditActions[e.Action]; known {
		action = words.In(w.lang)
	}
	_, err := fmt.Fprintf(w.stdout, "%6d  %s  %s  %s  %s\n", e.Seq, e.At, actor, action, e.Subject)
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
