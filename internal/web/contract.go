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
	"github.com/google/uuid"

	"casebook/api"
)

// contract holds requests against openapi.yaml: the generated binding would let much pass.
type contract struct {
	operations map[string]*operation // by method and Gin's path
	options    []openapi3.SchemaValidationOption
}

// operation is what the contract asks of a request.
type operation struct {
	route   *routers.Route
	private bool // for people who are signed in: all are, but those marked `security: []`
	params  openapi3.Parameters
	body    *openapi3.Schema // of JSON; nil when there is none, or when it is a file
	zip     bool             // whether the body is a zip, which the operation reads itself
	list    bool             // whether the body is a list as CSV, which the operation reads itself
}

func readContract() (*contract, error) {
	doc, err := openapi3.NewLoader().LoadFromData(api.Document)
	if err != nil {
		return nil, fmt.Errorf("read the contract: %w", err)
	}
	doc.SetStringFormatValidator("uuid", openapi3.NewCallbackValidator(isUUID))
	k := &contract{
		operations: map[string]*operation{},
		options:    append(doc.GetSchemaValidationOptions(), openapi3.MultiErrors(), openapi3.VisitAsRequest()),
	}
	for path, item := range doc.Paths.Map() {
		for method, o := range item.Operations() {
			k.operations[method+" "+ginPath(path)] = newOperation(&routers.Route{
				Spec: doc, Path: path, PathItem: item, Method: method, Operation: o,
			})
		}
	}
	return k, nil
}

func newOperation(r *routers.Route) *operation {
	o := &operation{route: r, private: r.Operation.Security == nil || len(*r.Operation.Security) > 0}
	o.params = append(append(o.params, r.PathItem.Parameters...), r.Operation.Parameters...)
	if body := r.Operation.RequestBody; body != nil {
		if asJSON := body.Value.Content["application/json"]; asJSON != nil {
			o.body = asJSON.Schema.Value
		}
		o.zip = body.Value.Content["application/zip"] != nil
		o.list = body.Value.Content["text/csv"] != nil
	}
	return o
}

// isUUID accepts a UUID as it is written everywhere, and none of the other forms that are read.
func isUUID(text string) error {
	if len(text) != 36 {
		return errors.New("a UUID has 36 characters")
	}
	return uuid.Validate(text)
}

// ginPath writes a path of the contract as Gin does: {id} is :id.
func ginPath(path string) string { return strings.NewReplacer("{", ":", "}", "").Replace(path) }

// check refuses an anonymous request where the contract asks for a login, and one that does not follow the contract.
// Who is not signed in learns nothing else, and is not listened to.
func (k *contract) check(p problems) gin.HandlerFunc {
	return func(c *gin.Context) {
		o := k.operations[c.Request.Method+" "+c.FullPath()]
		if o.private {
			if _, err := signedIn(c); err != nil {
				p.answer(c, err)
				return
			}
		}
		if err := k.follows(c, o); err != nil {
			p.answer(c, err)
		}
	}
}

func (k *contract) follows(c *gin.Context, o *operation) error {
	var errs openapi3.MultiError
	for _, p := range o.params {
		if err := k.param(c, o, p.Value); err != nil {
			errs = append(errs, err)
		}
	}
	if o.zip {
		if err := announcesZip(c.Request); err != nil {
			return err
		}
	}
	if o.list {
		if err := announcesList(c.Request); err != nil {
			return err
		}
	}
	if o.body != nil {
		data, err := readBody(c.Request)
		if err != nil {
			return err
		}
		value, err := parse(data)
		if err != nil {
			return err
		}
		if err := o.body.VisitJSON(value, k.options...); err != nil {
			errs = append(errs, &openapi3filter.RequestError{RequestBody: o.route.Operation.RequestBody.Value, Err: err})
		}
		c.Request.Body = io.NopCloser(bytes.NewReader(data))
	}
	if len(errs) == 0 {
		return nil
	}
	return deviation(errs)
}

// param checks one parameter. A text is what was sent, to the letter; other types are read as OpenAPI says.
func (k *contract) param(c *gin.Context, o *operation, p *openapi3.Parameter) error {
	var text string
	var there bool
	switch p.In {
	case openapi3.ParameterInPath:
		text, there = c.Params.Get(p.Name)
	case openapi3.ParameterInHeader:
		text = c.Request.Header.Get(p.Name)
		there = text != ""
	case openapi3.ParameterInQuery:
		text, there = c.GetQuery(p.Name)
	}
	switch {
	case !there && !p.Required:
		return nil
	case there && p.Schema.Value.Type.Is(openapi3.TypeString):
		if err := p.Schema.Value.VisitJSON(text, k.options...); err != nil {
			return &openapi3filter.RequestError{Parameter: p, Err: err}
		}
		return nil
	default:
		return o.other(c, p)
	}
}

// other checks a parameter that is missing, or is no text.
func (o *operation) other(c *gin.Context, p *openapi3.Parameter) error {
	params := make(map[string]string, len(c.Params))
	for _, p := range c.Params {
		params[p.Key] = p.Value
	}
	err := openapi3filter.ValidateParameter(c, &openapi3filter.RequestValidationInput{
		Request: c.Request, PathParams: params, Route: o.route,
		Options: &openapi3filter.Options{MultiError: true, SkipSettingDefaults: true},
	}, p)
	var already *openapi3filter.RequestError
	if err != nil && !errors.As(err, &already) {
		return &openapi3filter.RequestError{Parameter: p, Err: err}
	}
	return err
}
