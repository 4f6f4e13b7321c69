package main

import (
	"context"
	"encoding/json"

	"casebook/internal/fault"
	"casebook/internal/scenario"
)

var (
	schemaSummary = fault.Text{FR: "écrit le schéma JSON de scenario.yaml, pour les éditeurs", EN: "write the JSON Schema of scenario.yaml, for editors"}
	schemaHelp    = fault.Text{
		FR: `casebook schema : écrit le schéma JSON de scenario.yaml. Un éditeur qui le connaît
complète les clés, souligne les fautes et explique chaque ligne.

  casebook schema > scenario.schema.json

Puis, en tête de scenario.yaml :

  # yaml-language-server: $schema=../scenario.schema.json`,
		EN: `casebook schema: write the JSON Schema of scenario.yaml. An editor that knows it completes
keys, underlines slips and explains each line.

  casebook schema > scenario.schema.json

Then, at the top of scenario.yaml:

  # yaml-language-server: $schema=../scenario.schema.json`,
	}
)

func schema(_ context.Context, w *world, args []string) error {
	if err := w.parse(w.flags("schema"), args); err != nil {
		return err
	}
	registers, err := shippedRegisters()
	if err != nil {
		return err
	}
	e := json.NewEncoder(w.stdout)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(scenario.Schema(registers, w.lang))
}
