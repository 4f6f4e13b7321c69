package account

import (
	"strings"
	"testing"
	"time"

	"casebook/internal/fault"
)

func TestAPasswordMatchesWhatWasKeptOfIt(t *testing.T) {
	h := newHasher()
	kept, err := h.hash(t.Context(), "une phrase assez longue é")
	if err != nil || !strings.HasPrefix(kept, "$argon2id$v=19$m=19456,t=2,p=1$") || strings.Contains(kept, "phrase") {
		t.Fatalf("kept as %q, %v", kept, err)
	}
	if again, err := h.hash(t.Context(), "une phrase assez longue é"); err != nil || again == kept {
		t.Errorf("the same password is kept the same: %v", err)
	}
	for password, want := range map[string]bool{
		"une phrase assez longue é":       true,
		"une phrase assez longue e\u0301": true, // the same letter, typed otherwise
		"une phrase assez longue e":       false,
		"":                                false,
	} {
		if got, err := h.matches(t.Context(), kept, password); got != want || err != nil {
			t.Errorf("%q: %t, %v", password, got, err)
		}
	}
	if got, err := h.matches(t.Context(), "", ""); got || err != nil {
		t.Errorf("nobody's password matches: %t, %v", got, err)
	}
	if _, err := h.matches(t.Context(), "$2b$10$bcrypt", "x"); err == nil {
		t.Error("what cannot be read passes without an error")
	}
}

func TestWhoWaitsTooLongToBeCheckedIsToldSo(t *testing.T) {
	h := newHasher()
	for range hashing {
		h.slots <- struct{}{}
	}
	begun := time.Now()
	_, err := h.matches(t.Context(), "", "x")
	if !fault.Is(err, fault.Unavailable) || time.Since(begun) < patience {
		t.Errorf("after %v: %v", time.Since(begun), err)
	}
}

// An unknown address must not be told apart by the time that it takes: the work is the same.
func TestNobodysPasswordTakesAsLong(t *testing.T) {
	h := newHasher()
	kept, err := h.hash(t.Context(), "une phrase assez longue")
	if err != nil {
		t.Fatal(err)
	}
	known, nobody := time.Hour, time.Hour
	for range 40 { // the fastest of each: a busy machine makes some slower
		for of, best := range map[string]*time.Duration{kept: &known, "": &nobody} {
			begun := time.Now()
			if _, err := h.matches(t.Context(), of, "wrong"); err != nil {
				t.Fatal(err)
			}
			*best = min(*best, time.Since(begun))
		}
		if nobody > known/2 && known > nobody/2 {
			return
		}
	}
	t.Errorf("a known address takes %v, an unknown one %v", known, nobody)
}
