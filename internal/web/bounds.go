package web

import (
	"fmt"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"

	"casebook/internal/fault"
)

var (
	unknownField = fault.Text{FR: "il n’existe pas ici.", EN: "there is no such field here."}
	missingField = fault.Text{FR: "il manque.", EN: "it is missing."}
)

var types = map[string]fault.Text{
	openapi3.TypeString:  {FR: "il faut un texte.", EN: "it has to be text."},
	openapi3.TypeInteger: {FR: "il faut un nombre entier.", EN: "it has to be a whole number."},
	openapi3.TypeNumber:  {FR: "il faut un nombre.", EN: "it has to be a number."},
	openapi3.TypeBoolean: {FR: "il faut true ou false.", EN: "it has to be true or false."},
	openapi3.TypeArray:   {FR: "il faut une liste.", EN: "it has to be a list."},
	openapi3.TypeObject:  {FR: "il faut un objet.", EN: "it has to be an object."},
}

func wrongType(s *openapi3.Schema) fault.Text {
	for _, t := range s.Type.Slice() {
		return types[t]
	}
	return fault.Text{FR: "ce n’est pas la bonne sorte de valeur.", EN: "it is not the right sort of value."}
}

// outOfBounds says which bound of a schema a value breaks. The value itself is not told back.
func outOfBounds(e *openapi3.SchemaError) fault.Text {
	s := e.Schema
	switch e.SchemaField {
	case "enum":
		words := make([]string, len(s.Enum))
		for i, v := range s.Enum {
			words[i] = fmt.Sprint(v)
		}
		return fault.Text{FR: "il faut l’une de ces valeurs : %s.", EN: "it has to be one of: %s."}.Format(strings.Join(words, ", "))
	case "minimum":
		return fault.Text{FR: "le minimum est %v.", EN: "the least is %v."}.Format(*s.Min)
	case "maximum":
		return fault.Text{FR: "le maximum est %v.", EN: "the most is %v."}.Format(*s.Max)
	case "minLength":
		return fault.Text{FR: "il faut au moins %d caractères.", EN: "it has to be at least %d characters long."}.Format(s.MinLength)
	case "maxLength":
		return fault.Text{FR: "%d caractères au plus.", EN: "at most %d characters."}.Format(*s.MaxLength)
	case "maxItems":
		return fault.Text{FR: "%d éléments au plus.", EN: "at most %d items."}.Format(*s.MaxItems)
	default: // pattern, format
		return fault.Text{FR: "cela ne s’écrit pas ainsi.", EN: "it is not written like that."}
	}
}
