package export

import (
	"bytes"
	"testing"

	"github.com/xuri/excelize/v2"
)

// opened writes sheets and opens the workbook again.
func opened(t *testing.T, lang string, longest int, sheets ...Sheet) *excelize.File {
	t.Helper()
	var file bytes.Buffer
	if err := writeBook(&file, Reader{lang, paris(t)}, sheets, longest); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(&file)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = f.Close() })
	return f
}

func TestAWorkbookHasTypedCellsUnderAHeaderThatStays(t *testing.T) {
	f := opened(t, "fr", excelize.TotalRows, sample())
	rows, err := f.GetRows("Parties")
	if err != nil || len(rows) != 3 {
		t.Fatalf("%d rows, %v", len(rows), err)
	}
	for cell, want := range map[string]struct {
		kind  excelize.CellType
		shown string
	}{
		"A1": {excelize.CellTypeInlineString, "Nom"},
		"B2": {excelize.CellTypeUnset, "3"},
		"C2": {excelize.CellTypeUnset, "66.67"},
		"D2": {excelize.CellTypeUnset, "12.5%"},
		"E2": {excelize.CellTypeUnset, "09/03/2026 13:00"},
		"A3": {excelize.CellTypeInlineString, "=2+5"},
	} {
		kind, err := f.GetCellType("Parties", cell)
		if err != nil || kind != want.kind {
			t.Errorf("%s is of type %v, %v, want %v", cell, kind, err, want.kind)
		}
		if shown, err := f.GetCellValue("Parties", cell); err != nil || shown != want.shown {
			t.Errorf("%s shows %q, %v, want %q", cell, shown, err, want.shown)
		}
		if formula, err := f.GetCellFormula("Parties", cell); err != nil || formula != "" {
			t.Errorf("%s is the formula %q, %v", cell, formula, err)
		}
	}
	panes, err := f.GetPanes("Parties")
	if err != nil || !panes.Freeze || panes.YSplit != 1 {
		t.Errorf("the panes are %+v, %v", panes, err)
	}
}

func TestASheetThatIsTooLongGoesOnOnAnother(t *testing.T) {
	s := Sheet{Name: "Décisions", Columns: []Column{{"n", 4}}, Rows: Rows([][]Cell{{Count(1)}, {Count(2)}, {Count(3)}})}
	f := opened(t, "fr", 3, s)
	if got := f.GetSheetList(); len(got) != 2 || got[0] != "Décisions" || got[1] != "Décisions (2)" {
		t.Fatalf("the sheets are %q", got)
	}
	for cell, want := range map[string]string{"A1": "n", "A2": "3", "A3": ""} {
		if got, err := f.GetCellValue("Décisions (2)", cell); err != nil || got != want {
			t.Errorf("%s of the second sheet is %q, %v, want %q", cell, got, err, want)
		}
	}
}

func TestSheetsAreCalledWhatWorkbooksAllow(t *testing.T) {
	one := Sheet{Columns: []Column{{"n", 4}}, Rows: Rows(nil)}
	names := []string{"Le client : [toxique]/ou*non?", "Le client : [toxique]/ou*non?", "sheet1", "Une promotion dont le nom est vraiment très long"}
	sheets := make([]Sheet, len(names))
	for i, name := range names {
		sheets[i] = one
		sheets[i].Name = name
	}
	want := []string{"Le client    toxique  ou non", "Le client    toxique  ou no (2)", "sheet1 (2)", "Une promotion dont le nom est v"}
	got := opened(t, "fr", excelize.TotalRows, sheets...).GetSheetList()
	if len(got) != len(want) {
		t.Fatalf("the sheets are %q", got)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("%q is called %q, want %q", names[i], got[i], want[i])
		}
	}
}
