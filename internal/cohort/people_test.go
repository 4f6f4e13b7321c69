package cohort

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"pgregory.net/rapid"

	"casebook/internal/account"
	"casebook/internal/fault"
)

// told is a row in short: name, address, language and verdict.
func told(l List) string {
	var rows []string
	for _, r := range l.Rows {
		row := r.Name + " <" + r.Email + ">"
		if r.Lang != "" {
			row += " " + r.Lang
		}
		if r.Verdict != unjudged {
			row += " " + string(r.Verdict)
		}
		rows = append(rows, row)
	}
	return strings.Join(rows, "\n")
}

const zoe = "Zoé Martin <zoe@x.fr>"

func TestAListIsReadAsProgramsWriteIt(t *testing.T) {
	utf16 := func(end unicode.Endianness, mark unicode.BOMPolicy, text string) string {
		data, err := unicode.UTF16(end, mark).NewEncoder().String(text)
		if err != nil {
			t.Fatal(err)
		}
		return data
	}
	ansi, err := charmap.Windows1252.NewEncoder().String("nom;prénom;courriel\nMartin;Zoé;zoe@x.fr\n")
	if err != nil {
		t.Fatal(err)
	}
	const plain = "Prénom,Nom,E-mail\nZoé,Martin,zoe@x.fr\n"
	for name, c := range map[string]struct{ file, want string }{
		"UTF-8":                          {plain, zoe},
		"UTF-8 with a mark":              {"\xEF\xBB\xBF" + plain, zoe},
		"UTF-16, little end first":       {utf16(unicode.LittleEndian, unicode.UseBOM, plain), zoe},
		"UTF-16, big end first":          {utf16(unicode.BigEndian, unicode.UseBOM, plain), zoe},
		"UTF-16 without a mark":          {utf16(unicode.LittleEndian, unicode.IgnoreBOM, plain), zoe},
		"Windows-1252":                   {ansi, zoe},
		"lines that end with CR":         {strings.ReplaceAll(plain, "\n", "\r"), zoe},
		"lines that end with CRLF":       {strings.ReplaceAll(plain, "\n", "\r\n"), zoe},
		"no line end at the end":         {strings.TrimSuffix(plain, "\n"), zoe},
		"blank lines":                    {"\n\n" + strings.ReplaceAll(plain, "\n", "\n ;;\n,,,\n\n"), zoe},
		"semicolons":                     {"nom;prénom;courriel\nMartin;Zoé;zoe@x.fr", zoe},
		"tabs":                           {"mail\tlast name\tfirst name\nzoe@x.fr\tMartin\tZoé", zoe},
		"what a spreadsheet says itself": {"sep=;\r\nfirst name;name;mail\r\nZoé;Martin;zoe@x.fr", zoe},
		"quotation marks":                {`"name","e-mail"` + "\n" + `"Martin, ""Zoé""","zoe@x.fr"`, `Martin, "Zoé" <zoe@x.fr>`},
		"a line end in a field":          {"name,mail\n\"Zoé\nMartin\",zoe@x.fr\nEve E,eve@x.fr", zoe + "\nEve E <eve@x.fr>"},
		"capitals and spaces":            {" NOM COMPLET ; ADRESSE E-MAIL ; LANGUE \n \u00a0Zoé\u00a0 Martin\u200b ; ZOE@X.FR ; Français", zoe + " fr"},
		"no header":                      {"zoe@x.fr;Zoé;Martin;en\neve@x.fr;Eve;E;fr", zoe + " en\nEve E <eve@x.fr> fr"},
		"addresses with names":           {"Zoé Martin <zoe@x.fr>\n\"Eve E\" <mailto:eve@x.fr>", zoe + "\nEve E <eve@x.fr>"},
		"one column of a header":         {"nom,e-mail\nZoé Martin,zoe@x.fr", zoe},
		"a column too many":              {"name,mail,shoe\nZoé Martin,zoe@x.fr,39", zoe},
		"a language that is not spoken":  {"name,mail,lang\nZoé Martin,zoe@x.fr,Klingon", zoe},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := ReadPeople([]byte(c.file))
			if err != nil || told(got) != c.want {
				t.Errorf("read\n%s\nwant\n%s\n%v", told(got), c.want, err)
			}
		})
	}
}

