package main

import (
	"context"
	"errors"
	"time"

	"casebook/internal/attempt"
	"casebook/internal/fault"
	"casebook/internal/library"
	"casebook/internal/store"
)

var (
	verifySummary = fault.Text{FR: "rejoue toutes les parties et compare avec ce qui est enregistré", EN: "play all attempts again and compare with what is stored"}
	verifyHelp    = fault.Text{
		FR: `casebook verify : rejoue chaque partie à partir de ses seules décisions, et compare avec ce qui est
enregistré : ce qui était proposé, affiché, tiré au sort, l’état et la date de fin, le résumé et son score
dont sont faits les rapports. Chaque différence est dite en une phrase. Rien n’est modifié ; le serveur peut
tourner pendant ce temps.

  --json             un objet JSON par différence et par ligne, puis les totaux
  --database BASE    un fichier SQLite, ou postgres://… (CASEBOOK_DATABASE ; casebook.db par défaut)

Code de sortie : 0 si tout concorde, 1 sinon.

  casebook verify --database /srv/casebook/casebook.db`,
		EN: `casebook verify: play each attempt again from its decisions alone, and compare with what is stored:
what was on offer, shown and drawn, the state and moment of the end, the summary and its score, which reports
are made of. Each difference is told in a sentence. Nothing is changed; the server may run meanwhile.

  --json             a JSON object a line for each difference, then the totals
  --database BASE    a SQLite file, or postgres://… (CASEBOOK_DATABASE; casebook.db unless told otherwise)

Exit code: 0 when everything agrees, 1 when it does not.

  casebook verify --database /srv/casebook/casebook.db`,
	}
)

func verify(ctx context.Context, w *world, args []string) (err error) {
	f := w.flags("verify")
	database := f.String("database", w.env("CASEBOOK_DATABASE", "casebook.db"), "")
	inJSON := f.Bool("json", false, "")
	if err := w.parse(f, args); err != nil {
		return err
	}
	if err := noMore(f); err != nil {
		return err
	}
	st, err := store.Open(ctx, *database, store.Options{Now: now, MustExist: true})
	if err != nil {
		return err
	}
	defer closing(st, &err)
	v := verification{world: w, store: st, library: library.New(st, nil, now), told: now(), tell: w.tellDifference}
	if *inJSON {
		v.tell = w.jsonDifference
	}
	if err := errors.Join(v.attempts(ctx), v.orphans(ctx)); err != nil {
		return err
	}
	return v.end(*inJSON)
}

// verification goes through a database and counts.
type verification struct {
	*world
	store   *store.Store
	library *library.Service
	tell    func(attempt.Difference) error
	told    time.Time // when something was last said of how far it is

	seen, decisions, touched, differences uint64
}

func (v *verification) attempts(ctx context.Context) error {
	for kept, err := range v.store.Everything(ctx) {
		if err != nil {
			return err
		}
		list := v.compare(ctx, &kept)
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := v.differ(list); err != nil {
			return err
		}
		v.seen++
		v.decisions += uint64(len(kept.Decisions))
		v.progress()
	}
	return nil
}

func (v *verification) compare(ctx context.Context, kept *attempt.Kept) []attempt.Difference {
	version, err := v.library.Find(ctx, kept.Scenario)
	if err != nil {
		return []attempt.Difference{attempt.Unverified(kept.ID, err)}
	}
	return attempt.Verify(kept, version)
}

func (v *verification) orphans(ctx context.Context) error {
	for a, err := range v.store.Unattempted(ctx) {
		if err != nil {
			return err
		}
		orphan := attempt.Difference{Attempt: a.ID, Step: attempt.Whole, Where: attempt.OrphanSummary}
		if err := v.differ([]attempt.Difference{orphan}); err != nil {
			return err
		}
	}
	return nil
}

func (v *verification) differ(list []attempt.Difference) error {
	if len(list) > 0 {
		v.touched++
	}
	for _, d := range list {
		v.differences++
		if err := v.tell(d); err != nil {
			return err
		}
	}
	return nil
}

// progress says every five seconds how far it is.
func (v *verification) progress() {
	if at := now(); at.Sub(v.told) >= 5*time.Second {
		v.told = at
		v.say(v.stderr, fault.Text{FR: "… %[1]s parties rejouées", EN: "… %[1]s attempts played again"}, v.count(v.seen))
	}
}
