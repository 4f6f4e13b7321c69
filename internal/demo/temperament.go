package demo

import (
	"math"
	"time"
)

// temperament is a way of playing: a softmax over regrets, and habits.
type temperament struct {
	share int // of 100 people

	heat    float64 // how large a part of a usual stake is easily given away
	cooling float64 // what becomes of heat from one attempt to the next, down to coldest
	looks   float64 // taste for looks, 0 for as much as they are worth
	first   float64 // how often the choice shown first will do
	shuns   float64 // distaste for saying what is

	leaves float64       // how often, at each step, the attempt is left there
	pace   time.Duration // median time for a choice
	writes float64       // how often a reason is given
	says   float64       // how often they say how sure they are
	sure   float64       // how sure they usually are, from 1 to 3
	judges float64       // how much surer of the best move than of the worst
}

// coldest is as close to the best as practice brings anybody.
const coldest = .12

// The temperaments: who looks before they decide, who takes what comes first, who never says what is, who learns from
// one attempt to the next, most of us, and who could not care less.
var (
	careful = temperament{
		share: 20, heat: .22, cooling: .94, looks: .8,
		leaves: .008, pace: 55 * time.Second, writes: .12, says: .95, sure: 2.0, judges: 1.0,
	}
	hasty = temperament{
		share: 18, heat: .9, cooling: .95, looks: -2.5, first: .5,
		leaves: .025, pace: 11 * time.Second, writes: .02, says: .7, sure: 2.6, judges: 0,
	}
	conciliator = temperament{
		share: 17, heat: .40, cooling: .95, looks: .3, shuns: 1.6,
		leaves: .010, pace: 38 * time.Second, writes: .08, says: .9, sure: 1.9, judges: .3,
	}
	learner = temperament{
		share: 20, heat: .9, cooling: .74, looks: 0,
		leaves: .010, pace: 36 * time.Second, writes: .10, says: .9, sure: 1.8, judges: .8,
	}
	average = temperament{
		share: 19, heat: .6, cooling: .92, looks: -.3,
		leaves: .012, pace: 30 * time.Second, writes: .06, says: .85, sure: 2.1, judges: .5,
	}
	random = temperament{
		share: 6, heat: math.Inf(1), cooling: 1,
		leaves: .030, pace: 8 * time.Second, writes: 0, says: .5, sure: 2.0, judges: 0,
	}

	temperaments = []*temperament{&careful, &hasty, &conciliator, &learner, &average, &random}
)
