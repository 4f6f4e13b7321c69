package demo

import (
	"encoding/binary"
	"math/rand/v2"
	"time"

	"github.com/google/uuid"
)

// What has chance of its own, so that it may be made in any order.
const (
	ofPerson uint64 = iota + 1
	ofRound
	ofAttempt
	ofGroup
)

// chance is the stream of chance of what these numbers name.
func (p Plan) chance(what uint64, numbers ...int) *rand.Rand {
	a, b := mix(p.Seed), mix(what)
	for _, n := range numbers {
		a, b = mix(a^uint64(n)), mix(b+a)
	}
	return rand.New(rand.NewPCG(a, b))
}

// mix is SplitMix64.
func mix(x uint64) uint64 {
	x += 0x9E3779B97F4A7C15
	x = (x ^ x>>30) * 0xBF58476D1CE4E5B9
	x = (x ^ x>>27) * 0x94D049BB133111EB
	return x ^ x>>31
}

// id is a UUID of version 7: such ids go by time.
func id(r *rand.Rand, at time.Time) uuid.UUID {
	var u uuid.UUID
	ms := uint64(at.UnixMilli())
	part := uint64(at.Nanosecond()%1e6) >> 8 // of the millisecond, in 12 bits, as the library does
	binary.BigEndian.PutUint64(u[:8], ms<<16|7<<12|part)
	binary.BigEndian.PutUint64(u[8:], r.Uint64()>>2|1<<63)
	return u
}

// seed is for an attempt's dice.
func seed(r *rand.Rand) string {
	const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
	var text [26]byte
	for i := range text {
		text[i] = letters[r.IntN(len(letters))]
	}
	return string(text[:])
}
