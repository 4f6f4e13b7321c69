package fault

import "testing"

func TestATextAmongTheArgumentsIsSaidInTheLanguageOfTheSentence(t *testing.T) {
	cat := Text{FR: "le chat", EN: "the cat"}
	got := Text{FR: "%[2]d fois %[1]s", EN: "%s, %d times"}.Format(cat, 3)
	if want := (Text{FR: "3 fois le chat", EN: "the cat, 3 times"}); got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestFrenchIsSetWithNoBreakSpaces(t *testing.T) {
	plain := "« %d %% » : oui ; non ? si !"
	got := Text{FR: plain, EN: plain}.Typeset().Format(5)
	if want := "«\u00a05\u202f%\u00a0»\u00a0: oui\u202f; non\u202f? si\u202f!"; got.FR != want {
		t.Errorf("%q, want %q", got.FR, want)
	}
	if want := "« 5 % » : oui ; non ? si !"; got.EN != want {
		t.Errorf("%q, want %q", got.EN, want)
	}
}
