package store

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"reflect"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/uuid"

	"casebook/internal/fault"
	"casebook/internal/library"
)

// sent is a draft as somebody sends it first.
func sent(t testing.TB, by uuid.UUID, content string) library.Draft {
	t.Helper()
	sum := sha256.Sum256([]byte(content))
	return library.Draft{
		ID: newID(t), By: by, Scenario: "client", Titles: map[string]string{"fr": "Le client qui crie"}, Archive: []byte(content),
		Content: hex.EncodeToString(sum[:]), Revision: 1, CreatedAt: noon, ChangedAt: noon,
	}
}

func TestADraftIsFoundAsItWasSentByItsAuthorAlone(t *testing.T) {
	each(t, func(t *testing.T, address string) {
		s := opened(t, address)
		hers, his := guest(t, s), guest(t, s)
		d := sent(t, hers, "files")
		if err := s.AddDraft(t.Context(), d, 5); err != nil {
			t.Fatal(err)
		}
		for _, whose := range []library.Scope{{Account: hers}, {Account: his, All: true}} {
			got, err := s.Draft(t.Context(), whose, d.ID)
			if err != nil || !reflect.DeepEqual(got, d) {
				t.Errorf("%+v finds %+v, %v, want %+v", whose, got, err, d)
			}
			listed := d
			listed.Archive = nil
			list, err := s.Drafts(t.Context(), whose)
			if err != nil || !reflect.DeepEqual(list, []library.Draft{listed}) {
				t.Errorf("%+v lists %+v, %v", whose, list, err)
			}
		}
		for _, stranger := range []library.Scope{{Account: his}, {}} {
			_, err := s.Draft(t.Context(), stranger, d.ID)
			wantFault(t, err, fault.NotFound, "unknown_draft")
			next := d
			next.Revision = 2
			wantFault(t, s.ChangeDraft(t.Context(), stranger, next), fault.NotFound, "unknown_draft")
			wantFault(t, s.RemoveDraft(t.Context(), stranger, d.ID), fault.NotFound, "unknown_draft")
			_, _, err = s.PublishDraft(t.Context(), stranger, d.ID, 1, record("client", "files"))
			wantFault(t, err, fault.NotFound, "unknown_draft")
			if list, err := s.Drafts(t.Context(), stranger); err != nil || len(list) > 0 {
				t.Errorf("%+v lists %v, %v", stranger, list, err)
			}
		}
		if err := s.RemoveDraft(t.Context(), library.Scope{Account: hers}, d.ID); err != nil {
			t.Fatal(err)
		}
		_, err := s.Draft(t.Context(), library.Scope{All: true}, d.ID)
		wantFault(t, err, fault.NotFound, "unknown_draft")
	})
}

func TestOfRivalZipsForOneDraftOneIsKept(t *testing.T) {
	each(t, func(t *testing.T, address string) {
		s := opened(t, address)
		whose := library.Scope{Account: guest(t, s)}
		d := sent(t, whose.Account, "first")
		if err := s.AddDraft(t.Context(), d, 5); err != nil {
			t.Fatal(err)
		}
		var wg sync.WaitGroup
		var mu sync.Mutex
		kept := 0
		for i := range 6 {
			wg.Go(func() {
				next := sent(t, whose.Account, fmt.Sprintf("files %d", i))
				next.ID, next.Revision, next.ChangedAt = d.ID, 2, noon.Add(time.Hour)
				err := s.ChangeDraft(t.Context(), whose, next)
				mu.Lock()
				defer mu.Unlock()
				if err == nil {
					kept++
					return
				}
				if !fault.Is(err, fault.Conflict) {
					t.Error(err)
				}
			})
		}
		wg.Wait()
		got, err := s.Draft(t.Context(), whose, d.ID)
		if err != nil || kept != 1 || got.Revision != 2 || !strings.HasPrefix(string(got.Archive), "files") || !got.CreatedAt.Equal(noon) {
			t.Errorf("%d kept, the draft is %+v, %v", kept, got, err)
		}
	})
}

func TestSoManyDraftsAndNoMore(t *testing.T) {
	each(t, func(t *testing.T, address string) {
		s := opened(t, address)
		hers, his := guest(t, s), guest(t, s)
		for range 2 {
			if err := s.AddDraft(t.Context(), sent(t, hers, "files"), 2); err != nil {
				t.Fatal(err)
			}
		}
		wantFault(t, s.AddDraft(t.Context(), sent(t, hers, "files"), 2), fault.Conflict, "too_many_drafts")
		if err := s.AddDraft(t.Context(), sent(t, his, "files"), 2); err != nil {
			t.Error("another's drafts count against his:", err)
		}
	})
}

