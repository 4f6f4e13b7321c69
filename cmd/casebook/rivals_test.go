package main

import (
	"encoding/json"
	"fmt"
	"maps"
	"net/http"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"casebook/api"
)

// atOnce asks for something as so many people at the same moment, and answers how many were answered each status.
func atOnce(n int, ask func(i int) reply) map[int]int {
	replies, start := make([]reply, n), make(chan struct{})
	var all sync.WaitGroup
	for i := range n {
		all.Go(func() {
			<-start
			replies[i] = ask(i)
		})
	}
	close(start)
	all.Wait()
	counts := map[int]int{}
	for _, r := range replies {
		counts[r.status]++
	}
	return counts
}

// TestOfThoseWhoDoTheSameAtOnceOneDoesIt lets people do at the same moment what only one of them can.
func TestOfThoseWhoDoTheSameAtOnceOneDoesIt(t *testing.T) {
	t.Parallel()
	eachDatabase(t, func(t *testing.T, address string) {
		c := newCampus(t, address)
		s := c.open(t)
		alder := "/api/v1/cohorts/" + c.named["cohorts"]
		want := func(what string, got map[int]int, counts map[int]int) {
			t.Helper()
			if !maps.Equal(got, counts) {
				t.Errorf("%s: answered %v, want %v", what, got, counts)
			}
		}
		// Two pages of a trainer's, opened before either is saved.
		var group api.Cohort
		c.as(t, s, "trainer").ask("GET", alder, "").want(http.StatusOK).into(&group)
		want("a cohort is changed", atOnce(6, func(i int) reply {
			return c.as(t, s, "trainer").ask("PUT", alder, fmt.Sprintf(
				`{"revision": %d, "name": "Alder %d", "notice": "Avis %d.", "retentionDays": 30}`, group.Revision, i, i))
		}), map[int]int{200: 1, 409: 5})
		var given struct{ Assignments []api.Assignment }
		c.as(t, s, "trainer").ask("GET", alder+"/assignments", "").want(http.StatusOK).into(&given)
		a := given.Assignments[0]
		want("an assignment is changed", atOnce(6, func(i int) reply {
			return c.as(t, s, "trainer").ask("PUT", alder+"/assignments/"+a.ID.String(), fmt.Sprintf(
				`{"revision": %d, "opensAt": %q, "attempts": %d, "langs": [], "learning": false}`,
				a.Revision, now().Add(-time.Hour).Format(time.RFC3339), 10+i))
		}), map[int]int{200: 1, 409: 5})
		at := alder + "/attempts/" + c.named["attempts"] + "/comments/0"
		want("a comment is changed", atOnce(6, func(i int) reply {
			return c.as(t, s, "trainer").ask("PUT", at, fmt.Sprintf(`{"revision": 1, "levels": {}, "text": "Mot %d."}`, i))
		}), map[int]int{200: 1, 409: 5})
		want("a draft is published", atOnce(4, func(int) reply {
			r := c.as(t, s, "trainer").ask("POST", "/api/v1/case-drafts/"+c.named["case-drafts"]+"/publication", `{"revision": 1, "version": 1}`)
			if r.status == http.StatusOK && !strings.Contains(string(r.body), `"added":true`) {
				r.status = http.StatusNotFound // it was read as a draft, and found published already
			}
			return r
		}), map[int]int{200: 1, 404: 3})
		// A link that was sent on to a whole team.
		token, _ := c.fields["token"].(string)
		want("a link is used", atOnce(6, func(i int) reply {
			return s.visitor(t).ask("POST", "/api/v1/links/uses", fmt.Sprintf(`{"token": %q, "password": "%s %d"}`, token, strong, i))
		}), map[int]int{200: 1, 404: 5})
		// A code with one seat, and twenty guests who become people.
		var made struct{ Code string }
		c.as(t, s, "trainer").ask("POST", alder+"/invitations",
			fmt.Sprintf(`{"seats": 1, "expiresAt": %q}`, now().Add(time.Hour).Format(time.RFC3339))).want(http.StatusCreated).into(&made)
		guests := make([]*person, 20)
		for i := range guests {
			guests[i] = s.guest(t)
		}
		got := atOnce(len(guests), func(i int) reply {
			return guests[i].ask("POST", "/api/v1/joins/"+made.Code, fmt.Sprintf(
				`{"name": "Assis Debout", "email": "siege%d@list.example", "password": %q, "lang": "fr"}`, i, strong))
		})
		if got[200] != 1 || got[200]+got[409]+got[503] != len(guests) { // 503: too many passwords at once for a busy machine
			t.Errorf("a seat is taken: answered %v", got)
		}
		kinds := map[api.AccountKind]int{}
		for _, g := range guests {
			kinds[g.me().Kind]++
		}
		if kinds[api.AccountKindPerson] != 1 {
			t.Errorf("of those who found no seat some have become people: %v", kinds)
		}
	})
}

