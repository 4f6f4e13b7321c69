package store

import (
	"cmp"
	"database/sql"
	"fmt"
	"math/rand/v2"
	"net/url"
	"slices"
	"strings"
	"testing"

	"github.com/google/uuid"

	"casebook/internal/account"
	"casebook/internal/cohort"
)

// folk are people whose names databases sort and compare each in their own way, in the order of the lists.
var folk = []string{
	"100% Prêt", "Ægir", "Ann", "Ann Abel", "ann-lise", "Anna", "Éloïse", "eloïse b", "Eloise_C", "Groß", "grosz", "Isıl", "İsmail",
	"L’Hôte", "l'hôtesse", "Œuvrard", "Oexle", `Re\né`, "Zoé",
}

// namesOf are what lists answer, told by one thing of each.
func namesOf[T any](list []T, name func(T) string) (names []string) {
	for _, one := range list {
		names = append(names, name(one))
	}
	return names
}

// asInADictionary makes a database that sorts as a dictionary does, which passes over spaces and marks, on the server of another.
func asInADictionary(t *testing.T, address string) string {
	t.Helper()
	at, err := url.Parse(address)
	must(t, err)
	if at.Scheme != "postgres" {
		return address
	}
	db, err := sql.Open("pgx", address)
	must(t, err)
	name := "dictionary_" + at.Query().Get("search_path")
	_, err = db.ExecContext(t.Context(), "CREATE DATABASE "+name+" TEMPLATE template0 LOCALE_PROVIDER icu ICU_LOCALE 'fr-u-ka-shifted' LOCALE 'C'")
	must(t, err)
	t.Cleanup(func() {
		_, err := db.Exec("DROP DATABASE " + name) //nolint:noctx // the test's context has ended
		if err != nil {
			t.Error(err)
		}
		shut(db)
	})
	at.Path, at.RawQuery = "/"+name, "sslmode=disable"
	return at.String()
}

func TestListsAreInTheSameOrderOnEveryDatabase(t *testing.T) {
	each(t, func(t *testing.T, address string) {
		s := opened(t, asInADictionary(t, address))
		root := person(t, s, account.Admin, "Root")
		c := group(t, s, root, "Spring")
		for _, i := range rand.Perm(len(folk)) {
			enrolled(t, s, root, c, person(t, s, account.Trainee, folk[i]))
			group(t, s, root, folk[i])
		}
		members, _, err := s.Members(t.Context(), cohort.Settings(root), c.ID, cohort.Query{})
		must(t, err)
		if got := namesOf(members, func(m cohort.Member) string { return m.Name }); !slices.Equal(got, folk) {
			t.Errorf("members: %q", got)
		}
		cohorts, _, err := s.Cohorts(t.Context(), cohort.Seen(root), cohort.Query{})
		must(t, err)
		got := namesOf(cohorts, func(l cohort.Listed) string { return l.Name })
		if got = slices.DeleteFunc(got, func(n string) bool { return n == "Spring" }); !slices.Equal(got, folk) {
			t.Errorf("cohorts: %q", got)
		}
		everybody, err := account.Everybody(root)
		must(t, err)
		people, err := s.People(t.Context(), everybody, "", account.Place{}, 100)
		must(t, err)
		got = namesOf(people, func(l account.Listed) string { return l.Name })
		if got = slices.DeleteFunc(got, func(n string) bool { return n == "Root" }); !slices.Equal(got, folk) {
			t.Errorf("people: %q", got)
		}
	})
}