func TestAPublishedDraftIsAVersionAndNoDraft(t *testing.T) {
	each(t, func(t *testing.T, address string) {
		s := opened(t, address)
		whose := library.Scope{Account: guest(t, s)}
		publish := func(content string, revision, version int) (library.Draft, library.Ref, bool, error) {
			d := sent(t, whose.Account, content)
			if err := s.AddDraft(t.Context(), d, 5); err != nil {
				t.Fatal(err)
			}
			r := library.Record{
				Ref: library.Ref{ID: "client", Version: version}, By: whose.Account, Archive: d.Archive, Content: d.Content, PublishedAt: noon,
			}
			ref, added, err := s.PublishDraft(t.Context(), whose, d.ID, revision, r)
			return d, ref, added, err
		}
		stays := func(d library.Draft) {
			t.Helper()
			if _, err := s.Draft(t.Context(), whose, d.ID); err != nil {
				t.Error("the draft is gone:", err)
			}
		}
		d, ref, added, err := publish("one", 1, 1)
		if err != nil || !added || ref != (library.Ref{ID: "client", Version: 1}) {
			t.Fatalf("published %v, %v, %v", ref, added, err)
		}
		_, err = s.Draft(t.Context(), whose, d.ID)
		wantFault(t, err, fault.NotFound, "unknown_draft")
		if r, err := s.Version(t.Context(), ref); err != nil || r.By != whose.Account || r.Content != d.Content {
			t.Errorf("the version is %+v, %v", r, err)
		}
		d, ref, added, err = publish("one", 1, 2)
		if err != nil || added || ref.Version != 1 {
			t.Errorf("the same files: %v, %v, %v", ref, added, err)
		}
		stays(d)
		d, _, _, err = publish("two", 1, 1)
		wantFault(t, err, fault.Conflict, "version_taken")
		stays(d)
		d, _, _, err = publish("two", 3, 2)
		wantFault(t, err, fault.Conflict, "draft_moved")
		stays(d)
		if shelf, err := s.Shelf(t.Context()); err != nil || len(shelf) != 1 || shelf[0].By != whose.Account {
			t.Errorf("on the shelf %+v, %v", shelf, err)
		}
	})
}

func TestTheProgramNeverTakesThePlaceOfWhatAPersonPublished(t *testing.T) {
	each(t, func(t *testing.T, address string) {
		s := opened(t, address)
		shipped := record("client", "as shipped")
		changed := record("client", "changed by an admin")
		changed.By, changed.Version = guest(t, s), 2
		for _, r := range []library.Record{shipped, changed, shipped, shipped, record("client", "as shipped with the next release")} {
			if _, _, err := s.AddVersion(t.Context(), r); err != nil {
				t.Fatal(err)
			}
		}
		shelf, err := s.Shelf(t.Context())
		if err != nil || len(shelf) != 2 || shelf[1].By != changed.By || !shelf[1].Newest {
			t.Errorf("on the shelf %+v, %v", shelf, err)
		}
	})
}

func TestARetiredCaseCanBeOfferedAgain(t *testing.T) {
	each(t, func(t *testing.T, address string) {
		s := opened(t, address)
		by := guest(t, s)
		for _, r := range []library.Record{record("client", "a"), record("other", "a")} {
			if _, _, err := s.AddVersion(t.Context(), r); err != nil {
				t.Fatal(err)
			}
		}
		for i, retired := range []bool{true, true, false, false, true} {
			if err := s.Retire(t.Context(), by, "client", retired, noon); err != nil {
				t.Fatal(err)
			}
			shelf, err := s.Shelf(t.Context())
			if err != nil || len(shelf) != 2 || shelf[0].Retired() != retired || shelf[1].Retired() {
				t.Fatalf("%d: on the shelf %+v, %v", i, shelf, err)
			}
		}
		var told []string
		for e, err := range s.Trail(t.Context()) {
			if err != nil {
				t.Fatal(err)
			}
			if e.Subject == "case/client" && e.Actor == by.String() {
				told = append(told, string(e.Action))
			}
		}
		if want := []string{"case.retired", "case.readmitted", "case.retired"}; !reflect.DeepEqual(told, want) {
			t.Errorf("the trail tells %q, want %q", told, want)
		}
	})
}
