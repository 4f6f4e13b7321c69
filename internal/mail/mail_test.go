package mail

import (
	"errors"
	"io"
	"mime/quotedprintable"
	"net"
	"net/mail"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/emersion/go-smtp"

	"casebook/internal/account"
	"casebook/internal/fault"
)

// office is an SMTP server that keeps what it is brought.
type office struct {
	mu      sync.Mutex
	to      []string
	letters []string
	refuses bool
}

func (o *office) NewSession(*smtp.Conn) (smtp.Session, error) { return &counter{o}, nil }

// counter is where one client hands its letters in.
type counter struct{ *office }

func (c *counter) Mail(string, *smtp.MailOptions) error { return nil }

func (c *counter) Rcpt(to string, _ *smtp.RcptOptions) error {
	if c.refuses {
		return &smtp.SMTPError{Code: 550, Message: "no such mailbox: " + to}
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	c.to = append(c.to, to)
	return nil
}

func (c *counter) Data(r io.Reader) error {
	data, err := io.ReadAll(r)
	c.mu.Lock()
	defer c.mu.Unlock()
	c.letters = append(c.letters, string(data))
	return err
}

func (c *counter) Reset()        {}
func (c *counter) Logout() error { return nil }

// open serves an office on this machine, until the test ends.
func (o *office) open(t *testing.T) (address string) {
	t.Helper()
	l, err := (&net.ListenConfig{}).Listen(t.Context(), "tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	s := smtp.NewServer(o)
	s.Domain, s.ReadTimeout, s.WriteTimeout = "localhost", 5*time.Second, 5*time.Second
	ended := make(chan struct{})
	go func() {
		_ = s.Serve(l) // until it is closed
		close(ended)
	}()
	t.Cleanup(func() {
		if err := s.Close(); err != nil && !errors.Is(err, net.ErrClosed) {
			t.Error(err)
		}
		<-ended
	})
	return "smtp://" + l.Addr().String() + "?tls=none"
}

var invitation = account.Mail{Kind: account.ToInvite, Name: "Zoé <Martin>", Email: "zoe@example.org", Lang: "fr", Token: "a-token"}

func TestALetterArrivesInThePersonsLanguage(t *testing.T) {
	var o office
	c, err := New(o.open(t), "casebook@example.org", "https://casebook.example.org")
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Deliver(t.Context(), invitation); err != nil {
		t.Fatal(err)
	}
	if len(o.to) != 1 || o.to[0] != "zoe@example.org" {
		t.Fatalf("brought to %q", o.to)
	}
	said, err := io.ReadAll(quotedprintable.NewReader(strings.NewReader(o.letters[0])))
	if err != nil && len(said) == 0 {
		t.Fatal(err)
	}
	for _, want := range []string{
		"Bonjour Zoé <Martin>,", "Bonjour Zoé &lt;Martin&gt;,", "https://casebook.example.org/link/a-token\r\n", "Choisir un mot de passe",
		"rien\u00a0: rien", "multipart/alternative", "Auto-Submitted: auto-generated",
	} {
		if !strings.Contains(string(said), want) {
			t.Errorf("%q is not in\n%s", want, said)
		}
	}
}

func TestANameLeadsALetterNowhereElse(t *testing.T) {
	var o office
	c, err := New(o.open(t), "casebook@example.org", "https://casebook.example.org")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{
		`Jean "JJ" Dupont`, `Jean\`, `x" <eve@example.org>, "y`, `x" <eve@example.org> (`, `eve@example.org`, `<eve@example.org>`, "Zoé\u2028Bcc: eve@example.org",
		strings.Repeat("Zoé, ", 24),
	} {
		o.to, o.letters = nil, nil
		m := invitation
		m.Name = name
		if err := c.Deliver(t.Context(), m); err != nil {
			t.Errorf("to %q: %v", name, err)
			continue
		}
		letter, err := mail.ReadMessage(strings.NewReader(o.letters[0]))
		if err != nil {
			t.Fatal(err)
		}
		to, err := letter.Header.AddressList("To")
		if err != nil || len(to) != 1 || to[0].Name != name || to[0].Address != "zoe@example.org" || letter.Header.Get("Bcc") != "" {
			t.Errorf("a letter to %q is for %v, %v", name, to, err)
		}
		if len(o.to) != 1 || o.to[0] != "zoe@example.org" {
			t.Errorf("a letter to %q is brought to %q", name, o.to)
		}
	}
}

func TestEveryKindOfLetterIsWrittenInBothLanguages(t *testing.T) {
	c := &Carrier{site: "https://casebook.example.org"}
	for _, kind := range []account.LetterKind{account.ToInvite, account.ToReset, account.ToClaim, account.Taken} {
		for _, lang := range []string{"fr", "en"} {
			text, page, subject, err := c.write(account.Mail{Kind: kind, Name: "Zoé", Lang: lang})
			if err != nil || subject == "" || !strings.Contains(text, "https://casebook.example.org/") || !strings.Contains(page, `<html lang="`+lang+`">`) {
				t.Errorf("%s in %s: %q, %v\n%s", kind, lang, subject, err, text)
			}
		}
	}
}

func TestAnErrorNeverTellsWhomALetterWasFor(t *testing.T) {
	o := office{refuses: true}
	c, err := New(o.open(t), "casebook@example.org", "https://casebook.example.org")
	if err != nil {
		t.Fatal(err)
	}
	err = c.Deliver(t.Context(), invitation)
	if err == nil || strings.Contains(err.Error(), "zoe") || !strings.Contains(err.Error(), "550") {
		t.Errorf("said %v", err)
	}
	away, err := New("smtp://127.0.0.1:1?tls=none", "casebook@example.org", "")
	if err != nil {
		t.Fatal(err)
	}
	if err := away.Deliver(t.Context(), invitation); err == nil || strings.Contains(err.Error(), "zoe") {
		t.Errorf("said %v", err)
	}
}

func TestAServerWithoutTLSIsRefusedUnlessItIsAskedFor(t *testing.T) {
	var o office
	plain, _, _ := strings.Cut(o.open(t), "?")
	c, err := New(plain, "casebook@example.org", "")
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Deliver(t.Context(), invitation); err == nil || len(o.letters) > 0 {
		t.Errorf("a letter left in the clear: %v", err)
	}
}

func TestAnAddressThatIsNoneIsRefusedWithoutRepeatingIt(t *testing.T) {
	for _, address := range []string{"host:25", "http://user:hunter2@host", "smtp://", "://hunter2"} {
		_, err := New(address, "casebook@example.org", "")
		f, ok := fault.From(err)
		if !ok || f.Code != "bad_smtp_url" || strings.Contains(f.Text.EN+f.Error(), "hunter2") {
			t.Errorf("%s: %v", address, err)
		}
	}
	if _, err := New("smtp://host", "nobody", ""); err == nil {
		t.Error("letters would come from no address")
	}
}
