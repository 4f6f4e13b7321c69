package scenario

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"
)

// structureHash identifies what is measured: two maps with the same hash score every way of playing alike.
//
// It is the SHA-256 of the map as canonical JSON. Comments, spacing, quotes, line ends, `+2` for `2` and the order of
// keys do not matter: nodes, choices, looks, gauges are known by their ids. Three orders do matter, and are kept: that
// of every list (the first row that holds is taken), and those of a chance row's and of a truth's weights, which a draw
// walks through as written; they are written as lists that alternate key and value.
//
// The order of choices is not part of it, though it decides what a shuffle makes of them: a version of a case is
// known by its files, never by this hash alone.
func structureHash(root *yaml.Node) string {
	var sb strings.Builder
	canonical(&sb, root, nil)
	return hexSum(sb.String())
}

func hexSum(s string) string {
	sum := sha256.Sum256([]byte(s))
	return hex.EncodeToString(sum[:])
}

// weighted tells where the order of keys has a meaning: truths.<id> and nodes.<id>.branches.<row>.
func weighted(path []string) bool {
	return len(path) == 2 && path[0] == "truths" || len(path) == 4 && path[0] == "nodes" && path[2] == "branches"
}

func canonical(sb *strings.Builder, n *yaml.Node, path []string) {
	switch n.Kind {
	case yaml.MappingNode:
		canonicalMap(sb, n, path)
	case yaml.SequenceNode:
		sb.WriteByte('[')
		for i, c := range n.Content {
			if i > 0 {
				sb.WriteByte(',')
			}
			canonical(sb, c, append(path, strconv.Itoa(i)))
		}
		sb.WriteByte(']')
	default:
		sb.WriteString(canonicalScalar(n))
	}
}

func canonicalMap(sb *strings.Builder, n *yaml.Node, path []string) {
	var pairs []pair
	for i := 0; i+1 < len(n.Content); i += 2 {
		pairs = append(pairs, pair{n.Content[i], n.Content[i+1]})
	}
	list := weighted(path)
	slices.SortStableFunc(pairs, func(a, b pair) int {
		if list {
			return cmp.Compare(rank(a), rank(b))
		}
		return cmp.Compare(a.key.Value, b.key.Value)
	})
	open, between, end := "{", ":", "}"
	if list {
		open, between, end = "[", ",", "]"
	}
	sb.WriteString(open)
	for i, p := range pairs {
		if i > 0 {
			sb.WriteByte(',')
		}
		sb.WriteString(quoted(p.key.Value) + between)
		canonical(sb, p.value, append(path, p.key.Value))
	}
	sb.WriteString(end)
}

// rank puts the condition of a chance row before its weights, wherever it is written.
func rank(p pair) int {
	if p.key.Value == "when" {
		return 0
	}
	return 1
}

func canonicalScalar(n *yaml.Node) string {
	switch {
	case isBool(n):
		return n.Value
	case n.Style == 0 && intPattern.MatchString(n.Value):
		if i, err := strconv.ParseInt(n.Value, 10, 64); err == nil {
			return strconv.FormatInt(i, 10)
		}
	}
	return quoted(n.Value)
}

func quoted(s string) string {
	b, err := json.Marshal(s)
	if err != nil {
		return strconv.Quote(s) // a string always marshals
	}
	return string(b)
}
