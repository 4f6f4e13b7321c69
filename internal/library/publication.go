package library

import (
	"context"

	"github.com/google/uuid"

	"casebook/internal/account"
	"casebook/internal/fault"
)

// Publication is what publishing a draft would come to.
type Publication struct {
	Scenario string
	Version  int   // the number that it would have
	Replaces Entry // the newest version there is; zero for a case that is new here
	Same     bool  // whether that version holds the very same files
	Refused  error // why this person cannot publish it now; nil when they can
}

// Plan says what publishing a draft would come to, once it has been examined.
func (k *Desk) Plan(ctx context.Context, by account.Account, d Draft, x *Examination) (Publication, error) {
	shelf, err := k.store.Shelf(ctx)
	if err != nil {
		return Publication{}, err
	}
	p := Publication{Scenario: d.Scenario, Version: 1}
	if x.Scenario != nil {
		p.Scenario = x.Scenario.ID
	}
	if newest, found := shelf.Newest(p.Scenario); found {
		p.Version, p.Replaces, p.Same = newest.Version+1, newest, newest.Content == d.Content
	}
	if p.Refused = unsound(x); p.Refused == nil {
		p.Refused = mayReplace(by, shelf.Of(p.Scenario))
	}
	return p, nil
}

// Publish makes a draft, at the revision that was read, the version of its case that it was said to become; it is no
// draft then. When the newest version holds the very same files already, nothing is added and the draft stays.
func (k *Desk) Publish(ctx context.Context, by account.Account, id uuid.UUID, revision, version int) (ref Ref, added bool, err error) {
	d, x, err := k.Examine(ctx, by, id)
	if err != nil {
		return Ref{}, false, err
	}
	p, err := k.Plan(ctx, by, d, x)
	switch {
	case err != nil:
		return Ref{}, false, err
	case p.Refused != nil:
		return Ref{}, false, p.Refused
	}
	return k.drafts.PublishDraft(ctx, scope(by), id, revision, Record{
		Ref: Ref{p.Scenario, version}, By: by.ID, Archive: d.Archive, Content: d.Content, PublishedAt: k.now(),
	})
}

// Retire takes a case out of the offer, or puts it back. Attempts under way go on.
func (k *Desk) Retire(ctx context.Context, by account.Account, scenario string, retired bool) error {
	if err := MayWork(by); err != nil {
		return err
	}
	shelf, err := k.store.Shelf(ctx)
	if err != nil {
		return err
	}
	versions := shelf.Of(scenario)
	if len(versions) == 0 {
		return unknownScenario(scenario)
	}
	if !owns(by, versions) {
		return fault.New(fault.Conflict, "not_your_case", fault.Text{
			FR: "Seuls la personne qui a publié le cas « %s » la première et les administrateurs peuvent le retirer ou le remettre à disposition.",
			EN: "Only the person who first published the case “%s”, and admins, can retire it or offer it again.",
		}, scenario)
	}
	return k.drafts.Retire(ctx, by.ID, scenario, retired, k.now())
}

// Owns reports whether somebody may publish further versions of a case, and retire it, by its first version.
func Owns(by account.Account, first Entry) bool { return owns(by, Shelf{first}) }

// owns is about the versions of one case: it is theirs who published it first. What the program brings is the
// admins'.
func owns(by account.Account, versions Shelf) bool {
	return by.Role == account.Admin || len(versions) == 0 || versions[0].By == by.ID && by.ID != uuid.Nil
}

func mayReplace(by account.Account, versions Shelf) error {
	switch {
	case owns(by, versions):
		return nil
	case versions[0].By == uuid.Nil:
		return fault.New(fault.Conflict, "shipped_case", fault.Text{
			FR: "Le cas « %s » est livré avec Casebook : seuls les administrateurs en publient une nouvelle version. Pour en faire votre cas, donnez-lui un autre id dans scenario.yaml.",
			EN: "The case “%s” ships with Casebook: only admins publish a new version of it. To make it a case of your own, give it another id in scenario.yaml.",
		}, versions[0].ID)
	}
	return fault.New(fault.Conflict, "not_your_case", fault.Text{
		FR: "Le cas « %s » a d’abord été publié par quelqu’un d’autre : cette personne et les administrateurs en publient les nouvelles versions. Pour en faire votre cas, donnez-lui un autre id dans scenario.yaml.",
		EN: "The case “%s” was first published by somebody else: that person and admins publish its new versions. To make it a case of your own, give it another id in scenario.yaml.",
	}, versions[0].ID)
}

// unsound refuses a case that has errors.
func unsound(x *Examination) error {
	switch n := len(x.Refusal()); n {
	case 0:
		return nil
	case 1:
		return fault.New(fault.Conflict, "unsound_case", fault.Text{
			FR: "Une erreur empêche de publier ce cas. Corrigez-la, puis envoyez le zip à nouveau.",
			EN: "An error keeps this case from being published. Mend it, then send the zip again.",
		})
	default:
		return fault.New(fault.Conflict, "unsound_case", fault.Text{
			FR: "%d erreurs empêchent de publier ce cas. Corrigez-les, puis envoyez le zip à nouveau.",
			EN: "%d errors keep this case from being published. Mend them, then send the zip again.",
		}, n)
	}
}
