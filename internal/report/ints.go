package report

import "math"

// ints is a list of numbers, each in as few bytes as the largest of them takes.
type ints struct {
	one  []uint8
	two  []uint16
	four []uint32
}

func (l *ints) add(n uint32) {
	switch {
	case l.four != nil:
		l.four = append(l.four, n)
	case l.two == nil && n <= math.MaxUint8:
		l.one = append(l.one, uint8(n))
	case n <= math.MaxUint16:
		if l.two == nil {
			l.one, l.two = nil, wider[uint16](l.one)
		}
		l.two = append(l.two, uint16(n))
	default:
		if l.two == nil {
			l.two = wider[uint16](l.one)
		}
		l.one, l.two, l.four = nil, nil, append(wider[uint32](l.two), n)
	}
}

func (l *ints) at(i int) uint32 {
	switch {
	case l.one != nil:
		return uint32(l.one[i])
	case l.two != nil:
		return uint32(l.two[i])
	default:
		return l.four[i]
	}
}

// tick counts the numbers between two places.
func (l *ints) tick(counts []int, from, to int) {
	switch {
	case from == to:
	case l.one != nil:
		tick(counts, l.one[from:to])
	case l.two != nil:
		tick(counts, l.two[from:to])
	default:
		tick(counts, l.four[from:to])
	}
}

// close gives back the room that nothing is going to take.
func (l *ints) close() { l.one, l.two, l.four = exact(l.one), exact(l.two), exact(l.four) }

func tick[T uint8 | uint16 | uint32](counts []int, numbers []T) {
	for _, n := range numbers {
		counts[n]++
	}
}

func wider[W, T uint8 | uint16 | uint32](list []T) []W {
	wide := make([]W, len(list), max(1, cap(list)))
	for i, n := range list {
		wide[i] = W(n)
	}
	return wide
}

func exact[T any](list []T) []T {
	if list == nil {
		return nil
	}
	return append(make([]T, 0, len(list)), list...)
}

// numbered gives each value that it meets the next number.
type numbered[T comparable] struct {
	values []T
	number map[T]uint32
}

func (n *numbered[T]) of(value T) uint32 {
	number, known := n.number[value]
	if !known {
		if n.number == nil {
			n.number = map[T]uint32{}
		}
		number = uint32(len(n.values))
		n.values, n.number[value] = append(n.values, value), number
	}
	return number
}
