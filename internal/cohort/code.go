package cohort

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"strings"
)

// alphabet is Crockford's: no letter that is taken for a digit, or for another letter.
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

const (
	codeLength = 28 // letters of 5 random bits each
	codeGroup  = 4
)

// forgiving reads what people type for what they see.
var forgiving = strings.NewReplacer("O", "0", "I", "1", "L", "1", "-", "", " ", "", "\u00a0", "", "–", "", ".", "", "_", "")

// newCode makes an invitation's code, in groups that can be read out.
func newCode() string {
	var random [codeLength]byte
	_, _ = rand.Read(random[:]) // never fails: the program ends instead
	var code strings.Builder
	for i, b := range random {
		if i > 0 && i%codeGroup == 0 {
			code.WriteByte('-')
		}
		code.WriteByte(alphabet[b%32])
	}
	return code.String()
}

// digestOf stands for a code in the database: whoever reads it there cannot join with it. False when it can be no code.
func digestOf(code string) (string, bool) {
	code = forgiving.Replace(strings.ToUpper(strings.TrimSpace(code)))
	if len(code) != codeLength || strings.Trim(code, alphabet) != "" {
		return "", false
	}
	sum := sha256.Sum256([]byte("invitation " + code))
	return base64.RawURLEncoding.EncodeToString(sum[:]), true
}
