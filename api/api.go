// Package api is the contract: openapi.yaml, edited by hand, and the types and the server that follow from it.
package api

import _ "embed"

//go:generate go run github.com/oapi-codegen/oapi-codegen/v2/cmd/oapi-codegen@v2.8.2 -config oapi-codegen.yaml openapi.yaml

// Document is the contract as written, in YAML.
//
//go:embed openapi.yaml
var Document []byte
