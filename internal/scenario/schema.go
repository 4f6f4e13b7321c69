package scenario

import "casebook/internal/fault"

// Schema is a JSON Schema (draft 2020-12) of scenario.yaml, for editors: keys, kinds of values, limits, and a remark on
// each key in lang. It knows the ids of the registers, where there are any. What refers to something else in the same
// file (a node, a gauge, a condition) only Parse can judge: what Parse accepts the schema accepts, not the other way
// round.
func Schema(registers *Registers, lang string) map[string]any {
	d := describer(lang)
	root := d.whole(registers.sourceIDs(), registers.competencyIDs())
	root["$schema"] = "https://json-schema.org/draft/2020-12/schema"
	root["title"] = "scenario.yaml"
	root["$defs"] = d.parts()
	return root
}

// describer says remarks in one language.
type describer string

type property struct {
	key    string
	fr, en string
	schema map[string]any
}

// closed is a mapping with these keys and no others.
func (d describer) closed(required []string, properties ...property) map[string]any {
	known := map[string]any{}
	for _, p := range properties {
		s := map[string]any{"description": fault.Text{FR: p.fr, EN: p.en}.In(string(d))}
		for k, v := range p.schema {
			s[k] = v
		}
		known[p.key] = s
	}
	s := map[string]any{"type": "object", "additionalProperties": false, "properties": known}
	if len(required) > 0 {
		s["required"] = required
	}
	return s
}

// keyed is a mapping whose keys are ids of the author's.
func keyed(value map[string]any) map[string]any {
	return map[string]any{"type": "object", "propertyNames": map[string]any{"pattern": idPattern.String()}, "additionalProperties": value}
}

// by is a mapping whose keys name something else in the file.
func by(value map[string]any) map[string]any {
	return map[string]any{"type": "object", "additionalProperties": value}
}

func whole(low, high int) map[string]any {
	return map[string]any{"type": "integer", "minimum": low, "maximum": high}
}

func oneOf(words ...string) map[string]any { return map[string]any{"enum": words} }

func anyOf(schemas ...map[string]any) map[string]any { return map[string]any{"anyOf": schemas} }

func listOf(item map[string]any) map[string]any {
	return map[string]any{"type": "array", "items": item}
}

// some is a list, or one thing without the brackets.
func some(item map[string]any) map[string]any { return anyOf(item, listOf(item)) }

func ref(part string) map[string]any { return map[string]any{"$ref": "#/$defs/" + part} }

var (
	anID    = map[string]any{"type": "string", "pattern": idPattern.String()}
	aName   = map[string]any{"type": "string"}
	aSwitch = map[string]any{"type": "boolean"}
)

// registeredID is an id, one of those known where any is.
func registeredID(known []string) map[string]any {
	if len(known) == 0 {
		return anID
	}
	return oneOf(known...)
}
