package attempt_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"casebook/internal/attempt"
	"casebook/internal/fault"
)

func TestAPictureIsShownOnceATextThatNamesItWas(t *testing.T) {
	later := t.TempDir() // the workshop, with the picture of its first scene in an exhibit that a look hands out
	d := sit(t)
	d.check(os.CopyFS(later, os.DirFS(workshop)))
	for _, name := range []string{"text.fr.md", "text.en.md"} {
		file := filepath.Join(later, name)
		text, err := os.ReadFile(file)
		d.check(err)
		picture := regexp.MustCompile(`(?m)^!\[.*\]\(salle\.png\)\n`).FindString(string(text))
		moved := strings.Replace(string(text), picture, "", 1)
		moved = strings.Replace(moved, "\n## scene: veille", "\n"+picture+"\n## scene: veille", 1)
		d.check(os.WriteFile(file, []byte(moved), 0o600))
	}
	_, _, err := d.library.Publish(t.Context(), os.DirFS(later))
	d.check(err)
	v := d.begin("workshop")
	_, err = d.attempts.Media(t.Context(), d.by, v.Attempt.ID, "salle.png")
	d.refused(err, fault.NotFound, "unknown_media")
	v = d.make(v, "?relire", "?compter")
	for _, when := range []string{"at once", "later on", "at the end"} {
		if data, err := d.attempts.Media(t.Context(), d.by, v.Attempt.ID, "salle.png"); err != nil || len(data) == 0 {
			t.Errorf("%s: %d bytes, %v", when, len(data), err)
		}
		if v.Attempt.Status == attempt.InProgress {
			v = d.make(v, v.Choices[0].ID)
			if when == "later on" {
				v = d.finish(v)
			}
		}
	}
	_, err = d.attempts.Media(t.Context(), d.by, v.Attempt.ID, "other.png")
	d.refused(err, fault.NotFound, "unknown_media")
}