func TestWhatIsWrongWithARowIsItsVerdict(t *testing.T) {
	list, err := ReadPeople([]byte("nom;mail;rôle\n" +
		"Zoé Martin;zoe@x.fr;administrateur\n" +
		"Eve E;eve.x.fr;\n" +
		";\n" +
		"Sans Adresse;;\n" +
		"zoé martin;ZOE@x.fr;\n" +
		"Autre Nom;zoe@x.fr;\n" +
		strings.Repeat("x", 121) + ";long@x.fr;\n" +
		"\x07Cloche;bell@x.fr;\n" +
		"\"Ouvert;open@x.fr;\n" +
		"=cmd|'/c calc'!A1;calc@x.fr;\n"))
	if err != nil {
		t.Fatal(err)
	}
	want := zoe + "\nEve E <eve.x.fr> bad_address\nSans Adresse <> no_address\nzoé martin <zoe@x.fr> same\n" +
		"Autre Nom <zoe@x.fr> clash\n" + strings.Repeat("x", 121) + " <long@x.fr> too_long\n\x07Cloche <bell@x.fr> unreadable\n" +
		"\"Ouvert <open@x.fr> unreadable\n=cmd|'/c calc'!A1 <calc@x.fr>"
	if told(list) != want {
		t.Errorf("read\n%s\nwant\n%s", told(list), want)
	}
	for i, line := range []int{2, 3, 5, 6, 7, 8, 9, 10, 11} {
		if list.Rows[i].Line != line {
			t.Errorf("row %d is said to be on line %d, not %d", i, list.Rows[i].Line, line)
		}
	}
	if d := list.Rows[4].Detail().EN; d != "Two names for the same address. Keep one line. See line 2." {
		t.Errorf("told %q", d)
	}
	if d := list.Rows[8].Remark.EN; !strings.Contains(d, "formula") {
		t.Errorf("of a formula it is told %q", d)
	}
	if len(list.Notes) != 1 || !strings.HasPrefix(list.Notes[0].EN, "The column of roles is not read") {
		t.Errorf("notes %q", list.Notes)
	}
}

func TestWhatIsNoListIsRefusedWithASentence(t *testing.T) {
	for name, c := range map[string]struct {
		file string
		kind fault.Kind
		code string
	}{
		"nothing":             {"", fault.Invalid, "list_empty"},
		"blank lines":         {" \n;;\n\r\n", fault.Invalid, "list_empty"},
		"a header alone":      {"name,mail\n", fault.Invalid, "list_empty"},
		"a workbook":          {"PK\x03\x04....", fault.Invalid, "list_is_workbook"},
		"an old workbook":     {"\xD0\xCF\x11\xE0....", fault.Invalid, "list_is_workbook"},
		"bytes":               {"a\x00b\x00\x00@c,\x01", fault.Invalid, "list_unreadable"},
		"no addresses":        {"name\nZoé\n", fault.Invalid, "list_without_addresses"},
		"no addresses at all": {"Zoé,Martin\nEve,E\n", fault.Invalid, "list_without_addresses"},
		"columns in the dark": {"a,b,c,zoe@x.fr\nd,e,f,eve@x.fr", fault.Invalid, "list_without_header"},
		"more than 5 MiB":     {strings.Repeat("x", MostListBytes+1), fault.TooLarge, "list_too_long"},
		"100,000 people":      {crowd(100000), fault.TooLarge, "too_many_people"},
		"10,001 people":       {crowd(10001), fault.TooLarge, "too_many_people"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := ReadPeople([]byte(c.file))
			if f, ok := fault.From(err); !ok || f.Kind != c.kind || f.Code != c.code || f.Text.FR == "" || f.Text.EN == "" {
				t.Errorf("%v, want %s", err, c.code)
			}
		})
	}
	if list, err := ReadPeople([]byte(crowd(10000))); err != nil || len(list.Rows) != 10000 {
		t.Errorf("10,000 people: %d, %v", len(list.Rows), err)
	}
}

