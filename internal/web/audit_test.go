package web

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"

	"casebook/api"
)

// The frontend has words for what the contract lists, or does not compile; so the contract has to list all of it.
func TestTheContractListsWhateverTheTrailIsTold(t *testing.T) {
	doc, err := openapi3.NewLoader().LoadFromData(api.Document)
	if err != nil {
		t.Fatal(err)
	}
	for schema, told := range map[string][]string{
		"AuditAction":     inSources(t, "../audit/audit.go", `Action += "([\w.]+)"`),
		"AuditDetailName": detailsInSources(t),
	} {
		var listed []string
		for _, one := range doc.Components.Schemas[schema].Value.Enum {
			listed = append(listed, one.(string))
		}
		slices.Sort(listed)
		if len(told) < 20 || !slices.Equal(listed, told) {
			t.Errorf("%s lists %q, the trail is told %q", schema, listed, told)
		}
	}
}

// detailsInSources are the names in the JSON that the store writes.
func detailsInSources(t *testing.T) (names []string) {
	t.Helper()
	for _, text := range inSources(t, "../store/*.go", "`(\\{\"[^`]*|\"?,\"[^`]*)`") {
		for _, name := range regexp.MustCompile(`"(\w+)":`).FindAllStringSubmatch(text, -1) {
			names = append(names, name[1])
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// inSources are what a pattern picks out of files, tests aside, each once and in order.
func inSources(t *testing.T, files, pattern string) (found []string) {
	t.Helper()
	names, err := filepath.Glob(files)
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		source, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, groups := range regexp.MustCompile(pattern).FindAllStringSubmatch(string(source), -1) {
			found = append(found, strings.Join(groups[1:], ""))
		}
	}
	slices.Sort(found)
	return slices.Compact(found)
}
