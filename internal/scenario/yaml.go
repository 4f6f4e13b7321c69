package scenario

import (
	"errors"
	"io"
	"io/fs"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"

	"casebook/internal/fault"
)

// Limits of a YAML file.
const (
	maxYAMLNodes = 50000
	maxYAMLDepth = 32
)

// yamlFile reads one YAML file as a tree, so that everything keeps its line and column.
type yamlFile struct {
	*report
	name  string
	count int
}

// load returns the file's tree, or nil after having reported why there is none.
func (y *yamlFile) load(folder fs.FS) *yaml.Node {
	text, ok := y.readText(folder, y.name)
	if !ok {
		return nil
	}
	decoder := yaml.NewDecoder(strings.NewReader(text))
	var doc, second yaml.Node
	if err := decoder.Decode(&doc); errors.Is(err, io.EOF) {
		y.add(Place{y.name, 1, 1}, ruleYAMLEmpty, y.name)
		return nil
	} else if err != nil {
		y.syntax(text, err)
		return nil
	}
	if err := decoder.Decode(&second); err == nil {
		y.add(y.at(&second), ruleYAMLSecond)
		return nil
	} else if !errors.Is(err, io.EOF) {
		y.syntax(text, err)
		return nil
	}
	root := doc.Content[0]
	if !y.sound(root, 1) {
		return nil
	}
	return root
}

func (y *yamlFile) at(n *yaml.Node) Place { return Place{y.name, max(1, n.Line), max(1, n.Column)} }

// sound walks the tree for what the format does without. It returns false where a limit is passed.
func (y *yamlFile) sound(n *yaml.Node, depth int) bool {
	y.count++
	if y.count > maxYAMLNodes {
		y.add(y.at(n), ruleYAMLNodes, maxYAMLNodes)
		return false
	}
	if depth > maxYAMLDepth {
		y.add(y.at(n), ruleYAMLDepth, maxYAMLDepth)
		return false
	}
	switch {
	case n.Kind == yaml.AliasNode:
		y.add(y.at(n), ruleYAMLAlias, n.Value)
		return true
	case n.Anchor != "":
		y.add(y.at(n), ruleYAMLAnchor, n.Anchor)
	case n.Style&yaml.TaggedStyle != 0:
		y.add(y.at(n), ruleYAMLTag, n.Tag)
	}
	if n.Kind == yaml.MappingNode {
		y.keys(n)
	}
	for _, c := range n.Content {
		if !y.sound(c, depth+1) {
			return false
		}
	}
	return true
}

func (y *yamlFile) keys(n *yaml.Node) {
	first := make(map[string]int, len(n.Content)/2)
	for i := 0; i < len(n.Content); i += 2 {
		key := n.Content[i]
		if key.Kind != yaml.ScalarNode {
			y.add(y.at(key), ruleYAMLKey)
			continue
		}
		if line, twice := first[key.Value]; twice {
			y.add(y.at(key), ruleYAMLDuplicate, key.Value, line)
			continue
		}
		first[key.Value] = key.Line
	}
}

var (
	yamlLine    = regexp.MustCompile(`line (\d+)`)
	yamlParser  = regexp.MustCompile(`did not find expected (node content|key|'-'|',' or|<)`)
	yamlUnknown = regexp.MustCompile(`unknown anchor '(.*)' referenced`)
	leadingTab  = regexp.MustCompile(`(?m)^ *\t`)
)

// syntax reports what the YAML reader could not read, with a cure for the usual slips.
func (y *yamlFile) syntax(text string, err error) {
	message := err.Error()
	if m := yamlUnknown.FindStringSubmatch(message); m != nil {
		line, column := position(text, strings.Index(text, "*"+m[1]))
		y.add(Place{y.name, line, column}, ruleYAMLAlias, clip(m[1]))
		return
	}
	if tab := leadingTab.FindStringIndex(text); tab != nil {
		line, column := position(text, tab[1]-1)
		y.add(Place{y.name, line, column}, ruleYAMLTab)
		return
	}
	line := 1
	if m := yamlLine.FindStringSubmatch(message); m != nil {
		line, _ = strconv.Atoi(m[1])
	}
	if yamlParser.MatchString(message) {
		line++ // it counts from 0 there
	}
	last, _ := position(text, len(text))
	y.add(Place{y.name, min(max(1, line), last), 1}, ruleYAMLSyntax, yamlCure(message))
}

// position tells the line and column of an offset, both from 1.
func position(text string, offset int) (line, column int) {
	before := text[:max(0, offset)]
	start := strings.LastIndexByte(before, '\n') + 1
	return 1 + strings.Count(before, "\n"), 1 + utf8.RuneCountInString(before[start:])
}

func yamlCure(message string) fault.Text {
	for _, slip := range yamlSlips {
		if strings.Contains(message, slip.message) {
			return slip.cure.Typeset()
		}
	}
	return yamlSlips[len(yamlSlips)-1].cure.Typeset()
}

var yamlSlips = []struct {
	message string
	cure    fault.Text
}{
	{"cannot start any token", fault.Text{
		FR: "Mettez entre guillemets un texte qui commence par @, ` ou %.",
		EN: "Put quotes around a text that begins with @, ` or %.",
	}},
	{"mapping values are not allowed", fault.Text{
		FR: "Un texte qui contient `: ` se met entre guillemets ; sinon, vérifiez le retrait de la ligne.",
		EN: "A text that holds `: ` needs quotes; otherwise check how far the line is indented.",
	}},
	{"could not find expected ':'", fault.Text{
		FR: "Il manque un deux-points après une clé, ou la ligne n’a pas le bon retrait.",
		EN: "A key lacks its colon, or the line is not indented as it should be.",
	}},
	{"found unexpected end of stream", fault.Text{
		FR: "Un guillemet, un crochet ou une accolade n’est pas refermé.",
		EN: "A quote, a bracket or a brace is not closed.",
	}},
	{"", fault.Text{
		FR: "Vérifiez le retrait des lignes, les guillemets, crochets et accolades refermés, et les virgules.",
		EN: "Check how lines are indented, that quotes, brackets and braces are closed, and the commas.",
	}},
}
