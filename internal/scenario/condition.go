package scenario

// Condition is a compiled `when`. A nil condition always holds.
type Condition struct {
	Source  string
	ops     []op
	onTruth bool
}

type opcode uint8

const (
	opCompare opcode = iota // push left rel right
	opTruth                 // push truth[left] == right
	opScore                 // push score rel right: stands in claims alone, see Claim
	opAnd
	opOr
	opNot
)

type relation uint8

const (
	equal relation = iota
	notEqual
	less
	lessEqual
	greater
	greaterEqual
)

// op is one instruction of a stack machine whose stack is the bits of a word: depth 16 is the grammar's limit.
type op struct {
	code        opcode
	rel         relation
	leftConst   bool
	rightConst  bool
	left, right int16
}

// OnTruth reports whether the condition depends on a hidden truth.
func (c *Condition) OnTruth() bool { return c != nil && c.onTruth }

// Holds evaluates the condition. It allocates nothing.
func (c *Condition) Holds(v *Vars, w World) bool {
	if c == nil {
		return true
	}
	var stack uint64
	for i := range c.ops {
		o := &c.ops[i]
		switch o.code {
		case opAnd:
			stack = stack>>1&^1 | stack>>1&stack&1
		case opOr:
			stack = stack>>1 | stack&1
		case opNot:
			stack ^= 1
		case opTruth:
			stack = stack<<1 | bit((int16(w[o.left]) == o.right) == (o.rel == equal))
		case opCompare:
			l, r := o.left, o.right
			if !o.leftConst {
				l = v[l]
			}
			if !o.rightConst {
				r = v[r]
			}
			stack = stack<<1 | bit(compare(l, r, o.rel))
		}
	}
	return stack&1 == 1
}

func compare(l, r int16, rel relation) bool {
	switch rel {
	case equal:
		return l == r
	case notEqual:
		return l != r
	case less:
		return l < r
	case lessEqual:
		return l <= r
	case greater:
		return l > r
	default:
		return l >= r
	}
}

func bit(b bool) uint64 {
	if b {
		return 1
	}
	return 0
}
