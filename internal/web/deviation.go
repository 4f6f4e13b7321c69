package web

import (
	"errors"
	"maps"
	"slices"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/getkin/kin-openapi/openapi3filter"

	"casebook/internal/fault"
)

// deviation says how a request departs from the contract. An address that cannot exist is not found. A body of another
// shape (a field missing, unknown, of another type) is malformed; a value out of its bounds is invalid.
func deviation(errs openapi3.MultiError) error {
	var found deviations
	for _, err := range errs {
		var req *openapi3filter.RequestError
		if !errors.As(err, &req) {
			return unreadable().Because(err)
		}
		switch {
		case req.Parameter == nil:
			found.gather(req.Err, "")
		case req.Parameter.In == openapi3.ParameterInPath:
			return nothingHere()
		default:
			found.gather(req.Err, req.Parameter.Name)
		}
	}
	if len(found.fields) == 0 {
		return unreadable().Because(errs)
	}
	return found.fault()
}

type deviations struct {
	misshapen bool
	fields    map[string]fault.Text
}

// gather notes what is wrong with each field; under names a parameter, whose errors have no path of their own.
func (d *deviations) gather(err error, under string) {
	var several openapi3.MultiError
	if errors.As(err, &several) {
		for _, e := range several {
			d.gather(e, under)
		}
		return
	}
	var e *openapi3.SchemaError
	if !errors.As(err, &e) {
		return
	}
	at := e.JSONPointer()
	if under != "" {
		at = append([]string{under}, at...)
	}
	switch e.SchemaField {
	case "properties":
		for _, name := range unknown(e) {
			d.add(append(slices.Clone(at), clip(name)), unknownField, true)
		}
	case "required":
		d.add(at, missingField, true)
	case "type", "nullable":
		d.add(at, wrongType(e.Schema), under == "")
	default:
		d.add(at, outOfBounds(e), false)
	}
}

func (d *deviations) add(at []string, what fault.Text, misshapen bool) {
	if d.fields == nil {
		d.fields = map[string]fault.Text{}
	}
	name := strings.Join(at, ".")
	if name == "" {
		name = "body"
	}
	d.fields[name] = what
	d.misshapen = d.misshapen || misshapen
}

func (d *deviations) fault() error {
	names := slices.Sorted(maps.Keys(d.fields))
	first := d.fields[names[0]]
	f := fault.New(fault.Invalid, "invalid_fields", fault.Text{
		FR: "Le champ « %[1]s » ne convient pas : " + first.FR,
		EN: "The field “%[1]s” does not fit: " + first.EN,
	}, names[0])
	if d.misshapen {
		f.Kind, f.Code = fault.Malformed, "malformed_fields"
	}
	return f.With("fields", d.fields)
}

// unknown lists the fields that a schema does not have.
func unknown(e *openapi3.SchemaError) []string {
	var names []string
	object, _ := e.Value.(map[string]any)
	for name := range object {
		if _, ok := e.Schema.Properties[name]; !ok {
			names = append(names, name)
		}
	}
	return names
}
