package solve

import (
	"math/bits"

	"casebook/internal/engine"
	"casebook/internal/scenario"
)

// packer writes a state into as few words as its gauges' ranges allow, so that states are quick to compare and
// cheap to keep.
type packer struct {
	words  int
	node   field
	looked field
	vars   []field
	later  []field // two for each consequence that may be pending: its number + 1, and when it fires
	belief field
}

// field is where a number is kept: it never straddles two words.
type field struct {
	word  int
	shift uint8
	mask  uint64
	low   int32
}

func newPacker(s *scenario.Scenario) packer {
	var l layout
	p := packer{node: l.place(0, len(s.Nodes)-1), looked: l.place(0, 1<<mostLooks(s)-1)}
	for i := range s.Vars {
		low, high := bounds(s, i)
		p.vars = append(p.vars, l.place(low, high))
	}
	longest := 0
	for i := range s.Laters {
		longest = max(longest, s.Laters[i].After)
	}
	// A node entered queues one consequence at most, and none waits longer than the longest.
	for range min(longest, engine.MaxWaiting) {
		p.later = append(p.later, l.place(0, len(s.Laters)), l.place(0, longest))
	}
	if len(s.Truths) > 0 {
		p.belief = l.place(0, 1<<32-1)
	}
	p.words = l.word + 1
	return p
}

type layout struct {
	word int
	used int
}

func (l *layout) place(low, high int) field {
	width := bits.Len64(uint64(high - low))
	if l.used+width > 64 {
		l.word, l.used = l.word+1, 0
	}
	f := field{l.word, uint8(l.used), 1<<width - 1, int32(low)}
	l.used += width
	return f
}

// bounds are the values that a gauge can have: looks may take the clock down to nothing.
func bounds(s *scenario.Scenario, i int) (low, high int) {
	v := &s.Vars[i]
	low, high = min(int(v.Min), int(v.Start)), max(int(v.Max), int(v.Start))
	if i == s.Clock {
		low = min(low, 0)
	}
	return low, high
}

func mostLooks(s *scenario.Scenario) int {
	most := 0
	for i := range s.Nodes {
		most = max(most, len(s.Nodes[i].Looks))
	}
	return most
}

func (f *field) put(key []uint64, x int) { key[f.word] |= uint64(x-int(f.low)) << f.shift }

func (f *field) get(key []uint64) int { return int(key[f.word]>>f.shift&f.mask) + int(f.low) }

// pack writes into key, which is all zero.
func (p *packer) pack(key []uint64, st *engine.State, belief uint32) {
	p.node.put(key, int(st.Node))
	p.looked.put(key, int(st.Looked))
	for i := range p.vars {
		p.vars[i].put(key, int(st.Vars[i]))
	}
	for i := range st.Pending() {
		later, in := st.Waiting(i)
		p.later[2*i].put(key, later+1)
		p.later[2*i+1].put(key, in)
	}
	p.belief.put(key, int(belief))
}

func (p *packer) unpack(key []uint64, st *engine.State) {
	*st = engine.State{Node: uint16(p.node.get(key)), Looked: uint32(p.looked.get(key))}
	for i := range p.vars {
		st.Vars[i] = int16(p.vars[i].get(key))
	}
	for i := 0; i < len(p.later); i += 2 {
		number := p.later[i].get(key)
		if number == 0 {
			return
		}
		st.Await(number-1, p.later[i+1].get(key))
	}
}
