package demo

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"time"

	"github.com/google/uuid"

	"casebook/internal/account"
	"casebook/internal/attempt"
	"casebook/internal/cohort"
)

// Group is a fictional cohort, with all that belongs to it.
type Group struct {
	Cohort           cohort.Cohort
	Trainer, Manager account.Account
	People           []account.Account
	Enrolments       []cohort.Enrolment
	Assignments      []cohort.Assignment
	Attempts         []attempt.Attempt
	Remarks          []Remark
}

// Remark is what the trainer says to a reason, with a level for each criterion, from 0 to 3.
type Remark struct {
	Attempt uuid.UUID
	Step    int
	Text    string
	Levels  [4]int
	At      time.Time
}

// Accounts are all of its people.
func (g *Group) Accounts() []account.Account {
	return append([]account.Account{g.Trainer, g.Manager}, g.People...)
}

const (
	day = 24 * time.Hour
	// between is how long after one case the next is given, and window how long each may be begun.
	between, window = 8 * day, 12 * day
)

// NewGroup makes a cohort up that has been given cases one after the other, the last of which is still open: its people
// have four temperaments; some have ended everything, some are behind, some have left a case where it was difficult,
// and two have never begun.
func NewGroup(lang string, seed uint64, now time.Time, cases []*Case) (Group, error) {
	b := &groupBuilder{
		plan: Plan{Seed: seed, People: len(names), Attempts: len(cases), Until: now},
		lang: lang, now: now,
	}
	b.r = b.plan.chance(ofGroup)
	b.player = newPlayer(b.plan, cases)
	b.begin()
	for i := range cases {
		b.assign(cases[i], i)
	}
	for number := range names {
		if err := b.enrol(number); err != nil {
			return Group{}, err
		}
	}
	b.remark()
	return b.g, nil
}

type groupBuilder struct {
	g      Group
	plan   Plan
	lang   string
	now    time.Time
	r      *rand.Rand
	player *player
}

// opens is when the i-th case is given: the last one some days ago, in the morning.
func (b *groupBuilder) opens(i int) time.Time {
	back := time.Duration(b.plan.Attempts-1-i)*between + 5*day
	return b.now.Add(-back).Truncate(day).Add(8 * time.Hour)
}

func (b *groupBuilder) begin() {
	came := b.opens(0).Add(-3 * day)
	b.g.Cohort = cohort.Cohort{
		ID: id(b.r, came), Name: groupWords[b.lang].name, Notice: groupWords[b.lang].notice, NoticeVersion: 1,
		RetentionDays: 365, Revision: 1, CreatedAt: came, Demo: true,
	}
	b.g.Trainer = b.account("Camille Fictive", account.Trainer, b.lang, came)
	b.g.Manager = b.account("Maxence Imaginaire", account.Manager, b.lang, came)
}

func (b *groupBuilder) account(name string, role account.Role, lang string, came time.Time) account.Account {
	local := strings.ToLower(strings.NewReplacer(" ", ".", "é", "e", "è", "e", "ë", "e", "ï", "i", "’", "").Replace(name))
	who := id(b.r, came)
	return account.Account{
		ID: who, Kind: account.Demo, Role: role, Name: name + groupWords[b.lang].mark,
		Email: local + "@demo.example", Lang: lang, CreatedAt: came,
	}
}

func (b *groupBuilder) assign(of *Case, i int) {
	opens := b.opens(i)
	b.g.Assignments = append(b.g.Assignments, cohort.Assignment{
		ID: id(b.r, opens), Cohort: b.g.Cohort.ID, Scenario: of.version.Ref, OpensAt: opens, DueAt: opens.Add(window),
		Attempts: 1, Learning: i == 0, Revision: 1, CreatedAt: b.g.Cohort.CreatedAt,
	})
}

// enrol makes one of the people, and all that they have played.
func (b *groupBuilder) enrol(number int) error {
	lang := "fr"
	if number%3 == 2 {
		lang = "en"
	}
	ways := groupTemperaments[number%len(groupTemperaments)]
	who := person{
		number: number, ways: &ways, lang: lang, skill: 1, speed: .8 + .4*b.r.Float64(),
		account: b.account(names[number], account.Trainee, lang, b.g.Cohort.CreatedAt.Add(time.Duration(number)*time.Minute)),
	}
	b.g.People = append(b.g.People, who.account)
	begins := b.begun(number)
	e := cohort.Enrolment{Cohort: b.g.Cohort.ID, Account: who.account.ID, Way: cohort.ByImport, EnrolledAt: who.account.CreatedAt}
	if begins > 0 {
		e.NoticeRead = 1
	}
	b.g.Enrolments = append(b.g.Enrolments, e)
	for i := range begins {
		ways.leaves = 0
		if number == stuck && i == begins-1 || number%11 == 7 && i == 1 {
			ways.leaves = .3
		}
		start := b.opens(i).Add(time.Duration(float64(min(window, b.now.Sub(b.opens(i)))-day) * b.r.Float64() * .8)).Truncate(time.Microsecond)
		under := attempt.Under{
			Assignment: b.g.Assignments[i].ID, Cohort: b.g.Cohort.ID, Learning: b.g.Assignments[i].Learning, Ordinal: 1,
		}
		a, err := b.player.attempt(&who, i, start, under)
		if err != nil {
			return fmt.Errorf("play for %s: %w", who.account.Name, err)
		}
		b.g.Attempts = append(b.g.Attempts, a)
	}
	return nil
}

// Who stands out: one who left their last case where it was difficult, and those who have never begun.
const (
	stuck    = 20
	absentee = 22 // and whoever comes after
)

// begun is how many cases somebody has begun.
func (b *groupBuilder) begun(number int) int {
	all := b.plan.Attempts
	switch {
	case number >= absentee:
		return 0
	case number == stuck:
		return min(2, all)
	case number%5 == 4:
		return max(1, all-2) // behind
	case number%2 == 1:
		return max(1, all-1) // the last one is still to come
	default:
		return all
	}
}

// remark lets the trainer answer some reasons of those who write well and who write little.
func (b *groupBuilder) remark() {
	words := groupWords[b.lang].remarks
	for i := range b.g.Attempts {
		a := &b.g.Attempts[i]
		if a.Status != attempt.Completed || len(b.g.Remarks) >= 3*len(words) || b.r.Float64() > .4 {
			continue
		}
		for step := range a.Decisions {
			if a.Decisions[step].Rationale == "" {
				continue
			}
			n := len(b.g.Remarks)
			b.g.Remarks = append(b.g.Remarks, Remark{
				Attempt: a.ID, Step: step, Text: words[n%len(words)],
				Levels: [4]int{1 + b.r.IntN(3), b.r.IntN(4), b.r.IntN(4), 1 + b.r.IntN(2)},
				At:     b.now.Add(-time.Duration(1+b.r.IntN(40)) * time.Hour),
			})
			break
		}
	}
}
