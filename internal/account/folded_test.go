package account

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func TestANameIsSortedAndSoughtWithoutWhatTellsItsLettersApart(t *testing.T) {
	for name, want := range map[string]string{
		"Éloïse":             "eloise",
		"E\u0301loi\u0308se": "eloise", // the same, its accents apart
		"Ægir Œuvrard":       "aegir oeuvrard",
		"Groß GROẞ":          "gross gross",
		"Isıl İnan":          "isil inan",
		"Łukasz Sørensen":    "lukasz sorensen",
		"O’Brien O'Brien":    "o'brien o'brien",
		"Jean‐Luc\u00A0Ré":   "jean-luc re",
		"ﬁn":                 "fin",
		"ΟΔΥΣΣΕΥΣ":           "οδυσσευσ",
		"Οδυσσεύς":           "οδυσσευσ",
		"100% a_b \\":        "100% a_b \\",
		"":                   "",
	} {
		if got := Folded(name); got != want {
			t.Errorf("%q is folded to %q, want %q", name, got, want)
		}
	}
}

func TestWhatIsFoldedStaysAsItIs(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		once := Folded(rapid.String().Draw(t, "text"))
		if twice := Folded(once); twice != once {
			t.Errorf("%q is folded to %q", once, twice)
		}
	})
}

func TestEntriesAreSortedByNameThenByAddress(t *testing.T) {
	entries := []string{
		FoldedEntry("Ann", "b@example.com"), FoldedEntry("Ánn", "c@example.com"), FoldedEntry("Ann Abel", "a@example.com"),
		FoldedEntry("ann's", ""), FoldedEntry("Ann-Marie", ""), FoldedEntry("Anna", ""), FoldedEntry("", "anny@example.com"), FoldedEntry("Zoé", ""),
	}
	if !slices.IsSorted(entries) {
		t.Errorf("%q", entries)
	}
	if got := FoldedEntry("", ""); got != "" {
		t.Errorf("nobody is %q", got)
	}
}

func TestASearchFindsWhatHoldsAllItsWords(t *testing.T) {
	entry := FoldedEntry("Éloïse Dupont", "elo@example.com")
	for search, want := range map[string]bool{
		"": true, " dupont  ÉLO ": true, "eloise@": false, "elo@example": true, "dupont martin": false, "%": false, "_": false,
	} {
		if got := Holds(entry, Sought(search)); got != want {
			t.Errorf("%q: %v", search, got)
		}
	}
}
