package scenario

import (
	"strconv"

	"go.yaml.in/yaml/v3"
)

// Place is where something is written. Line and Column count from 1, columns in letters.
type Place struct {
	File         string
	Line, Column int
}

// Places tell where the parts of a case are written. They stand beside the Scenario, not in it: who plays a case has
// no use for them.
type Places struct {
	root   *yaml.Node
	blocks map[string]blocks // by language
}

// Map finds a key of scenario.yaml by those that lead to it, "nodes", "appel", "choices", "nommer"; a member of a list
// goes by its number. Where one of them is not written, the answer is the place of the last that is.
func (p *Places) Map(keys ...string) Place {
	at, in := p.root, p.root
	for _, key := range keys {
		name, value := member(in, key)
		if value == nil {
			break
		}
		at, in = name, value
	}
	return Place{mapName, max(1, at.Line), max(1, at.Column)}
}

// member is what stands under a key, and where the key does.
func member(in *yaml.Node, key string) (name, value *yaml.Node) {
	switch in.Kind {
	case yaml.MappingNode:
		for i := 0; i+1 < len(in.Content); i += 2 {
			if in.Content[i].Value == key {
				return in.Content[i], in.Content[i+1]
			}
		}
	case yaml.SequenceNode:
		if i, err := strconv.Atoi(key); err == nil && i >= 0 && i < len(in.Content) {
			return in.Content[i], in.Content[i]
		}
	}
	return nil, nil
}

// Text finds the heading of a block by the path of its ids: "" for the title, "appel", "appel/nommer",
// "appel/nommer/expert", "appel/look:lea", "appel/ask:", "reaction/branch:braque", "exhibit:fil", "cast:lea". Where
// there is none, the answer is the file's first line.
func (p *Places) Text(lang, path string) Place {
	if b, ok := p.blocks[lang][path]; ok {
		return b.at
	}
	return Place{TextName(lang), 1, 1}
}

// Paragraph finds the n-th conditional paragraph of a block, counted from 0.
func (p *Places) Paragraph(lang, path string, n int) Place {
	at := p.Text(lang, path)
	if b, ok := p.blocks[lang][path]; ok && n < len(b.ifs) {
		at.Line = b.ifs[n]
	}
	return at
}
