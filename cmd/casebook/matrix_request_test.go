package main

import (
	"encoding/json"
	"net/url"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/getkin/kin-openapi/openapi3"
)

// operation is one of the contract's.
type operation struct {
	method, path string
	item         *openapi3.PathItem
	spec         *openapi3.Operation
}

var inBraces = regexp.MustCompile(`([^/]+)/\{([^}]+)\}`)

// request is a well-formed request about what is alder's, as the contract describes it.
func (o operation) request(t *testing.T, c *campus, query url.Values) (method, path, body string, headers []string) {
	t.Helper()
	path = o.path
	for m := inBraces.FindStringSubmatch(path); m != nil; m = inBraces.FindStringSubmatch(path) {
		value, there := c.named[m[1]]
		if !there {
			value, there = c.named[m[2]]
		}
		if !there {
			t.Fatalf("nothing is called %s to ask for %s about", m[1], path)
		}
		path = strings.Replace(path, "{"+m[2]+"}", value, 1)
	}
	values := url.Values{}
	for _, p := range append(o.item.Parameters, o.spec.Parameters...) {
		if p.Value.In == openapi3.ParameterInQuery && p.Value.Required {
			values.Set(p.Value.Name, text(t, p.Value.Schema.Value))
		}
	}
	for name := range query {
		values.Set(name, query.Get(name))
	}
	if len(values) > 0 {
		path += "?" + values.Encode()
	}
	body, headers = o.body(t, c)
	return o.method, path, body, headers
}

func (o operation) body(t *testing.T, c *campus) (body string, headers []string) {
	t.Helper()
	if o.spec.RequestBody == nil {
		return "", nil
	}
	content := o.spec.RequestBody.Value.Content
	switch {
	case content["application/zip"] != nil:
		return c.zip, []string{asZip}
	case content["text/csv"] != nil:
		return "name,email,role\nUn Nouveau,nouveau@list.example,admin\n", []string{"Content-Type: text/csv"}
	}
	filled := fill(t, content["application/json"].Schema.Value, c.fields)
	for name, value := range c.bodies[o.spec.OperationID] {
		filled.(map[string]any)[name] = value
	}
	data, err := json.Marshal(filled)
	if err != nil {
		t.Fatal(err)
	}
	return string(data), nil
}

// fill makes a value that a schema allows, of the fields that it requires; those that have a name take what is given.
func fill(t *testing.T, s *openapi3.Schema, fields map[string]any) any {
	t.Helper()
	switch {
	case len(s.Enum) > 0:
		return s.Enum[0]
	case s.Type.Is("object"):
		object := map[string]any{}
		for _, name := range s.Required {
			value, given := fields[name]
			if !given {
				value = fill(t, s.Properties[name].Value, fields)
			}
			object[name] = value
		}
		return object
	case s.Type.Is("array"):
		return []any{}
	case s.Type.Is("boolean"):
		return false
	case s.Type.Is("integer"):
		if s.Min != nil {
			return *s.Min
		}
		return 1
	case s.Format == "date-time":
		return now().Add(48 * time.Hour)
	case s.Type.Is("string") && s.Pattern == "" && s.Format == "":
		return "abc"
	}
	t.Fatalf("nothing is known that is like %+v", s)
	return nil
}

// text is a value of a parameter's schema, as it is written in an address.
func text(t *testing.T, s *openapi3.Schema) string {
	t.Helper()
	data, err := json.Marshal(fill(t, s, nil))
	if err != nil {
		t.Fatal(err)
	}
	return strings.Trim(string(data), `"`)
}