func crowd(n int) string {
	var file strings.Builder
	file.WriteString("name,mail\n")
	for i := range n {
		fmt.Fprintf(&file, "P %d,p%d@x.fr\n", i, i)
	}
	return file.String()
}

func TestALongListIsRefusedWithoutMuchMemory(t *testing.T) {
	file := []byte(strings.Repeat("a,b\n", MostListBytes/4))
	if bytes := testing.Benchmark(func(b *testing.B) {
		for b.Loop() {
			_, _ = ReadPeople(file)
		}
	}).AllocedBytesPerOp(); bytes > 5*MostListBytes {
		t.Errorf("%d bytes were taken", bytes)
	}
}

// Whatever a file holds: what is sound can be kept as it is, each address stands once, and no row grants anything.
func FuzzReadPeople(f *testing.F) {
	for _, seed := range []string{
		"nom;mail\nZoé;zoe@x.fr\n", "\"a\"\"b\",x@y.z\r\"", "\xFF\xFEa\x00@\x00b\x00.\x00c\x00", "sep=,\na@b.c", "\x81\x8d,a@b.c", "a <b@c.d>;",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		list, err := ReadPeople(data)
		if err != nil {
			if _, ok := fault.From(err); !ok {
				t.Fatalf("%v is no refusal", err)
			}
			return
		}
		if len(list.Rows) == 0 || len(list.Rows) > MostPeople {
			t.Fatalf("%d rows", len(list.Rows))
		}
		seen, last := map[string]bool{}, 0
		for _, r := range list.sound() {
			email, err := account.CleanEmail(r.Email)
			if err != nil || email != r.Email || seen[r.Email] {
				t.Fatalf("%q is sound: %v", r.Email, err)
			}
			seen[r.Email] = true
			if name, err := account.CleanName(r.Name); r.Name != "" && (err != nil || name == "") {
				t.Fatalf("%q is sound: %v", r.Name, err)
			}
			if r.Lang != "" && r.Lang != "fr" && r.Lang != "en" {
				t.Fatalf("it speaks %q", r.Lang)
			}
		}
		for _, r := range list.Rows {
			if r.Line <= last || !utf8.ValidString(r.Name+r.Email) && utf8.Valid(data) {
				t.Fatalf("line %d after %d: %q", r.Line, last, r.Name)
			}
			last = r.Line
		}
	})
}

// What is written as a list is read as it was, whatever the delimiter, the quotation marks and the line ends.
func TestAListThatIsWrittenIsReadAsItWas(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		delimiter := rapid.SampledFrom([]string{",", ";", "\t"}).Draw(t, "delimiter")
		end := rapid.SampledFrom([]string{"\n", "\r\n", "\r"}).Draw(t, "line end")
		names := rapid.SliceOfN(rapid.StringMatching(`[A-Za-zéèü][A-Za-zéèü'" ;,\-]{0,20}[a-z]`), 1, 20).Draw(t, "names")
		rows := []string{"name" + delimiter + "mail"}
		for i, n := range names {
			rows = append(rows, `"`+strings.ReplaceAll(n, `"`, `""`)+`"`+delimiter+fmt.Sprintf("p%d@x.fr", i))
		}
		list, err := ReadPeople([]byte(strings.Join(rows, end)))
		if err != nil || len(list.Rows) != len(names) {
			t.Fatalf("%d rows, %v", len(list.Rows), err)
		}
		for i, r := range list.Rows {
			if want := strings.Join(strings.Fields(names[i]), " "); r.Name != want || r.Wrong() {
				t.Fatalf("%q was read as %q %s", want, r.Name, r.Verdict)
			}
		}
	})
}
