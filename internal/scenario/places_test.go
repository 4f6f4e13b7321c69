package scenario_test

import (
	"testing"

	"casebook/internal/scenario"
)

func TestPlacesTellWhereEachPartIsWritten(t *testing.T) {
	folder := workshop(t)
	sc, places, issues := scenario.ParsePlaces(folder, registers(t))
	if sc == nil {
		t.Fatal(issues.In("en"))
	}
	for _, c := range []struct {
		file, snippet string
		got           scenario.Place
	}{
		{yamlFile, "preparer:\n    kind", places.Map("nodes", "preparer")},
		{yamlFile, "questions:\n", places.Map("nodes", "preparer", "choices", "questions")},
		{yamlFile, "relire: {", places.Map("nodes", "preparer", "look", "relire")},
		{yamlFile, "- {when: nadia.confiance >= 5", places.Map("nodes", "reponse", "branches", "1")},
		{yamlFile, "endings: {", places.Map("value", "endings")},
		{yamlFile, "accord: 12", places.Map("value", "endings", "accord")},
		{yamlFile, "afficher: {next", places.Map("nodes", "debat", "choices", "afficher", "evidence")},
		{french, "# L'atelier", places.Text("fr", "")},
		{french, "## scene: atelier", places.Text("fr", "atelier")},
		{french, "### choice: creuser", places.Text("fr", "atelier/creuser")},
		{french, "La question peut la mettre", below(places.Text("fr", "atelier/creuser/tempting"))},
		{french, "### look: relire", places.Text("fr", "preparer/look:relire")},
		{french, "Que faites-vous de ce silence", below(places.Text("fr", "atelier/ask:"))},
		{french, "### branch: aveu", places.Text("fr", "reponse/branch:aveu")},
		{french, "::: if frein == calendrier\n«", places.Paragraph("fr", "aveu", 1)},
		{english, "## exhibit: devis", places.Text("en", "exhibit:devis")},
		{english, "# ", places.Text("en", "nowhere")},
	} {
		if want := lineOf(string(folder[c.file].Data), c.snippet); c.got.File != c.file || c.got.Line != want {
			t.Errorf("%q is in %s:%d, not %s:%d", c.snippet, c.file, want, c.got.File, c.got.Line)
		}
	}
	if at := places.Map("nodes", "preparer"); at.Column != 3 {
		t.Errorf("column %d, want 3", at.Column)
	}
}

func below(at scenario.Place) scenario.Place {
	at.Line++
	return at
}
