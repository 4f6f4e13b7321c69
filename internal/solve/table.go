package solve

import "math/bits"

// table finds packed states again: open addressing over the keys, which lie one after the other.
type table struct {
	words int
	keys  []uint64
	slots []uint32 // number + 1, 0 for an empty slot
	count int
	draft []uint64
}

func newTable(words int) table {
	return table{words: words, slots: make([]uint32, 1<<12), draft: make([]uint64, words)}
}

func (t *table) key(id uint32) []uint64 { return t.keys[int(id)*t.words:][:t.words] }

// blank is room for a key, all zero, for file to number.
func (t *table) blank() []uint64 {
	clear(t.draft)
	return t.draft
}

// file numbers the key that was written into the blank; one that is known keeps its number.
func (t *table) file() (id uint32, known bool) {
	mask := len(t.slots) - 1
	i := int(hash(t.draft)) & mask
	for ; t.slots[i] != 0; i = (i + 1) & mask {
		if id := t.slots[i] - 1; same(t.key(id), t.draft) {
			return id, true
		}
	}
	id = uint32(t.count)
	t.count++
	room(&t.keys, t.words)
	t.keys = append(t.keys, t.draft...)
	t.slots[i] = id + 1
	if 2*t.count > len(t.slots) {
		t.grow()
	}
	return id, false
}

func (t *table) grow() {
	t.slots = make([]uint32, 4*len(t.slots))
	mask := len(t.slots) - 1
	for id := range uint32(t.count) {
		i := int(hash(t.key(id))) & mask
		for t.slots[i] != 0 {
			i = (i + 1) & mask
		}
		t.slots[i] = id + 1
	}
}

func hash(key []uint64) uint64 {
	h := uint64(0x9E3779B97F4A7C15)
	for _, w := range key {
		hi, lo := bits.Mul64(h^w, 0xD6E8FEB86659FD93)
		h = hi ^ lo
	}
	return h ^ h>>32
}

func same(a, b []uint64) bool {
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}
