package main

import (
	"io"
	"mime/quotedprintable"
	"net"
	"net/http"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/emersion/go-smtp"

	"casebook/api"
)

// letterbox is an SMTP server that keeps what it is brought.
type letterbox struct {
	mu      sync.Mutex
	letters []string
}

func (b *letterbox) NewSession(*smtp.Conn) (smtp.Session, error) { return b, nil }
func (b *letterbox) Mail(string, *smtp.MailOptions) error        { return nil }
func (b *letterbox) Rcpt(_ string, _ *smtp.RcptOptions) error    { return nil }
func (b *letterbox) Reset()                                      {}
func (b *letterbox) Logout() error                               { return nil }
func (b *letterbox) Data(r io.Reader) error {
	data, err := io.ReadAll(quotedprintable.NewReader(r))
	b.mu.Lock()
	defer b.mu.Unlock()
	b.letters = append(b.letters, string(data))
	return err
}

// next waits for the letter after so many, and answers the token of its link.
func (b *letterbox) next(t *testing.T, after int) (token string) {
	t.Helper()
	link := regexp.MustCompile(`/link/([\w-]+)`)
	for range 200 {
		b.mu.Lock()
		if len(b.letters) > after {
			defer b.mu.Unlock()
			found := link.FindStringSubmatch(b.letters[after])
			if found == nil {
				t.Fatalf("no link in\n%s", b.letters[after])
			}
			return found[1]
		}
		b.mu.Unlock()
		time.Sleep(50 * time.Millisecond)
	}
	t.Fatal("no letter came")
	return ""
}

func TestLinksGoOutByMailWhereThereIsAMailServer(t *testing.T) {
	l, err := (&net.ListenConfig{}).Listen(t.Context(), "tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	box := &letterbox{}
	post := smtp.NewServer(box)
	post.Domain = "localhost"
	go func() { _ = post.Serve(l) }()
	t.Cleanup(func() { _ = post.Close() })
	env := func(name string) string {
		return map[string]string{"CASEBOOK_SMTP_URL": "smtp://" + l.Addr().String() + "?tls=none"}[name]
	}
	s := startIn(t, env, "--public-url", "https://casebook.example.org/", "--mail-from", "casebook@example.org")
	admin := s.admin(t)
	var done api.InvitedPerson
	admin.ask("POST", "/api/v1/accounts", `{"name": "Zoé", "email": "zoe@example.org", "role": "trainee", "lang": "fr"}`).want(http.StatusCreated).into(&done)
	if !done.Mailed || done.Path != nil {
		t.Errorf("invited: %+v", done)
	}
	zoe := s.visitor(t)
	zoe.use("/link/" + box.next(t, 0)).want(http.StatusOK)
	s.visitor(t).ask("POST", "/api/v1/password-requests", `{"email": "zoe@example.org"}`).want(http.StatusAccepted)
	s.visitor(t).ask("POST", "/api/v1/password-requests", `{"email": "nobody@example.org"}`).want(http.StatusAccepted)
	again := s.visitor(t)
	again.use("/link/" + box.next(t, 1)).want(http.StatusOK)
	if !strings.Contains(box.letters[1], "https://casebook.example.org/link/") || len(box.letters) != 2 {
		t.Errorf("%d letters, the last\n%s", len(box.letters), box.letters[len(box.letters)-1])
	}
}
