package main

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func TestServeRefusesWithAPlainSentenceAndWritesNothing(t *testing.T) {
	taken, err := (&net.ListenConfig{}).Listen(t.Context(), "tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = taken.Close() }()
	dir := t.TempDir()
	file := func(name, content string) string {
		t.Helper()
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	file("broken/scenario.yaml", "format: scenario/1\nid: broken\n")
	for _, c := range []struct {
		name   string
		args   []string
		code   int
		en, fr string
	}{
		{"a port in use", []string{"--addr", taken.Addr().String()}, failed, "is taken already", "est déjà pris"},
		{"an address that is none", []string{"--addr", "here"}, badUsage, "host:port", "hôte:port"},
		{"a host that is not here", []string{"--addr", "203.0.113.1:80"}, failed, "Cannot listen", "Impossible d’écouter"},
		{"a flag that is none", []string{"--adr", "x"}, badUsage, "Did you mean --addr?", "Vouliez-vous dire --addr\u202f?"},
		{"another flag that is none", []string{"--frobnicate"}, badUsage, "casebook help serve", "casebook help serve"},
		{"a flag without its value", []string{"--addr"}, badUsage, "--addr needs a value", "--addr attend une valeur"},
		{"a word too many", []string{"now"}, badUsage, "“now” is one too many", "«\u00a0now\u00a0» est de trop"},
		{"metrics for everybody", []string{"--metrics", "0.0.0.0:9090"}, badUsage, "on this machine only", "que sur cette machine"},
		{"metrics for everybody, unsaid", []string{"--metrics", ":9090"}, badUsage, "on this machine only", "que sur cette machine"},
		{"metrics for a network", []string{"--metrics", "192.0.2.1:9090"}, badUsage, "on this machine only", "que sur cette machine"},
		{"metrics nowhere", []string{"--metrics", "here"}, badUsage, "--metrics 127.0.0.1:8080", "--metrics 127.0.0.1:8080"},
		{"metrics where somebody is", []string{"--metrics", taken.Addr().String()}, failed, "serve --metrics 127.0.0.1:", "serve --metrics 127.0.0.1:"},
		{"a duration that is none", []string{"--drain", "soon"}, badUsage, "casebook help serve", "casebook help serve"},
		{"a folder that is not there", []string{"--database", filepath.Join(dir, "none", "c.db")}, failed, "mkdir -p", "mkdir -p"},
		{"a database that is none", []string{"--database", file("notes.txt", strings.Repeat("bonjour ", 999))}, failed, "not a SQLite database", "n’est pas une base SQLite"},
		{"a database that was emptied", []string{"--database", file("empty.db", "")}, failed, "is empty", "est vide"},
		{"a database that is a folder", []string{"--database", dir}, failed, "is not a file", "n’est pas un fichier"},
		{"a database whose journal is left alone", []string{"--database", strings.TrimSuffix(file("gone.db-wal", "journal"), "-wal")}, failed, "casebook restore BACKUP.db --database", "casebook restore BACKUP.db --database"},
		{"a broken case", []string{"--scenarios", filepath.Join(dir, "broken")}, failed, "scenario.yaml:1:1: [S", "scenario.yaml:1:1: [S"},
		{"a folder without a case", []string{"--scenarios", t.TempDir()}, failed, "There is no case in", "Il n’y a pas de cas dans"},
		{"a folder that cannot be read", []string{"--scenarios", filepath.Join(dir, "none")}, failed, "cannot be read", "ne peut pas être lu"},
	} {
		t.Run(c.name, func(t *testing.T) {
			database := filepath.Join(t.TempDir(), "casebook.db")
			args := append([]string{"serve", "--addr", "127.0.0.1:0", "--database", database}, c.args...)
			for want, env := range map[string]func(string) string{c.en: english, c.fr: french} {
				code, out, err := invoke(env, args...)
				if code != c.code || !strings.Contains(err, want) || out != "" {
					t.Errorf("code %d, said %q and %q, want %q", code, out, err, want)
				}
			}
			if _, err := os.Stat(database); err == nil {
				t.Error("a database was left behind")
			}
		})
	}
	for name, size := range map[string]int64{"notes.txt": 7992, "empty.db": 0, "gone.db-wal": 7} {
		if info, err := os.Stat(filepath.Join(dir, name)); err != nil || info.Size() != size {
			t.Errorf("%s was changed: %v, %v", name, info, err)
		}
	}
}

func TestCommandsAreFoundOrSuggested(t *testing.T) {
	for _, c := range []struct {
		args []string
		code int
		says string
	}{
		{nil, badUsage, "Usage: casebook COMMAND"},
		{[]string{"help"}, fine, "start the server"},
		{[]string{"--help"}, fine, "start the server"},
		{[]string{"help", "serve"}, fine, "--database BASE"},
		{[]string{"serve", "--help"}, fine, "--database BASE"},
		{[]string{"help", "srve"}, badUsage, "casebook serve"},
		{[]string{"sevre"}, badUsage, "Did you mean “casebook serve”?"},
		{[]string{"dance"}, badUsage, "“casebook help” lists them"},
	} {
		code, out, err := invoke(english, c.args...)
		if said := out + err; code != c.code || !strings.Contains(said, c.says) {
			t.Errorf("%q: code %d, %s", c.args, code, said)
		}
		if c.code == fine == (err != "") {
			t.Errorf("%q spoke to the wrong ear: %q, %q", c.args, out, err)
		}
	}
}

func TestTheEnvironmentChoosesTheLanguage(t *testing.T) {
	for _, c := range []struct {
		env  map[string]string
		want string
	}{
		{nil, "en"},
		{map[string]string{"LANG": "fr_CA.UTF-8"}, "fr"},
		{map[string]string{"LANG": "fr_FR", "LC_ALL": "C.UTF-8"}, "en"},
		{map[string]string{"LANG": "en_GB", "LC_MESSAGES": "fr_FR"}, "fr"},
		{map[string]string{"LC_ALL": "en_GB", "CASEBOOK_LANG": "FR"}, "fr"},
	} {
		if got := spoken(func(name string) string { return c.env[name] }); got != c.want {
			t.Errorf("%v speaks %s", c.env, got)
		}
	}
}

func TestAttemptsAndLoginsOutliveARestart(t *testing.T) {
	s := start(t)
	p := s.guest(t)
	a := p.move(p.begin(), "?carnet").want(http.StatusOK).attempt()
	if code := s.stop(); code != fine {
		t.Fatalf("stopped with %d", code)
	}
	again := start(t, "--database", s.database)
	cookies := p.browser.Jar
	p = again.visitor(t)
	p.browser.Jar = cookies
	if now := p.ask("GET", path(a, ""), "").want(http.StatusOK).attempt(); now.Step != 1 || now.Version != 1 {
		t.Errorf("resumed at step %d of version %d", now.Step, now.Version)
	}
}

// A request whose body is still on its way when the server is asked to stop is answered.
func TestStoppingAnswersWhatWasAccepted(t *testing.T) {
	s := start(t)
	p := s.guest(t)
	host := strings.TrimPrefix(s.url, "http://")
	conn, err := (&net.Dialer{}).DialContext(t.Context(), "tcp", host)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = conn.Close() }()
	body := `{"scenario": "client-toxique", "lang": "fr"}`
	site, _ := url.Parse(s.url)
	fmt.Fprintf(conn, "POST /api/v1/attempts HTTP/1.1\r\nHost: %s\r\nCookie: %s\r\nContent-Type: application/json\r\n"+
		"Content-Length: %d\r\nExpect: 100-continue\r\n\r\n", host, p.browser.Jar.Cookies(site)[0], len(body))
	answers := bufio.NewReader(conn)
	if line, err := answers.ReadString('\n'); err != nil || !strings.Contains(line, "100 Continue") {
		t.Fatalf("%q, %v", line, err)
	}
	code := make(chan int, 1)
	go func() { code <- s.stop() }()
	waitUntilClosed(t, host)
	fmt.Fprint(conn, body)
	if rest, err := io.ReadAll(answers); err != nil || !strings.Contains(string(rest), "HTTP/1.1 201 Created") {
		t.Errorf("the accepted request was answered %q, %v", rest, err)
	}
	if got := <-code; got != fine {
		t.Errorf("exit code %d", got)
	}
}

// waitUntilClosed returns once nobody listens any more.
func waitUntilClosed(t *testing.T, address string) {
	t.Helper()
	for {
		conn, err := (&net.Dialer{Timeout: time.Second}).DialContext(t.Context(), "tcp", address)
		if err != nil {
			return
		}
		if err := conn.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

func TestReadingWritesNothing(t *testing.T) {
	s := start(t)
	p := s.guest(t)
	a := p.begin()
	before, err := os.ReadFile(s.database + "-wal")
	if err != nil {
		t.Fatal(err)
	}
	for range 3 {
		for _, path := range []string{"/api/v1/me", "/api/v1/scenarios", "/api/v1/attempts", path(a, ""), "/readyz", "/"} {
			p.ask("GET", path, "", "Accept: text/html")
		}
	}
	if after, err := os.ReadFile(s.database + "-wal"); err != nil || !bytes.Equal(before, after) {
		t.Errorf("the journal grew from %d to %d bytes, %v", len(before), len(after), err)
	}
}
