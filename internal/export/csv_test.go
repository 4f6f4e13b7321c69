package export

import (
	"errors"
	"strings"
	"testing"
	"time"
	_ "time/tzdata" // tests run where there is no zoneinfo
)

var noon = time.Date(2026, 3, 9, 12, 0, 0, 0, time.UTC)

func sample() Sheet {
	return Sheet{
		Name:    "Parties",
		Columns: []Column{{"Nom", 20}, {"Parties", 8}, {"Score", 8}, {"Part", 8}, {"Fin", 16}},
		Rows: Rows([][]Cell{
			{Text("Zoé; \"la\" grande"), Count(3), Decimal(66.666), Share(.125), Moment(noon)},
			{Text("=2+5"), {}, {}, {}, Moment(time.Time{})},
		}),
	}
}

func paris(t *testing.T) *time.Location {
	t.Helper()
	zone, err := time.LoadLocation("Europe/Paris")
	if err != nil {
		t.Fatal(err)
	}
	return zone
}

func TestASheetIsWrittenAsSpreadsheetsOfTheLanguageReadIt(t *testing.T) {
	for lang, want := range map[string]string{
		"fr": "\ufeffNom;Parties;Score;Part;Fin\r\n\"Zoé; \"\"la\"\" grande\";3;66,67;12,5;2026-03-09 13:00:00\r\n'=2+5;;;;\r\n",
		"en": "\ufeffNom,Parties,Score,Part,Fin\r\n\"Zoé; \"\"la\"\" grande\",3,66.67,12.5,2026-03-09 13:00:00\r\n'=2+5,,,,\r\n",
	} {
		var got strings.Builder
		if err := CSV(&got, Reader{lang, paris(t)}, sample()); err != nil || got.String() != want {
			t.Errorf("%s: %v\n got %q\nwant %q", lang, err, got.String(), want)
		}
	}
}

func TestNoCellBeginsAFormula(t *testing.T) {
	for _, dangerous := range []string{"=1", "+1", "-1", "@x", "\t=1", "\r=1", "\n=1", " =1", "\u00a0=1", "\ufeff=1", "＝1", "－1"} {
		if got := harmless(dangerous); got != "'"+dangerous {
			t.Errorf("%q is written as %q", dangerous, got)
		}
	}
	for _, fine := range []string{"", " ", "Léa", "a=1", "«\u00a0oui\u00a0»"} {
		if got := harmless(fine); got != fine {
			t.Errorf("%q is written as %q", fine, got)
		}
	}
}

func TestAnErrorWhileReadingEndsTheFile(t *testing.T) {
	broken := errors.New("broken")
	s := Sheet{Name: "x", Columns: []Column{{"a", 1}}, Rows: func(yield func([]Cell, error) bool) {
		_ = yield([]Cell{Count(1)}, nil) && yield(nil, broken)
	}}
	var out strings.Builder
	if err := CSV(&out, Reader{"en", time.UTC}, s); !errors.Is(err, broken) {
		t.Errorf("CSV: %v", err)
	}
	if err := XLSX(&out, Reader{"en", time.UTC}, []Sheet{s}); !errors.Is(err, broken) {
		t.Errorf("XLSX: %v", err)
	}
}
