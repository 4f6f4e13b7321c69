package check

// What makes a pattern: so many decisions at least, and then more than a share of them.
const (
	pattern      = 3
	oftenHere    = .5 // the best choice is written in the same place
	oftenLongest = .4 // it is the longest
	oftenCentral = .6 // it is the one most like the others
)

func recurs(found []string, of int, share float64) bool {
	return of >= pattern && float64(len(found)) > share*float64(of)
}

// position finds a case whose best choices are written in the same place again and again.
func (c *checker) position(readings []reading) {
	here := map[int][]string{}
	for i := range readings {
		r := &readings[i]
		here[r.key.best] = append(here[r.key.best], r.n.ID)
	}
	for at, found := range here {
		if recurs(found, len(readings), oftenHere) {
			c.add(c.all(), rulePosition, at+1, len(found), len(readings), listed(found))
		}
	}
}

// oftenLong finds a case whose longest choices are the best ones again and again.
func (c *checker) oftenLong(lang string, readings []reading) {
	var found []string
	for i := range readings {
		r := &readings[i]
		if r.longest() == r.key.best {
			found = append(found, r.n.ID)
		}
	}
	if recurs(found, len(readings), oftenLongest) {
		c.add(c.whole(lang), ruleOftenLongest, len(found), len(readings), listed(found))
	}
}

// convergence finds a case whose best choices are most like the others of their decision, again and again.
func (c *checker) convergence(lang string, readings []reading) {
	var found []string
	of := 0
	for i := range readings {
		r := &readings[i]
		if len(r.choices) < 3 {
			continue // of two, each is as like the other
		}
		of++
		if r.central() == r.key.best {
			found = append(found, r.n.ID)
		}
	}
	if recurs(found, of, oftenCentral) {
		c.add(c.whole(lang), ruleConvergence, len(found), of, listed(found))
	}
}
