package stats

import "math"

// Spread tells how far people part at a decision.
type Spread struct {
	N           int
	Entropy     float64 // in bits (Shannon 1948), from 0 when all choose alike to log2 of the choices
	MillerMadow float64 // in bits, less low with few people (Miller 1955); it may exceed log2 of the choices
	Normalised  float64 // Entropy against its greatest, from 0 to 1: near 1, the decision splits the room
	Effective   float64 // how many choices, chosen equally, would part people as much: from 1 to their number
}

// SpreadOf is of how many took each choice, those that nobody took included; false of nobody.
func SpreadOf(counts []int) (Spread, bool) {
	n, taken := 0, 0
	for _, c := range counts {
		n += c
		if c > 0 {
			taken++
		}
	}
	if n == 0 {
		return Spread{}, false
	}
	s := Spread{N: n}
	for _, c := range counts {
		if p := float64(c) / float64(n); p > 0 && p < 1 {
			s.Entropy -= p * math.Log2(p)
		}
	}
	s.MillerMadow = s.Entropy + float64(taken-1)/(2*float64(n)*math.Ln2)
	if len(counts) > 1 {
		s.Normalised = min(1, s.Entropy/math.Log2(float64(len(counts))))
	}
	s.Effective = math.Exp2(s.Entropy)
	return s, true
}

// SplitsTheRoom is the place of the decision that parts people most, among those met by enough for a value to be shown;
// false when there is none, or when all agree everywhere.
func SplitsTheRoom(spreads []Spread) (int, bool) {
	most := -1
	for i, s := range spreads {
		if GateOf(s.N) >= Values && s.Normalised > 0 && (most < 0 || s.Normalised > spreads[most].Normalised) {
			most = i
		}
	}
	return most, most >= 0
}
