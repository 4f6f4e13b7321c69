package web

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/getkin/kin-openapi/openapi3filter"
	"github.com/getkin/kin-openapi/routers"
	"github.com/gin-gonic/gin"

	"casebook/api"
)

// contract holds requests against openapi.yaml: the generated binding would let much pass.
type contract struct {
	routes map[string]*routers.Route // by method and Gin's path
}

func readContract() (*contract, error) {
	doc, err := openapi3.NewLoader().LoadFromData(api.Document)
	if err != nil {
		return nil, fmt.Errorf("read the contract: %w", err)
	}
	doc.SetStringFormatValidator("uuid", openapi3.NewRegexpFormatValidator(openapi3.FormatOfStringForUUIDOfRFC9562))
	k := &contract{map[string]*routers.Route{}}
	for path, item := range doc.Paths.Map() {
		for method, operation := range item.Operations() {
			k.routes[method+" "+ginPath(path)] = &routers.Route{
				Spec: doc, Path: path, PathItem: item, Method: method, Operation: operation,
			}
		}
	}
	return k, nil
}

// ginPath writes a path of the contract as Gin does: {id} is :id.
func ginPath(path string) string { return strings.NewReplacer("{", ":", "}", "").Replace(path) }

// check refuses an anonymous request where the contract asks for a login, and one that does not follow the contract.
// Who is not signed in learns nothing else, and is not listened to.
func (k *contract) check(p problems) gin.HandlerFunc {
	return func(c *gin.Context) {
		route := k.routes[c.Request.Method+" "+c.FullPath()]
		if private(route) {
			if _, err := signedIn(c); err != nil {
				p.answer(c, err)
				return
			}
		}
		if err := follows(c, route); err != nil {
			p.answer(c, err)
		}
	}
}

// private reports whether an operation is for people who are signed in: all are, but those marked `security: []`.
func private(route *routers.Route) bool {
	s := route.Operation.Security
	return s == nil || len(*s) > 0
}

func follows(c *gin.Context, route *routers.Route) error {
	if route.Operation.RequestBody != nil {
		body, err := readBody(c.Request)
		if err != nil {
			return err
		}
		c.Request.Body = io.NopCloser(bytes.NewReader(body))
	}
	params := make(map[string]string, len(c.Params))
	for _, p := range c.Params {
		params[p.Key] = p.Value
	}
	err := openapi3filter.ValidateRequest(c, &openapi3filter.RequestValidationInput{
		Request: c.Request, PathParams: params, Route: route,
		Options: &openapi3filter.Options{
			AuthenticationFunc:  openapi3filter.NoopAuthenticationFunc,
			MultiError:          true,
			SkipSettingDefaults: true,
			// The handler binds the value that was checked, and names match to the letter.
			KeepValidatedValue:      true,
			SchemaValidationOptions: route.Spec.GetSchemaValidationOptions(),
		},
	})
	if err == nil {
		return nil
	}
	var several openapi3.MultiError
	if !errors.As(err, &several) {
		several = openapi3.MultiError{err}
	}
	return deviation(several)
}
