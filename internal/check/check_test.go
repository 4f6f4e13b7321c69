package check_test

import (
	"fmt"
	"os"
	"slices"
	"testing"

	"casebook/internal/check"
)

func TestTheClientWhoShoutsHasTheFlawsItIsKnownFor(t *testing.T) {
	r := check.Check(os.DirFS("../scenario/testdata/client-toxique"), nil, check.Options{})
	var got []string
	for _, f := range r.Flaws {
		got = append(got, fmt.Sprintf("%s %s %s:%d %s", f.Level, f.Code, f.File, f.Line, f.At()))
	}
	want := []string{
		"info L25 i18n.lock:1 ",
		"info L20 scenario.yaml:11 ",
		"warning L07 scenario.yaml:36 ",
		"info L20 scenario.yaml:36 ",
		"info L17 scenario.yaml:43 signal.?orga",
		"info L04 scenario.yaml:91 excuses.regles",
		"warning L03 scenario.yaml:95 excuses.minimiser",
		"warning L01 text.en.md:1 ",
		"warning L12 text.en.md:153 excuses.regles",
		"warning L12 text.fr.md:153 excuses.regles",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	if r.Errors() != 0 || r.Warnings() != 5 || r.Solution == nil {
		t.Errorf("%d errors, %d warnings", r.Errors(), r.Warnings())
	}
}
