package account

import (
	"context"
	"crypto/rand"
	"crypto/subtle"
	"encoding/base64"
	"fmt"
	"strings"
	"time"

	"golang.org/x/crypto/argon2"
	"golang.org/x/text/unicode/norm"

	"casebook/internal/fault"
)

// cost is what it takes to try a password: memory in KiB, passes, and threads.
type cost struct {
	Memory, Passes uint32
	Threads        uint8
}

// present is what new passwords cost. Those kept before at another cost are still checked at theirs.
var present = cost{19 << 10, 2, 1}

const (
	saltSize = 16
	hashSize = 32
	// hashing is how many passwords are tried at a time: each takes a core and its memory.
	hashing = 2
	// patience is how long one waits for its turn.
	patience = 2 * time.Second
)

// hasher hashes passwords, a few at a time: a flood of logins must not take the server from those who play.
type hasher struct{ slots chan struct{} }

func newHasher() hasher { return hasher{make(chan struct{}, hashing)} }

// hash is a password as it is kept: a PHC string.
func (h hasher) hash(ctx context.Context, password string) (string, error) {
	salt := make([]byte, saltSize)
	_, _ = rand.Read(salt) // never fails: the program ends instead
	sum, err := h.sum(ctx, password, salt, present)
	if err != nil {
		return "", err
	}
	text := base64.RawStdEncoding.EncodeToString
	return fmt.Sprintf("$argon2id$v=%d$m=%d,t=%d,p=%d$%s$%s",
		argon2.Version, present.Memory, present.Passes, present.Threads, text(salt), text(sum)), nil
}

// matches reports whether a password is the one that was kept. Where none is, it does the same work in vain.
func (h hasher) matches(ctx context.Context, kept, password string) (bool, error) {
	none := kept == ""
	if none {
		kept = nobodys
	}
	c, salt, want, err := readPHC(kept)
	if err != nil {
		return false, err
	}
	sum, err := h.sum(ctx, password, salt, c)
	return err == nil && !none && subtle.ConstantTimeCompare(sum, want) == 1, err
}

// nobodys is checked where there is no password, so that the answer takes as long.
var nobodys = fmt.Sprintf("$argon2id$v=%d$m=%d,t=%d,p=%d$%s$%s",
	argon2.Version, present.Memory, present.Passes, present.Threads, strings.Repeat("A", 22), strings.Repeat("A", 43))

func (h hasher) sum(ctx context.Context, password string, salt []byte, c cost) ([]byte, error) {
	enough, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	select {
	case h.slots <- struct{}{}:
	case <-enough.Done():
		return nil, fault.New(fault.Unavailable, "logins_busy", fault.Text{
			FR: "Trop de personnes se connectent à la fois. Réessayez dans un instant.",
			EN: "Too many people are logging in at once. Try again in a moment.",
		})
	}
	defer func() { <-h.slots }()
	return argon2.IDKey([]byte(norm.NFC.String(password)), salt, c.Passes, c.Memory, c.Threads, hashSize), nil
}

// readPHC reads what hash wrote.
func readPHC(kept string) (c cost, salt, sum []byte, err error) {
	parts := strings.Split(kept, "$")
	if len(parts) != 6 || parts[1] != "argon2id" || parts[2] != fmt.Sprintf("v=%d", argon2.Version) {
		return c, nil, nil, fmt.Errorf("a password is kept in a way that is not known")
	}
	if _, err = fmt.Sscanf(parts[3], "m=%d,t=%d,p=%d", &c.Memory, &c.Passes, &c.Threads); err != nil {
		return c, nil, nil, fmt.Errorf("read the cost of a password: %w", err)
	}
	if salt, err = base64.RawStdEncoding.DecodeString(parts[4]); err == nil {
		sum, err = base64.RawStdEncoding.DecodeString(parts[5])
	}
	return c, salt, sum, err
}
