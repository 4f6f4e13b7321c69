package attempt

import (
	"encoding/binary"
	"math"
	"time"

	"casebook/internal/scoring"
)

// Course is what reports need beside a path: of each step how long it took, how sure the trainee was and what it was
// worth, and what had to be done and was not. It is empty only for an attempt that ended before this was kept, see
// Service.SumUp. In bytes, as varints: how many musts are missing, and each; then for each step its seconds and
// confidence in one number, what was at stake in thousandths of a point and, if anything was, what was lost of it.
type Course string

// Weighed is a step of a course.
type Weighed struct {
	Took          time.Duration // to the second, an hour at most
	Confidence    int           // 0 when not said
	Stake, Regret float64       // in points, to a thousandth; no stake where a move could not be wrong, or was not judged
}

const (
	mostTook  = time.Hour
	thousands = 1000
)

// courseOf writes a course down. Nothing is at stake in moves that are not judged: there are fewer of them.
func courseOf(missing []int, ds []Decision, judged []scoring.Move) Course {
	c := binary.AppendUvarint(nil, uint64(len(missing)))
	for _, must := range missing {
		c = binary.AppendUvarint(c, uint64(must))
	}
	for i := range ds {
		took := min(ds[i].Took, mostTook).Round(time.Second)
		c = binary.AppendUvarint(c, uint64(took/time.Second)<<2|uint64(ds[i].Confidence&3))
		stake, regret := uint64(0), uint64(0)
		if i < len(judged) {
			stake, regret = inThousands(judged[i].Stake), inThousands(judged[i].Regret)
		}
		if c = binary.AppendUvarint(c, stake); stake > 0 {
			c = binary.AppendUvarint(c, regret)
		}
	}
	return Course(c)
}

func inThousands(points float64) uint64 { return uint64(math.Round(points * thousands)) }

// Read appends the steps of a course to buf, and answers which musts are missing, by their place in the scenario; false
// when it is damaged, or empty.
func (c Course) Read(buf []Weighed) (missing []int, steps []Weighed, ok bool) {
	r := courseReader{rest: []byte(c)}
	for range min(r.number(), uint64(len(c))) {
		missing = append(missing, int(r.number()))
	}
	for len(r.rest) > 0 && !r.damaged {
		said := r.number()
		w := Weighed{Took: time.Duration(said>>2) * time.Second, Confidence: int(said & 3)}
		if stake := r.number(); stake > 0 {
			w.Stake, w.Regret = float64(stake)/thousands, float64(r.number())/thousands
		}
		r.damaged = r.damaged || w.Regret > w.Stake || w.Took > mostTook
		buf = append(buf, w)
	}
	return missing, buf, len(c) > 0 && !r.damaged
}

type courseReader struct {
	rest    []byte
	damaged bool
}

// number reads one; 0 when there is none.
func (r *courseReader) number() uint64 {
	n, size := binary.Uvarint(r.rest)
	if size <= 0 {
		r.rest, r.damaged = nil, true
		return 0
	}
	r.rest = r.rest[size:]
	return n
}
