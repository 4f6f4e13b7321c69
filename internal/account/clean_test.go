package account

import (
	"strings"
	"testing"

	"casebook/internal/fault"
)

func TestAddressesAreKeptInOneSpelling(t *testing.T) {
	for written, want := range map[string]string{
		" Zoe.Martin@Example.ORG ": "zoe.martin@example.org", "zoé@exämple.de": "zoé@exämple.de", "a+b@c.d": "a+b@c.d",
		"": "", "zoe": "", "zoe@": "", "@example.org": "", "zoe@localhost": "", "zoe martin@example.org": "", "a@b@c.d": "",
		"zoe@.org": "", "zoe@example..org": "", "Zoe <zoe@example.org>": "", "a@b.c,d@e.f": "", "zoe@example.org\nBcc: x@y.z": "",
		strings.Repeat("a", 251) + "@b.c": "",
	} {
		got, err := CleanEmail(written)
		if got != want || (want == "") != fault.Is(err, fault.Invalid) {
			t.Errorf("%q is kept as %q, %v", written, got, err)
		}
	}
}

func FuzzEmail(f *testing.F) {
	f.Add("zoe@example.org")
	f.Fuzz(func(t *testing.T, written string) {
		kept, err := CleanEmail(written)
		if err != nil {
			return
		}
		if again, err := CleanEmail(kept); err != nil || again != kept || strings.ContainsAny(kept, " \r\n<>,;") {
			t.Errorf("%q is kept as %q, which is read as %q, %v", written, kept, again, err)
		}
	})
}
