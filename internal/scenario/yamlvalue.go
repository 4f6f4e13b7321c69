package scenario

import (
	"regexp"
	"slices"
	"strconv"

	"go.yaml.in/yaml/v3"

	"casebook/internal/fault"
)

const idShape = `[a-z0-9][a-z0-9_-]{0,63}`

var (
	idPattern  = regexp.MustCompile(`^` + idShape + `$`)
	intPattern = regexp.MustCompile(`^[+-]?(0|[1-9][0-9]{0,9})$`)
)

// object is a mapping with known keys. An absent key reads as nil, and nil reads as the zero of everything.
type object struct {
	node *yaml.Node
	keys map[string]*yaml.Node
}

func (o object) get(key string) *yaml.Node { return o.keys[key] }

// object reads a mapping and reports the keys that do not belong there.
func (y *yamlFile) object(n *yaml.Node, allowed ...string) object {
	o := object{n, map[string]*yaml.Node{}}
	for _, e := range y.pairs(n) {
		if !slices.Contains(allowed, e.key.Value) {
			y.add(y.at(e.key), ruleUnknownKey, e.key.Value, hint{e.key.Value, allowed})
			continue
		}
		o.keys[e.key.Value] = e.value
	}
	return o
}

// require reports the keys that are missing.
func (y *yamlFile) require(o object, keys ...string) {
	for _, key := range keys {
		if o.node != nil && o.node.Kind == yaml.MappingNode && o.keys[key] == nil {
			y.add(y.at(o.node), ruleMissingKey, key)
		}
	}
}

type pair struct{ key, value *yaml.Node }

// pairs lists a mapping's keys and values in the order written, each key once.
func (y *yamlFile) pairs(n *yaml.Node) []pair {
	if n == nil || n.Kind == yaml.AliasNode {
		return nil
	}
	if n.Kind != yaml.MappingNode {
		y.add(y.at(n), ruleNotMapping)
		return nil
	}
	seen := make(map[string]bool, len(n.Content)/2)
	pairs := make([]pair, 0, len(n.Content)/2)
	for i := 0; i+1 < len(n.Content); i += 2 {
		key := n.Content[i]
		if key.Kind != yaml.ScalarNode || seen[key.Value] {
			continue // reported already
		}
		seen[key.Value] = true
		pairs = append(pairs, pair{key, n.Content[i+1]})
	}
	return pairs
}

// named lists a mapping whose keys are ids of the author's.
func (y *yamlFile) named(n *yaml.Node) []pair {
	pairs := y.pairs(n)
	for _, p := range pairs {
		y.checkID(p.key)
	}
	return pairs
}

// IsID tells whether a word can be the id of a case, or of anything in it.
func IsID(word string) bool { return idPattern.MatchString(word) }

func (y *yamlFile) checkID(n *yaml.Node) {
	if !IsID(n.Value) {
		y.add(y.at(n), ruleBadID, clip(n.Value))
	}
}

// list reads a sequence; where one thing stands alone it is a list of one.
func (y *yamlFile) list(n *yaml.Node) []*yaml.Node {
	switch {
	case n == nil:
		return nil
	case n.Kind == yaml.SequenceNode:
		return n.Content
	}
	return []*yaml.Node{n}
}

// maxListed is how many walkthroughs or answers there may be; in a walkthrough moves, outcomes of chance, or
// expectations of one kind.
const maxListed = 200

// bounded is list for at most maxListed members; those beyond are reported and left out.
func (y *yamlFile) bounded(n *yaml.Node, what fault.Text) []*yaml.Node {
	all := y.list(n)
	if len(all) > maxListed {
		y.add(y.at(all[maxListed]), ruleTooMany, maxListed, what)
		all = all[:maxListed]
	}
	return all
}

// ids reads a list of distinct ids.
func (y *yamlFile) ids(n *yaml.Node) []*yaml.Node {
	var ids []*yaml.Node
	seen := map[string]bool{}
	for _, item := range y.list(n) {
		id, ok := y.text(item)
		switch {
		case !ok:
		case seen[id]:
			y.add(y.at(item), ruleTwice, id)
		default:
			seen[id] = true
			ids = append(ids, item)
		}
	}
	return ids
}

// text reads a word or a sentence.
func (y *yamlFile) text(n *yaml.Node) (string, bool) {
	switch {
	case n == nil || n.Kind == yaml.AliasNode:
		return "", false
	case n.Kind != yaml.ScalarNode || n.Value == "" || n.Tag == "!!null":
		y.add(y.at(n), ruleNotText)
		return "", false
	}
	return n.Value, true
}

// integer reads a number from low to high, or gives low's nearest neighbour of zero after reporting.
func (y *yamlFile) integer(n *yaml.Node, low, high int) int {
	fallback := min(max(0, low), high)
	if n == nil || n.Kind == yaml.AliasNode {
		return fallback
	}
	if n.Kind != yaml.ScalarNode || n.Style != 0 || !intPattern.MatchString(n.Value) {
		y.add(y.at(n), ruleNotInteger, low, high)
		return fallback
	}
	i, err := strconv.Atoi(n.Value)
	if err != nil || i < low || i > high {
		y.add(y.at(n), ruleOutOfRange, n.Value, low, high)
		return fallback
	}
	return i
}

// boolean reads true or false, or gives what holds where nothing is written.
func (y *yamlFile) boolean(n *yaml.Node, otherwise bool) bool {
	switch {
	case n == nil || n.Kind == yaml.AliasNode:
		return otherwise
	case isBool(n):
		return n.Value == "true"
	}
	y.add(y.at(n), ruleNotBoolean)
	return otherwise
}

func isBool(n *yaml.Node) bool {
	return n.Kind == yaml.ScalarNode && n.Style == 0 && (n.Value == "true" || n.Value == "false")
}

// clip keeps a message short where the word it quotes is not.
func clip(s string) string {
	r := []rune(s)
	if len(r) > 70 {
		return string(r[:70]) + "…"
	}
	return s
}
