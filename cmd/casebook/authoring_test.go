package main

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// authoring are the pages that tell a trainer how to write a case, one a language.
var authoring = map[string]page{
	"en": {"../../scenarios/README.md", english, "friday-evening"},
	"fr": {"../../scenarios/LISEZMOI.md", french, "vendredi-soir"},
}

type page struct {
	name   string
	getenv func(string) string
	id     string // of the case that it makes
}

var (
	fenced    = regexp.MustCompile("(?ms)^```(\\w*)\\n(.*?)^```$")
	inSpan    = regexp.MustCompile("`([^`\n]+)`")
	flagNamed = regexp.MustCompile(`--[a-z0-9]+`)
	heading   = regexp.MustCompile(`(?m)^#+ `)
)

func (p page) read(t *testing.T) string {
	t.Helper()
	text, err := os.ReadFile(p.name)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// blocks are the code blocks in one language of code.
func blocks(text, lang string) []string {
	var found []string
	for _, m := range fenced.FindAllStringSubmatch(text, -1) {
		if m[1] == lang {
			found = append(found, strings.TrimSuffix(m[2], "\n"))
		}
	}
	return found
}

// typed are the commands that a page tells to type, each without the name of the program.
func typed(text string) []string {
	lines := strings.Split(strings.Join(blocks(text, "sh"), "\n"), "\n")
	for _, m := range inSpan.FindAllStringSubmatch(fenced.ReplaceAllString(text, ""), -1) {
		lines = append(lines, m[1])
	}
	var found []string
	for _, line := range lines {
		if command, ok := strings.CutPrefix(line, "casebook "); ok {
			found = append(found, command)
		}
	}
	return found
}

func TestThePagesForAuthorsNameOnlyCommandsAndFlagsThereAre(t *testing.T) {
	for lang, p := range authoring {
		text, named := p.read(t), map[string]bool{}
		for _, command := range typed(text) {
			name := strings.Fields(command)[0]
			named[name] = true
			args := []string{name}
			for _, flag := range flagNamed.FindAllString(command, -1) {
				args = append(args, flag+"=1")
			}
			if code, _, errs := invoke(p.getenv, append(args, "--help")...); code != fine {
				t.Errorf("%s: casebook %s: exit code %d, %s", lang, command, code, errs)
			}
		}
		if len(named) < 8 {
			t.Errorf("%s: only %d commands are named", lang, len(named))
		}
		for _, flag := range flagNamed.FindAllString(text, -1) {
			if !slices.ContainsFunc(commands(), func(c command) bool { return strings.Contains(c.help.EN, flag) }) {
				t.Errorf("%s: no command has %s", lang, flag)
			}
		}
	}
}

func TestThePagesForAuthorsKeepInStep(t *testing.T) {
	shape := func(lang string) (headings, code []string) {
		text := authoring[lang].read(t)
		for _, m := range fenced.FindAllStringSubmatch(text, -1) {
			code = append(code, m[1])
		}
		return heading.FindAllString(fenced.ReplaceAllString(text, ""), -1), code
	}
	headingsEN, codeEN := shape("en")
	headingsFR, codeFR := shape("fr")
	if !slices.Equal(headingsEN, headingsFR) {
		t.Errorf("headings:\n%q\n%q", headingsEN, headingsFR)
	}
	if !slices.Equal(codeEN, codeFR) {
		t.Errorf("code blocks:\n%q\n%q", codeEN, codeFR)
	}
}

// TestWhatThePagesForAuthorsSayToTypeWorks types it, and puts their walkthroughs and their answer into the new case.
func TestWhatThePagesForAuthorsSayToTypeWorks(t *testing.T) {
	for lang, p := range authoring {
		t.Run(lang, func(t *testing.T) {
			text := p.read(t)
			inEmptyFolder(t)
			for _, line := range strings.Split(strings.Join(blocks(text, "sh"), "\n"), "\n") {
				if strings.Contains(line, "serve") || strings.Contains(line, "--watch") {
					continue // they go on until they are stopped
				}
				code, _, errs := invoke(p.getenv, strings.Fields(strings.ReplaceAll(line, "'", ""))[1:]...)
				if code != fine && !strings.Contains(line, "--mutate") { // which says how much goes unnoticed
					t.Errorf("%s: exit code %d, %s", line, code, errs)
				}
			}
			for _, block := range blocks(text, "yaml") {
				if name, _, _ := strings.Cut(block, ":\n"); name == "walkthroughs" || name == "answers" {
					if err := os.WriteFile(p.id+"/"+name+".yaml", []byte(block), 0o600); err != nil {
						t.Fatal(err)
					}
				}
			}
			code, out, errs := invoke(english, "check", "--strict", p.id)
			if code != fine || !strings.Contains(out, "walkthroughs: 2 of 2 hold") || !strings.Contains(out, "[L17] friday.?tests, answered") {
				t.Errorf("exit code %d\n%s%s", code, out, errs)
			}
		})
	}
}
