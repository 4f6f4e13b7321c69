package attempt_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestTheDebriefRetellsWhatWasRead plays on until what was read would read otherwise: the debrief has it as it was.
func TestTheDebriefRetellsWhatWasRead(t *testing.T) {
	spirited := t.TempDir() // the workshop, where a branch and a choice say how much spirit is left
	d := sit(t)
	d.check(os.CopyFS(spirited, os.DirFS(workshop)))
	for name, choice := range map[string]string{"text.fr.md": "### choice: creuser", "text.en.md": "### choice: creuser"} {
		file := filepath.Join(spirited, name)
		text, err := os.ReadFile(file)
		d.check(err)
		at := strings.Index(string(text), choice)
		rest := strings.Index(string(text[at:]), "####") + at
		changed := string(text[:rest]) + "::: if elan >= 2\nWITH SPIRIT\n:::\n" + string(text[rest:])
		changed = strings.Replace(changed, "### branch: atelier\n", "### branch: atelier\n::: if elan >= 1\nSPIRIT LEFT\n:::\n\n", 1)
		d.check(os.WriteFile(file, []byte(changed), 0o600))
	}
	_, _, err := d.library.Publish(t.Context(), os.DirFS(spirited))
	d.check(err)
	for range 60 { // chance leads back four times out of ten
		v := d.make(d.begin("workshop"), "programme", "creuser")
		if v.Node.ID != "atelier" {
			continue
		}
		told := d.debrief(d.finish(d.make(v, "avancer"))) // no spirit is left after that
		if len(told.Chance) == 0 || !strings.Contains(told.Chance[0].HTML, "SPIRIT LEFT") {
			t.Errorf("the draw: %+v", told.Chance)
		}
		if m := told.Moves[1]; m.ID != "creuser" || !strings.Contains(m.HTML, "WITH SPIRIT") {
			t.Errorf("the choice: %s %s", m.ID, m.HTML)
		}
		return
	}
	t.Error("chance never led back to the workshop")
}