func TestSearchesFindTheSameOnEveryDatabase(t *testing.T) {
	each(t, func(t *testing.T, address string) {
		s := opened(t, address)
		root := person(t, s, account.Admin, "Root")
		everybody, err := account.Everybody(root)
		must(t, err)
		c := group(t, s, root, "Spring")
		for i, name := range folk {
			who := person(t, s, account.Trainee, name)
			enrolled(t, s, root, c, who)
			_, err := s.ChangeAccount(t.Context(), everybody, who.ID, uuid.Nil, func(a *account.Account) error {
				a.Email = fmt.Sprintf("p%02d@club.test", i) // in which no name is found
				return nil
			})
			must(t, err)
			group(t, s, root, name)
		}
		for search, want := range map[string][]string{
			"ELOISE":            {"Éloïse", "eloïse b", "Eloise_C"},
			"pré":               {"100% Prêt"},
			"NÉ":                {`Re\né`},
			"oe":                {"Œuvrard", "Oexle", "Zoé"},
			"gross":             {"Groß"},
			"GROẞ":              {"Groß"},
			"ISIL":              {"Isıl"},
			"ismaıl":            {"İsmail"},
			"l'hote":            {"L’Hôte", "l'hôtesse"},
			"L’HÔTES":           {"l'hôtesse"},
			"abel  ann":         {"Ann Abel"},
			"%":                 {"100% Prêt"},
			"_":                 {"Eloise_C"},
			`\`:                 {`Re\né`},
			"a%l":               nil,
			"E_oise":            nil,
			"'; DROP TABLE x--": nil,
		} {
			members, total, err := s.Members(t.Context(), cohort.Settings(root), c.ID, cohort.Query{Search: search})
			must(t, err)
			if got := namesOf(members, func(m cohort.Member) string { return m.Name }); !slices.Equal(got, want) || total != len(want) {
				t.Errorf("%q finds the members %q, %d in all, want %q", search, got, total, want)
			}
			cohorts, total, err := s.Cohorts(t.Context(), cohort.Seen(root), cohort.Query{Search: search})
			must(t, err)
			if got := namesOf(cohorts, func(l cohort.Listed) string { return l.Name }); !slices.Equal(got, want) || total != len(want) {
				t.Errorf("%q finds the cohorts %q, %d in all, want %q", search, got, total, want)
			}
			people, err := s.People(t.Context(), everybody, search, account.Place{}, 100)
			must(t, err)
			if got := namesOf(people, func(l account.Listed) string { return l.Name }); !slices.Equal(got, want) {
				t.Errorf("%q finds the people %q, want %q", search, got, want)
			}
		}
		if found, total, err := s.Members(t.Context(), cohort.Settings(root), c.ID, cohort.Query{Search: "CLUB.test p03"}); err != nil || total != 1 || found[0].Name != folk[3] {
			t.Errorf("an address finds %+v, %v", found, err)
		}
	})
}

// TestPagesHoldEverybodyOnce: many share a name, and all pages together are the list.
func TestPagesHoldEverybodyOnce(t *testing.T) {
	each(t, func(t *testing.T, address string) {
		s := opened(t, address)
		root := person(t, s, account.Admin, "Root")
		everybody, err := account.Everybody(root)
		must(t, err)
		c := group(t, s, root, "Spring")
		var all []account.Account
		for i := range 2*cohort.PageSize + 7 {
			p := newcomer(t, fmt.Sprintf("p%d", i))
			p.Account.Name = []string{"Éloïse", "Eloise", "ÉLOÏSE", "Zoé", "Œuvrard"}[i%5]
			p.Account.Email = fmt.Sprintf("p%d@example.com", i%90) // the last ones are there already
			if _, err := s.Enrol(t.Context(), cohort.Settings(root), root, c.ID, cohort.ByHand, []account.Newcomer{p}); err != nil {
				t.Fatal(err)
			}
			if i < 90 {
				all = append(all, p.Account)
			}
		}
		slices.SortFunc(all, func(a, b account.Account) int {
			return cmp.Or(
				strings.Compare(account.Folded(a.Name), account.Folded(b.Name)), strings.Compare(a.Email, b.Email), slices.Compare(a.ID[:], b.ID[:]),
			)
		})
		want := namesOf(all, func(a account.Account) string { return a.Email })
		var got []string
		for {
			page, total, err := s.Members(t.Context(), cohort.Settings(root), c.ID, cohort.Query{Offset: len(got), Search: "example"})
			must(t, err)
			got = append(got, namesOf(page, func(m cohort.Member) string { return m.Email })...)
			if total != len(want) {
				t.Fatalf("%d in all", total)
			}
			if len(page) < cohort.PageSize {
				break
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("members: %q, want %q", got, want)
		}
		got = nil
		for after := (account.Place{}); ; {
			page, err := s.People(t.Context(), everybody, "", after, 7)
			must(t, err)
			if len(page) == 0 {
				break
			}
			last := page[len(page)-1]
			after = account.Place{Folded: account.FoldedEntry(last.Name, last.Email), ID: last.ID}
			got = append(got, namesOf(page, func(l account.Listed) string { return l.Email })...)
		}
		if got = slices.DeleteFunc(got, func(e string) bool { return e == root.Email }); !slices.Equal(got, want) {
			t.Errorf("people: %q, want %q", got, want)
		}
	})
}

func TestWhoeverIsRenamedIsFoundByTheNewName(t *testing.T) {
	each(t, func(t *testing.T, address string) {
		s := opened(t, address)
		root := person(t, s, account.Admin, "Root")
		everybody, err := account.Everybody(root)
		must(t, err)
		c := group(t, s, root, "Spring")
		_, err = s.ChangeAccount(t.Context(), everybody, root.ID, uuid.Nil, func(a *account.Account) error {
			a.Name = "Éloïse"
			return nil
		})
		must(t, err)
		must(t, s.ChangeCohort(t.Context(), cohort.Settings(root), c.ID, func(c *cohort.Cohort) error {
			c.Name = "Été"
			return nil
		}))
		for search, found := range map[string]int{"eloise": 1, "root@ eloise": 1, "root éloïse zoé": 0} { // the address is as it was
			if people, err := s.People(t.Context(), everybody, search, account.Place{}, 9); err != nil || len(people) != found {
				t.Errorf("%q finds %+v, %v", search, people, err)
			}
		}
		for search, found := range map[string]int{"ete": 1, "spring": 0} {
			if _, total, err := s.Cohorts(t.Context(), cohort.Seen(root), cohort.Query{Search: search}); err != nil || total != found {
				t.Errorf("%q finds %d cohorts, %v", search, total, err)
			}
		}
	})
}

func TestNamesOfAnOlderDatabaseAreFoldedOnce(t *testing.T) {
	each(t, func(t *testing.T, address string) {
		old := migratedTo(t, address, folding-2)
		run := func(statement string, rows int, args func(i int) []any) {
			t.Helper()
			tx := old.write.WithContext(t.Context()).Begin()
			for i := range rows {
				must(t, tx.Exec(statement, args(i)...).Error)
			}
			must(t, tx.Commit().Error)
		}
		const many = 2100 // more than are folded at a time
		run("INSERT INTO accounts (id, kind, name, email, created_at) VALUES (?, 'person', ?, ?, ?)", many, func(i int) []any {
			return []any{key(newID(t)), "Éloïse", fmt.Sprintf("p%d@example.com", i), noon}
		})
		run("INSERT INTO accounts (id, kind, created_at) VALUES (?, 'guest', ?)", 1, func(int) []any { return []any{key(newID(t)), noon} })
		run("INSERT INTO cohorts (id, name, revision, created_at) VALUES (?, 'Été', 1, ?)", 1, func(int) []any { return []any{key(newID(t)), noon} })
		must(t, old.Close())

		s := opened(t, address)
		for where, want := range map[string]int64{
			"accounts WHERE folded = 'eloise' || chr(10) || email": many, "accounts WHERE folded = ''": 1, "cohorts WHERE folded = 'ete'": 1,
		} {
			if strings.HasSuffix(address, ".db") {
				where = strings.ReplaceAll(where, "chr(", "char(")
			}
			if got := count(t, s, where); got != want {
				t.Errorf("%d %s, want %d", got, where, want)
			}
		}
	})
}
