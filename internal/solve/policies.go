package solve

// Uniform makes any available move alike, looks included.
func Uniform(int, []Prospect, []float64) {}

// FirstListed makes the first available choice. Like all that never look, it looks only where no choice is on offer.
func FirstListed(_ int, _ []Prospect, weights []float64) { weights[0] = 1 }

// Choose never looks, and makes the choice of the highest rank: the first of them, where several have it.
func Choose(rank func(node int, p Prospect) float64) Policy {
	return func(node int, moves []Prospect, weights []float64) {
		best := 0
		for i, m := range moves {
			if _, look := m.Move.IsLook(); !look && rank(node, m) > rank(node, moves[best]) {
				best = i
			}
		}
		weights[best] = 1
	}
}

// NeverLooks is the best there is without looking.
func NeverLooks(node int, moves []Prospect, weights []float64) {
	Choose(func(_ int, p Prospect) float64 { return p.Own })(node, moves, weights)
}

// LooksInOrder takes the first look there is, as long as there is one, and then goes on as another policy does.
func LooksInOrder(then Policy) Policy {
	return func(node int, moves []Prospect, weights []float64) {
		for i, m := range moves {
			if _, look := m.Move.IsLook(); look {
				weights[i] = 1
				return
			}
		}
		then(node, moves, weights)
	}
}

// LooksAtRandom takes any look alike, as long as there is one, and then goes on as another policy does.
func LooksAtRandom(then Policy) Policy {
	return func(node int, moves []Prospect, weights []float64) {
		looking := false
		for i, m := range moves {
			if _, look := m.Move.IsLook(); look {
				weights[i], looking = 1, true
			}
		}
		if !looking {
			then(node, moves, weights)
		}
	}
}
