package cohort

import (
	"strings"
	"testing"
)

func TestACodeIsKnownHoweverItIsTyped(t *testing.T) {
	code := newCode()
	want, ok := digestOf(code)
	if !ok || len(strings.ReplaceAll(code, "-", "")) != codeLength {
		t.Fatalf("%q is no code", code)
	}
	typed := strings.NewReplacer("0", "o", "1", "L").Replace(code)
	for _, same := range []string{
		strings.ToLower(code), strings.ReplaceAll(code, "-", ""), strings.ReplaceAll(code, "-", " "), " " + code + "\n", typed,
		strings.ReplaceAll(typed, "L", "i"),
	} {
		if got, ok := digestOf(same); !ok || got != want {
			t.Errorf("%q is another code than %q", same, code)
		}
	}
	for _, other := range []string{"", "A", code[:len(code)-1], code + "A", "U" + code[1:], strings.Repeat("é", codeLength)} {
		if got, ok := digestOf(other); ok && got == want {
			t.Errorf("%q is the same code as %q", other, code)
		}
	}
	if other := newCode(); other == code {
		t.Error("two codes are the same")
	}
}