// TestTheLastOfAKindStaysWhoeverGoesAtOnce lets two admins take each other's role away, and two trainers each other's
// post.
func TestTheLastOfAKindStaysWhoeverGoesAtOnce(t *testing.T) {
	t.Parallel()
	eachDatabase(t, func(t *testing.T, address string) {
		c := newCampus(t, address)
		s := c.open(t)
		alder := "/api/v1/cohorts/" + c.named["cohorts"]
		ids := map[string]string{}
		var list struct{ People []api.Person }
		c.as(t, s, "admin").ask("GET", "/api/v1/accounts", "").want(http.StatusOK).into(&list)
		for _, p := range list.People {
			who, _, _ := strings.Cut(*p.Email, "@")
			ids[who] = p.ID.String()
		}
		c.as(t, s, "trainer").ask("PUT", alder+"/posts", `{"email": "spare@matrix.example", "post": "trainer"}`).want(http.StatusOK)
		pair := []string{"trainer", "spare"}
		got := atOnce(2, func(i int) reply {
			return c.as(t, s, pair[i]).ask("DELETE", alder+"/posts/"+ids[pair[1-i]], "")
		})
		if got[200] != 1 {
			t.Errorf("of two trainers: %v", got)
		}
		second := c.as(t, s, "admin").invited(t, "zweite@list.example", "admin")
		admins := []*person{c.as(t, s, "admin"), second}
		other := []string{second.me().ID.String(), ids["admin"]}
		got = atOnce(2, func(i int) reply { return admins[i].ask("PUT", "/api/v1/accounts/"+other[i], `{"role": "trainee"}`) })
		if got[200] != 1 {
			t.Errorf("of two admins: %v", got)
		}
		left := slices.IndexFunc(admins, func(p *person) bool { return p.ask("GET", "/api/v1/accounts", "").status == http.StatusOK })
		if left < 0 {
			t.Fatal("nobody is an admin any more")
		}
	})
}

// TestWhoIsErasedWhileTheyPlayLeavesNothing erases somebody beside their own decisions and a trainer's exports.
func TestWhoIsErasedWhileTheyPlayLeavesNothing(t *testing.T) {
	t.Parallel()
	eachDatabase(t, func(t *testing.T, address string) {
		c := newCampus(t, address)
		s := c.open(t)
		alder := "/api/v1/cohorts/" + c.named["cohorts"]
		trainee, at := c.as(t, s, "trainee"), "/api/v1/attempts/"+c.named["attempt/attempts"]
		a := trainee.ask("GET", at, "").want(http.StatusOK).attempt()
		before := rationales(c.as(t, s, "trainer").ask("GET", alder+"/export?format=jsonl&lang=fr", "").want(http.StatusOK))
		got := atOnce(9, func(i int) reply {
			switch {
			case i == 4:
				return trainee.ask("POST", "/api/v1/me/erasure", fmt.Sprintf(`{"password": %q}`, strong))
			case i%2 == 0:
				return c.as(t, s, "trainee").ask("POST", at+"/decisions", fmt.Sprintf(
					`{"choice": "appeler", "step": %d, "rationale": "Orphelin", "confidence": 2}`, a.Step))
			default:
				return c.as(t, s, "trainer").ask("GET", alder+"/export?format=jsonl&lang=fr", "")
			}
		})
		if got[204] != 1 || got[500]+got[503] > 0 {
			t.Errorf("answered %v", got)
		}
		after := rationales(c.as(t, s, "trainer").ask("GET", alder+"/export?format=jsonl&lang=fr", "").want(http.StatusOK))
		if !slices.Contains(before, "Procyon d’abord") || slices.Contains(after, "Procyon d’abord") || slices.Contains(after, "Orphelin") {
			t.Errorf("before %v, after %v", before, after)
		}
		c.as(t, s, "trainee").ask("GET", at, "").want(http.StatusUnauthorized)
	})
}

// rationales are those that lines of JSON hold.
func rationales(r reply) (list []string) {
	for line := range strings.Lines(string(r.body)) {
		var d struct{ Rationale string }
		if err := json.Unmarshal([]byte(line), &d); err != nil {
			r.t.Fatal(err)
		}
		list = append(list, d.Rationale)
	}
	return list
}
