package main

import (
	"encoding/json"
	"net/http"
	"os"
	"strings"
	"testing"

	"casebook/api"
	"casebook/internal/scenario"
)

// TestNothingUnrevealedIsEverTold plays the client who shouts and listens to every answer: none may hold a text that has
// not been reached, nor anything about worth, nor a hidden gauge or flag.
func TestNothingUnrevealedIsEverTold(t *testing.T) {
	for _, play := range [][]string{
		{"?carnet", "?lea", "appeler", "nommer"},
		{"?orga", "attendre", "encaisser", "couper"},
		{"ecrire", "nommer-vague"},
		{"attendre", "ultimatum", "ceder"},
	} {
		t.Run(strings.Join(play, " "), func(t *testing.T) {
			p := start(t).guest(t)
			l := listener{t: t, sc: toxicCase(t), reached: map[string]bool{"signal": true, "#fil": true}}
			p.heard = l.hear
			p.ask("GET", "/api/v1/scenarios?lang=fr", "").want(http.StatusOK)
			a := p.begin()
			for a.Status == api.AttemptStatusInProgress {
				move := a.Choices[0].ID
				if len(play) > 0 {
					move, play = play[0], play[1:]
				}
				l.expect(a.Node.ID, move)
				a = p.move(a, move).want(http.StatusOK).attempt()
				p.ask("GET", path(a, ""), "")
				p.ask("GET", "/api/v1/attempts", "")
				p.ask("POST", path(a, "/decisions"), `{"choice": "nommer", "step": 0}`)
				if a.Status == api.AttemptStatusInProgress {
					p.ask("GET", path(a, "/debrief"), "").want(http.StatusConflict)
				}
			}
			if l.heard == 0 || l.held == 0 {
				t.Fatalf("heard %d answers against %d secrets", l.heard, l.held)
			}
			p.heard = nil
			debrief := p.ask("GET", path(a, "/debrief"), "").want(http.StatusOK)
			if len(l.told(debrief)) == 0 {
				t.Error("the debrief tells no secret: this test is blind")
			}
		})
	}
}

func toxicCase(t *testing.T) *scenario.Scenario {
	t.Helper()
	sc, issues := scenario.Parse(os.DirFS(shouted), nil)
	if sc == nil {
		t.Fatal(issues.In("en"))
	}
	return sc
}

// listener knows what a trainee may have read by now. reached holds nodes, moves as node/choice and node?look,
// delayed consequences as node/choice+, what was on offer as “node/choice offered”, what was explained as “node/choice
// explained”, and exhibits as #id.
type listener struct {
	t           *testing.T
	sc          *scenario.Scenario
	learning    bool // decisions are explained once they are made
	reached     map[string]bool
	heard, held int
}

// expect notes what a move may bring. Where it leads to is told by the answer itself: its node, and the beats before.
func (l *listener) expect(node, move string) {
	if look, ok := strings.CutPrefix(move, "?"); ok {
		l.reached[node+"?"+look] = true
		l.reached["#"+map[string]string{"carnet": "carnet", "orga": "organigramme"}[look]] = true
		return
	}
	l.reached[node+"/"+move] = true
	l.reached[node+"/"+move+" explained"] = l.learning
}

func (l *listener) hear(r reply) {
	l.heard++
	var a api.Attempt
	if json.Unmarshal(r.body, &a) == nil && a.Node.ID != "" {
		l.arrive(a)
	}
	for _, secret := range l.told(r) {
		l.t.Errorf("told too early: %s\nin %s", secret, r.body)
	}
}

// arrive notes what the present node opens: itself, the chance node that the first call leads through, and what was
// delayed until two nodes after the wait.
func (l *listener) arrive(a api.Attempt) {
	l.reached[a.Node.ID] = true
	for _, c := range a.Choices {
		l.reached[a.Node.ID+"/"+c.ID+" offered"] = true
	}
	for _, look := range a.Looks {
		l.reached[a.Node.ID+"?"+look.ID+" offered"] = true
	}
	chose := func(move string) bool {
		for made := range l.reached {
			if strings.HasSuffix(made, "/"+move) {
				return true
			}
		}
		return false
	}
	if chose("nommer") || chose("nommer-vague") {
		l.reached["reaction"] = true
		l.reached["reaction>"+a.Node.ID] = true
	}
	if chose("attendre") && a.Node.ID != "appel" {
		l.reached["signal/attendre+"] = true
	}
	if chose("minimiser") {
		l.reached["excuses/minimiser+"] = true
	}
}

// told lists the secrets that an answer tells.
func (l *listener) told(r reply) []string {
	var answer any
	if err := json.Unmarshal(r.body, &answer); err != nil {
		l.t.Fatalf("%v in %s", err, r.body)
	}
	said := words{}
	said.gather(answer)
	if whole, ok := answer.(map[string]any); ok && l.learning {
		delete(whole, "explanation") // its texts are heard, its keys may be there
		open := words{}
		open.gather(answer)
		said.keys = open.keys
	}
	var found []string
	for _, key := range worth {
		if said.keys[key] {
			found = append(found, "the key "+key)
		}
	}
	for _, v := range l.sc.Vars {
		if !v.Shown && said.whole[v.ID] {
			found = append(found, "the gauge or flag "+v.ID)
		}
	}
	all := strings.Join(said.all, "\n")
	for place, secret := range l.secrets() {
		l.held++
		if strings.Contains(all, secret) {
			found = append(found, place+": "+secret)
		}
	}
	return found
}

// worth are keys that only a debrief may have.
var worth = []string{
	"explanation", "score", "scoreCapped", "regret", "maxRegret", "stake", "luck", "best", "bestMove", "total", "evidence", "points", "seed",
	"offered", "alternatives", "incident", "incidents", "expertHtml", "temptingHtml", "laterHtml", "resultHtml", "probability",
	"outcome", "weight", "series", "state", "flags", "takeaways", "conclusion", "mustMissing", "calibration", "uniformRandomScore",
}

// words is what an answer says: its keys, its texts, and its texts taken whole.
type words struct {
	keys, whole map[string]bool
	all         []string
}

func (w *words) gather(v any) {
	if w.keys == nil {
		w.keys, w.whole = map[string]bool{}, map[string]bool{}
	}
	switch v := v.(type) {
	case map[string]any:
		for key, value := range v {
			w.keys[key] = true
			w.gather(value)
		}
	case []any:
		for _, value := range v {
			w.gather(value)
		}
	case string:
		w.whole[v] = true
		w.all = append(w.all, v)
	}
}
