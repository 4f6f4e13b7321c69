package fault

import (
	"os/exec"
	"testing"
)

func TestAShellReadsAnArgumentAsItIs(t *testing.T) {
	for _, s := range []string{"plain/name.db", "?sam,call", "", "l’été", "it's", "a b", "$HOME", "`id`", "-flag", "a;b&c|d", "*"} {
		out, err := exec.CommandContext(t.Context(), "sh", "-c", "printf %s "+Argument(s)).Output()
		if err != nil || string(out) != s {
			t.Errorf("%q became %q, %v", s, out, err)
		}
	}
	for argument, want := range map[string]string{"scenarios/a-b.c": "scenarios/a-b.c", "?a,b": "'?a,b'", "": "''", "it's": `'it'\''s'`} {
		if got := Argument(argument); got != want {
			t.Errorf("%q is quoted %s, want %s", argument, got, want)
		}
	}
}
