package account

import (
	"strings"
	"testing"

	"casebook/internal/fault"
)

func TestWhatAnybodyWouldGuessIsRefused(t *testing.T) {
	zoe := Account{Name: "Zoé Le Martin", Email: "zoe.martinot@consulting-house.example"}
	for password, code := range map[string]string{
		"quatre mots sans rapport":         "",
		"tracteur bleu omelette":           "",
		"Un cheval mange des lampadaires":  "",
		"kX9#vQ2$mL7@pR4":                  "",
		"长城上的月亮照着一只蓝色的鸟在飞":                 "",
		"fourteen chars":                   "short_password",
		"":                                 "short_password",
		strings.Repeat("long ", 60):        "long_password",
		"line\nbreak in the middle":        "unreadable_password",
		"bad \xff encoding in here":        "unreadable_password",
		"passwordpassword":                 "common_password",
		"Password123456789":                "common_password",
		"P@ssw0rdP@ssw0rd":                 "common_password",
		"motdepasse202620262026":           "common_password",
		"Mot de passe 12345":               "common_password",
		"aaaaaaaaaaaaaaaa":                 "common_password",
		"abcabcabcabcabcabc":               "common_password",
		"azertyuiopqsdfghjklm":             "common_password",
		"qwertyuiop123456":                 "common_password",
		"1234567890123456":                 "common_password",
		"correct horse battery staple":     "common_password",
		"zoe martin zoe martin":            "common_password",
		"zoemartinot2026!!":                "common_password",
		"casebook casebook!":               "common_password",
		"consulting-house-1":               "common_password",
		"iloveyou iloveyou 1":              "common_password",
		"!!!!!!!!!!!!!!!!!!!!":             "common_password",
		"motdepasse" + "zorgluburlutabaga": "",
	} {
		err := CheckPassword(password, zoe)
		f, refused := fault.From(err)
		switch {
		case code == "" && err != nil:
			t.Errorf("%q is refused: %v", password, err)
		case code != "" && (!refused || f.Code != code || f.Extra["fields"] == nil):
			t.Errorf("%q: %v, want %s", password, err, code)
		}
	}
}

func FuzzPassword(f *testing.F) {
	f.Add("quatre mots sans rapport", "Zoé", "zoe@example.org")
	f.Fuzz(func(t *testing.T, password, name, email string) {
		once, again := CheckPassword(password, Account{Name: name, Email: email}), CheckPassword(password, Account{Name: name, Email: email})
		if (once == nil) != (again == nil) {
			t.Error("judged otherwise the second time")
		}
		if once == nil && len([]rune(password)) < shortest-3 {
			t.Errorf("%q passes", password)
		}
	})
}
