package demo

import (
	"sort"
	"time"
)

// busy is how much is begun in each hour of a working day, in UTC, and quiet how much of that on other days.
var busy = [24]float64{6: 1, 7: 4, 8: 9, 9: 12, 10: 10, 11: 6, 12: 8, 13: 11, 14: 10, 15: 9, 16: 6, 17: 4, 18: 3, 19: 3, 20: 2, 21: 1}

const quiet = .15

// calendar spreads beginnings over the plan's weeks.
type calendar struct {
	begins time.Time
	share  []float64 // by hour: how much of all has begun before it, in proportion; one more at the end
}

func newCalendar(p Plan) calendar {
	c := calendar{begins: p.Begins(), share: []float64{0}}
	for i := range int(Span / time.Hour) {
		hour := c.begins.Add(time.Duration(i) * time.Hour)
		weight := busy[hour.Hour()]
		if day := hour.Weekday(); day == time.Saturday || day == time.Sunday {
			weight *= quiet
		}
		c.share = append(c.share, c.share[i]+weight)
	}
	return c
}

// at is when a part of all has begun, from 0 to 1. Of two parts, the larger is not earlier.
func (c *calendar) at(part float64) time.Time {
	part *= c.share[len(c.share)-1]
	hour := sort.Search(len(c.share)-2, func(i int) bool { return c.share[i+1] > part })
	within := (part - c.share[hour]) / (c.share[hour+1] - c.share[hour])
	return c.begins.Add(time.Duration((float64(hour) + within) * float64(time.Hour))).Truncate(time.Microsecond)
}
