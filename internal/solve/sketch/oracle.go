package sketch

import (
	_ "embed"
	"encoding/json"
	"testing"
)

//go:embed oracles.json
var oracles []byte

// Oracle reads a worked example into value: its figures were reckoned apart from this program.
func Oracle(t testing.TB, id string, value any) {
	t.Helper()
	var all map[string]json.RawMessage
	if err := json.Unmarshal(oracles, &all); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(all[id], value); err != nil {
		t.Fatalf("%s: %v", id, err)
	}
}
