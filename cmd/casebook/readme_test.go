package main

import (
	"os"
	"regexp"
	"strings"
	"testing"
)

// TestTheReadmeAndTheHelpTellEachFlagOfServe, and each variable of the environment.
func TestTheReadmeAndTheHelpTellEachFlagOfServe(t *testing.T) {
	read := func(file string) string {
		t.Helper()
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		return string(data)
	}
	readme, sources := read("../../README.md"), read("serve.go")+read("outside.go")
	flags := regexp.MustCompile(`\bf\.\w+\((?:&[\w.]+, )?"([\w-]+)"`).FindAllStringSubmatch(sources, -1)
	variables := regexp.MustCompile(`env\("(CASEBOOK_\w+)"`).FindAllStringSubmatch(sources, -1)
	if len(flags) < 14 || len(variables) < 12 {
		t.Fatalf("only %d flags and %d variables are found", len(flags), len(variables))
	}
	for _, f := range flags {
		if !strings.Contains(readme, "| `--"+f[1]+"` |") {
			t.Errorf("the README's table lacks --%s", f[1])
		}
		for _, env := range []func(string) string{english, french} {
			if _, help, _ := invoke(env, "help", "serve"); !strings.Contains(help, "--"+f[1]) {
				t.Errorf("the help lacks --%s: %.40s", f[1], help)
			}
		}
	}
	for _, v := range variables {
		if !strings.Contains(readme, "| `"+v[1]+"` |") {
			t.Errorf("the README's table lacks %s", v[1])
		}
	}
}
