package stats

// Below functional, a distractor does not tempt (Tarrant, Ware & Mohammed 2009); one is dead when its Wilson interval
// lies below deadBelow, which takes 35 answers at least.
const (
	functional = .05
	deadBelow  = .10
)

// Distractor is a choice other than the best one.
type Distractor struct {
	Choice     int // its place among the choices
	Share      Estimate
	Functional bool // taken by 5 % or more
	Dead       bool // taken by less than 10 %, surely
}

// Distractors are the choices that are not best, and the share of them that is functional, from 0 to 1; false when
// nobody answered, or when there is none. Counts and best have one place for each choice.
func Distractors(counts []int, best []bool) (list []Distractor, efficiency float64, ok bool) {
	n := 0
	for _, c := range counts {
		n += c
	}
	for choice, c := range counts {
		share, answered := Share(c, n)
		if !answered || best[choice] {
			continue
		}
		d := Distractor{choice, share, share.Value >= functional, share.High < deadBelow}
		if d.Functional {
			efficiency++
		}
		list = append(list, d)
	}
	if len(list) == 0 {
		return nil, 0, false
	}
	return list, efficiency / float64(len(list)), true
}
