package scenario_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"go.yaml.in/yaml/v3"

	"casebook/internal/scenario"
)

// judge compiles the schema, as an editor does.
func judge(t *testing.T, registers *scenario.Registers, lang string) *jsonschema.Schema {
	t.Helper()
	text, err := json.Marshal(scenario.Schema(registers, lang))
	if err != nil {
		t.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(strings.NewReader(string(text)))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("scenario.json", doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("scenario.json")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// asJSON is YAML as an editor hands it to a schema.
func asJSON(t *testing.T, text []byte) any {
	t.Helper()
	var v any
	if err := yaml.Unmarshal(text, &v); err != nil {
		t.Fatal(err)
	}
	data, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(strings.NewReader(string(data)))
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

func TestEveryMapThatIsSoundFitsTheSchema(t *testing.T) {
	var maps []string
	for _, pattern := range []string{"../../scenarios/*/scenario.yaml", "testdata/*/scenario.yaml"} {
		found, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		maps = append(maps, found...)
	}
	registers, issues := scenario.ParseRegisters(os.DirFS("../../scenarios"))
	if registers == nil || len(maps) < 3 {
		t.Fatal(maps, issues.In("en"))
	}
	for _, lang := range []string{"fr", "en"} {
		s := judge(t, registers, lang)
		for _, name := range maps {
			text, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			if err := s.Validate(asJSON(t, text)); err != nil {
				t.Errorf("%s: %v", name, err)
			}
		}
	}
}

// ofShape are the rules on keys and kinds of values, which the schema has to keep as Parse does.
var ofShape = []string{"S020", "S021", "S022", "S023", "S025", "S026", "S028"}

// TestTheSchemaIsAsStrictAsTheReader spoils every place of a map that uses the whole format, in every way: what Parse
// accepts has to fit the schema, and what breaks a rule of shape must not.
func TestTheSchemaIsAsStrictAsTheReader(t *testing.T) {
	s, text := judge(t, nil, "en"), workshop(t)[yamlFile].Data
	spoilt, refused := 0, 0
	for place := range places(t, text) {
		for name, spoil := range spoilings {
			doc := tree(t, text)
			if !spoil(at(doc, place)) {
				continue
			}
			data, err := yaml.Marshal(doc)
			if err != nil {
				t.Fatal(err)
			}
			spoilt++
			_, issues := scenario.Parse(fstest.MapFS{yamlFile: {Data: data}}, nil)
			issues = slices.DeleteFunc(issues, func(i scenario.Issue) bool { return i.File != yamlFile })
			fits := s.Validate(asJSON(t, data)) == nil
			shape := slices.ContainsFunc(issues, func(i scenario.Issue) bool { return slices.Contains(ofShape, i.Code) })
			switch {
			case len(issues) == 0 && !fits && !wordlike[name]:
				t.Errorf("place %d, %s: the reader accepts it, the schema does not", place, name)
			case shape && fits:
				t.Errorf("place %d, %s: the schema accepts it, the reader does not:\n%s", place, name, issues.In("en"))
			case shape:
				refused++
			}
		}
	}
	if spoilt < 500 || refused < 300 {
		t.Errorf("%d spoilt, %d refused: too few to tell", spoilt, refused)
	}
}

// wordlike are values that the reader takes as words where it looks for one, but an editor as what they look like.
var wordlike = map[string]bool{"a switch": true, "a big number": true}

// spoilings change a node in place; false where they do not apply.
var spoilings = map[string]func(*yaml.Node) bool{
	"an unknown key": func(n *yaml.Node) bool {
		if n.Kind != yaml.MappingNode {
			return false
		}
		n.Content = append(n.Content, word("Zzz!"), word("x"))
		return true
	},
	"without its first key": func(n *yaml.Node) bool {
		if n.Kind != yaml.MappingNode || len(n.Content) == 0 {
			return false
		}
		n.Content = n.Content[2:]
		return true
	},
	"without its last key": func(n *yaml.Node) bool {
		if n.Kind != yaml.MappingNode || len(n.Content) == 0 {
			return false
		}
		n.Content = n.Content[:len(n.Content)-2]
		return true
	},
	"a list":       func(n *yaml.Node) bool { *n = yaml.Node{Kind: yaml.SequenceNode}; return true },
	"a mapping":    func(n *yaml.Node) bool { *n = yaml.Node{Kind: yaml.MappingNode}; return true },
	"a word":       func(n *yaml.Node) bool { *n = *word("zzz"); return true },
	"a switch":     func(n *yaml.Node) bool { *n = *word("true"); return true },
	"a big number": func(n *yaml.Node) bool { *n = *word("99999999"); return true },
}

func word(s string) *yaml.Node { return &yaml.Node{Kind: yaml.ScalarNode, Value: s} }

func tree(t *testing.T, text []byte) *yaml.Node {
	t.Helper()
	var doc yaml.Node
	if err := yaml.Unmarshal(text, &doc); err != nil {
		t.Fatal(err)
	}
	return doc.Content[0]
}

// places numbers the values of a tree, keys apart.
func places(t *testing.T, text []byte) int {
	t.Helper()
	count := 0
	visit(tree(t, text), func(*yaml.Node) bool { count++; return false })
	return count
}

func at(doc *yaml.Node, place int) *yaml.Node {
	var found *yaml.Node
	visit(doc, func(n *yaml.Node) bool {
		if place--; place == -1 {
			found = n
		}
		return found != nil
	})
	if found == nil {
		panic(fmt.Sprint("no such place: ", place))
	}
	return found
}

// visit walks through the values of a tree until it is told to stop.
func visit(n *yaml.Node, do func(*yaml.Node) (stop bool)) bool {
	if do(n) {
		return true
	}
	for i, c := range n.Content {
		if n.Kind == yaml.MappingNode && i%2 == 0 {
			continue
		}
		if visit(c, do) {
			return true
		}
	}
	return false
}
