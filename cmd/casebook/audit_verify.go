package main

import (
	"context"
	"errors"

	"casebook/internal/audit"
	"casebook/internal/fault"
	"casebook/internal/store"
)

// verifyTrail reads the trail as it comes and keeps nothing of it but the last entry.
func (w *world) verifyTrail(ctx context.Context, st *store.Store, o auditOptions) error {
	chain := audit.NewChain(o.expect)
	for entry, err := range st.Trail(ctx) {
		if err != nil {
			return err
		}
		if err := chain.Add(entry); err != nil {
			return auditFlaw(err)
		}
	}
	sound, err := chain.End()
	if err != nil {
		return auditFlaw(err)
	}
	w.say(w.stdout, fault.Text{
		FR: "Le journal est intact. Entrées : %[1]d. Dernière empreinte : %[2]s",
		EN: "The trail is sound. Entries: %[1]d. Last hash: %[2]s",
	}, sound.Entries, sound.Last)
	if sound.Noted > 0 {
		w.say(w.stdout, fault.Text{
			FR: "L’empreinte attendue est celle de l’entrée %[1]d.",
			EN: "The expected hash is that of entry %[1]d.",
		}, sound.Noted)
		return nil
	}
	w.say(w.stdout, fault.Text{
		FR: "Notez-la hors de cette machine : casebook audit verify --expect %[1]s",
		EN: "Note it outside this machine: casebook audit verify --expect %[1]s",
	}, sound.Last)
	return nil
}

var auditFlaws = map[audit.FlawKind]fault.Text{
	audit.Altered: {
		FR: "Le journal d’audit n’est plus intact : l’entrée %[1]d a été modifiée.",
		EN: "The audit trail is not sound: entry %[1]d was altered.",
	},
	audit.Missing: {
		FR: "Le journal d’audit n’est plus intact : l’entrée %[1]d manque.",
		EN: "The audit trail is not sound: entry %[1]d is missing.",
	},
	audit.Unordered: {
		FR: "Le journal d’audit n’est plus intact : l’entrée %[1]d n’est pas à sa place.",
		EN: "The audit trail is not sound: entry %[1]d is out of order.",
	},
	audit.Unlinked: {
		FR: "Le journal d’audit n’est plus intact : l’entrée %[1]d ne suit pas la précédente ; l’une des deux a été récrite.",
		EN: "The audit trail is not sound: entry %[1]d does not follow the one before; one of the two was rewritten.",
	},
	audit.Unknown: {
		FR: "Aucune des %[1]d entrées du journal d’audit n’a l’empreinte attendue : sa fin a été coupée, ou il a été récrit. Restaurer une sauvegarde d’avant cette empreinte coupe aussi la fin : voyez « casebook audit list ».",
		EN: "None of the %[1]d entries of the audit trail has the expected hash: its end was cut, or it was rewritten. Restoring a backup from before that hash cuts the end too: see “casebook audit list”.",
	},
}

func auditFlaw(err error) error {
	var flaw *audit.Flaw
	if !errors.As(err, &flaw) {
		return err
	}
	return fault.New(fault.Invalid, "trail_"+string(flaw.Kind), auditFlaws[flaw.Kind], flaw.Seq)
}
