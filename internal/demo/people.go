package demo

import (
	"math"
	"math/rand/v2"
	"time"

	"casebook/internal/account"
)

// groupSize is how many people are made and play together: few enough to hold in memory.
const groupSize = 1000

// person is somebody made up.
type person struct {
	number  int
	account account.Account
	lang    string
	ways    *temperament
	skill   float64 // 1 is usual; who has more strays less from the best
	speed   float64 // likewise; who has more takes less time
	first   int     // the case that they begin with
}

// person makes one, who came at a moment.
func (p Plan) person(number int, came time.Time) person {
	r := p.chance(ofPerson, number)
	made := person{
		number: number, ways: someTemperament(r), lang: "fr",
		skill: math.Exp(.3 * r.NormFloat64()), speed: math.Exp(.25 * r.NormFloat64()), first: r.IntN(1 << 20),
	}
	if r.Float64() < .35 {
		made.lang = "en"
	}
	came = came.Add(-time.Duration(20+r.IntN(40)) * time.Second).Truncate(time.Microsecond)
	made.account = account.Account{ID: id(r, came), Kind: account.Demo, Role: account.Trainee, CreatedAt: came}
	return made
}

// First is the account that comes first.
func (p Plan) First() account.Account {
	c := newCalendar(p)
	s := p.sequence(&c, 0, 0)
	return p.person(s[0].person, s[0].at).account
}

// groups is how many groups there are.
func (p Plan) groups() int { return (p.People + groupSize - 1) / groupSize }

// group is the people of one, and when each of them comes.
func (p Plan) group(c *calendar, number int) []person {
	turns := p.sequence(c, 0, number)
	people := make([]person, len(turns))
	for _, t := range turns {
		people[t.person-number*groupSize] = p.person(t.person, t.at)
	}
	return people
}

// turn is when somebody begins an attempt.
type turn struct {
	person int
	at     time.Time
}

// sequence is in which order, and when, the people of a group begin the attempts of a round. Rounds follow each other,
// and the groups in a round.
func (p Plan) sequence(c *calendar, round, group int) []turn {
	r := p.chance(ofRound, round, group)
	from := group * groupSize
	turns := make([]turn, min(groupSize, p.People-from))
	all := float64(p.People) * float64(p.Attempts)
	for i, who := range r.Perm(len(turns)) {
		place := float64(round)*float64(p.People) + float64(from+i) + r.Float64()
		turns[i] = turn{from + who, c.at(place / all)}
	}
	return turns
}

// someTemperament draws one as often as its share says.
func someTemperament(r *rand.Rand) *temperament {
	all := 0
	for _, t := range temperaments {
		all += t.share
	}
	n := r.IntN(all)
	for _, t := range temperaments {
		if n -= t.share; n < 0 {
			return t
		}
	}
	return temperaments[0]
}
