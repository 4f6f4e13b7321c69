//go:build trials

package trials

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"strings"
	"time"
)

// trainee is a guest who plays as fast as the server answers, and remembers what they were told.
type trainee struct {
	number   int
	url      string
	client   *http.Client
	cookie   string
	hears    func(answer)
	attempts []*attempt
	now      stage // where the last attempt stands
}

// attempt is the ledger of one attempt: the decisions that were sent, in order. All but the last were acknowledged.
type attempt struct {
	id    string
	begun time.Time // when that was acknowledged
	moves []*move
}

type move struct {
	choice, key  string
	acknowledged time.Time // zero when it was not
}

// stage is what is read of an answer that shows an attempt.
type stage struct {
	ID, Status string
	Step       int
	Choices    []struct{ ID string }
	Thread     []struct {
		Step int
		Move string
	}
}

// answer is what a request was answered, or was not: then its status is 0.
type answer struct {
	what       string
	sent       time.Time
	took       time.Duration
	status     int
	retryAfter string
	code       string // of a problem
	detail     string
	step       int
	body       []byte
}

func (a answer) ok() bool { return a.status == http.StatusOK || a.status == http.StatusCreated }

// ask sends a request and reads the whole answer.
func (p *trainee) ask(ctx context.Context, what, method, path, body, key string) answer {
	a := answer{what: what, sent: time.Now()}
	defer func() { p.hears(a) }()
	req, err := http.NewRequestWithContext(ctx, method, p.url+path, strings.NewReader(body))
	if err != nil {
		a.detail = err.Error()
		return a
	}
	if body != "" {
		req.Header.Set("Content-Type", "application/json")
	}
	if key != "" {
		req.Header.Set("Idempotency-Key", key)
	}
	if p.cookie != "" {
		req.Header.Set("Cookie", p.cookie)
	}
	res, err := p.client.Do(req)
	if err != nil {
		a.detail = err.Error()
		return a
	}
	defer func() { _ = res.Body.Close() }() // it was read to its end
	a.body, err = io.ReadAll(res.Body)
	a.took = time.Since(a.sent)
	if err != nil {
		a.detail = err.Error()
		return a
	}
	a.status, a.retryAfter = res.StatusCode, res.Header.Get("Retry-After")
	if !a.ok() {
		var problem struct {
			Code, Detail string
			Step         int
		}
		if json.Unmarshal(a.body, &problem) == nil {
			a.code, a.detail, a.step = problem.Code, problem.Detail, problem.Step
		}
	}
	for _, c := range res.Cookies() {
		if c.Name == "casebook_session" {
			p.cookie = c.Name + "=" + c.Value
		}
	}
	return a
}

// signIn opens a guest account.
func (p *trainee) signIn(ctx context.Context) answer {
	return p.ask(ctx, "guest", http.MethodPost, "/api/v1/guests", "", "")
}

// begin begins an attempt.
func (p *trainee) begin(ctx context.Context) answer {
	a := p.ask(ctx, "begin", http.MethodPost, "/api/v1/attempts", `{"scenario":"client-toxique","lang":"fr"}`, "")
	if a.ok() && p.see(a) {
		p.attempts = append(p.attempts, &attempt{id: p.now.ID, begun: time.Now()})
	}
	return a
}

func (p *trainee) see(a answer) bool {
	p.now = stage{}
	return json.Unmarshal(a.body, &p.now) == nil
}

// read asks where an attempt stands.
func (p *trainee) read(ctx context.Context, id string) answer {
	return p.ask(ctx, "read", http.MethodGet, "/api/v1/attempts/"+id, "", "")
}

// decide sends a decision.
func (p *trainee) decide(ctx context.Context, id string, step int, choice, key string) answer {
	body := fmt.Sprintf(`{"choice":%q,"step":%d}`, choice, step)
	return p.ask(ctx, "decide", http.MethodPost, "/api/v1/attempts/"+id+"/decisions", body, key)
}

// play goes one step further: it begins an attempt, decides, or sends again the decision that was not acknowledged.
func (p *trainee) play(ctx context.Context) answer {
	if p.now.Status != "in_progress" || len(p.now.Choices) == 0 {
		return p.begin(ctx)
	}
	at := p.attempts[len(p.attempts)-1]
	if len(at.moves) == p.now.Step {
		choice := p.now.Choices[(p.number+p.now.Step)%len(p.now.Choices)].ID
		at.moves = append(at.moves, &move{choice: choice, key: fmt.Sprintf("%s-%d", at.id, p.now.Step)})
	}
	m := at.moves[p.now.Step]
	a := p.decide(ctx, at.id, p.now.Step, m.choice, m.key)
	switch {
	case a.ok() && p.see(a):
		m.acknowledged = time.Now()
	case p.hasty():
		p.now = stage{}
	}
	return a
}

// hasty trainees leave an attempt whose decision was not acknowledged, so that it can be seen what became of it. The
// others send it again, with the same key.
func (p *trainee) hasty() bool { return p.number%2 == 0 }
