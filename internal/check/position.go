package check

const oftenHere = .5 // of the decisions

// position finds a case whose best choices are written in the same place again and again.
func (c *checker) position(readings []reading) {
	here := map[int][]string{}
	for i := range readings {
		r := &readings[i]
		here[r.key.best] = append(here[r.key.best], r.n.ID)
	}
	for at, found := range here {
		if len(readings) >= pattern && float64(len(found)) > oftenHere*float64(len(readings)) {
			c.add(subject{at: c.places.Map("nodes")}, rulePosition, at+1, len(found), len(readings), quoted(found))
		}
	}
}
