package main

import (
	"encoding/json"
	"math"
	"strings"
	"testing"
)

func TestMutateSaysHowMuchTheWalkthroughsNotice(t *testing.T) {
	code, out, errs := invoke(english, "check", "--mutate", shouted)
	if code != fine || errs != "" || !strings.Contains(out, " changes noticed, which is 100%") || !strings.Contains(out, "consequences taken out: ") {
		t.Errorf("exit code %d, %s\n%s", code, errs, out)
	}
	code, out, errs = invoke(french, "check", "--mutate", workshop)
	if code != failed || !strings.Contains(errs, "moins de 95\u202f% des changements") || !strings.Contains(out, "workshop/scenario.yaml:") || !strings.Contains(out, "disparaît") {
		t.Errorf("exit code %d, %s\n%s", code, errs, out)
	}
}

func TestMutateTellsProgramsTheSame(t *testing.T) {
	_, out, _ := invoke(english, "check", "--json", "--mutate", workshop)
	var m mutated
	if err := json.Unmarshal([]byte(out), &m); err != nil {
		t.Fatal(err)
	}
	if m.Changes-m.Noticed != len(m.Survivors) || len(m.Kinds) < 10 || math.Abs(m.Score-100*float64(m.Noticed)/float64(m.Changes)) > 1e-6 || m.Walks != 4 {
		t.Errorf("told %+v", m)
	}
	if s := m.Survivors[0]; s.Line == 0 || s.Kind == "" || !strings.HasSuffix(s.File, "scenario.yaml") || s.Message == "" {
		t.Errorf("a survivor %+v", s)
	}
}

func TestMutateNeedsACaseThatCanBeRead(t *testing.T) {
	dir := edited(t, "walkthroughs.yaml", "moves: [attendre, ultimatum, sortir]", "moves: [atendre, ultimatum, sortir]")
	code, _, errs := invoke(english, "check", "--mutate", dir)
	if code != failed || !strings.Contains(errs, "[S271]") || !strings.Contains(errs, "Did you mean `attendre`?") {
		t.Errorf("exit code %d, %s", code, errs)
	}
}
