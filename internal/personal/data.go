package personal

import (
	"encoding/json"
	"io"
	"time"

	"casebook/internal/attempt"
	"casebook/internal/cohort"
)

// The format of data.json: see README.txt in the archive. Names in it are never changed, only added to.
type (
	accountData struct {
		ID        string     `json:"id"`
		Kind      string     `json:"kind"`
		Role      string     `json:"role"`
		Name      string     `json:"name,omitempty"`
		Email     string     `json:"email,omitempty"`
		Lang      string     `json:"lang,omitempty"`
		CreatedAt time.Time  `json:"createdAt"`
		Verified  *time.Time `json:"verifiedAt,omitempty"`
	}
	headData struct {
		Format     string          `json:"format"`
		At         time.Time       `json:"exportedAt"`
		Account    accountData     `json:"account"`
		Enrolments []enrolmentData `json:"enrolments"`
		Posts      []postData      `json:"posts"`
		Logins     []loginData     `json:"logins"`
		Identities []identityData  `json:"identities"`
	}
	enrolmentData struct {
		Cohort     string     `json:"cohort"`
		Way        cohort.Way `json:"way"`
		NoticeRead int        `json:"noticeRead"`
		EnrolledAt time.Time  `json:"enrolledAt"`
		LeftAt     *time.Time `json:"leftAt,omitempty"`
	}
	postData struct {
		Cohort string      `json:"cohort"`
		Post   cohort.Post `json:"post"`
	}
	loginData struct {
		Way      string    `json:"way"`
		Device   string    `json:"device"`
		OpenedAt time.Time `json:"openedAt"`
		EndsAt   time.Time `json:"endsAt"`
	}
	identityData struct {
		Issuer   string    `json:"issuer"`
		Subject  string    `json:"subject"`
		LinkedAt time.Time `json:"linkedAt"`
	}
	draftData struct {
		Step       int       `json:"step"`
		Choice     string    `json:"choice,omitempty"`
		Rationale  string    `json:"rationale,omitempty"`
		Confidence int       `json:"confidence,omitempty"`
		Exhibit    string    `json:"exhibit,omitempty"`
		Read       []string  `json:"read,omitempty"`
		SavedAt    time.Time `json:"savedAt"`
	}
	attemptData struct {
		ID         string              `json:"id"`
		Case       string              `json:"case"`
		Version    int                 `json:"version"`
		Title      string              `json:"title"`
		Lang       string              `json:"lang"`
		Status     attempt.Status      `json:"status"`
		StartedAt  time.Time           `json:"startedAt"`
		EndedAt    *time.Time          `json:"endedAt,omitempty"`
		Ending     string              `json:"ending,omitempty"`
		Score      *float64            `json:"score,omitempty"`
		Competency []competencyData    `json:"competencies,omitempty"`
		Decisions  []decisionData      `json:"decisions"`
		Draft      *draftData          `json:"draft,omitempty"`
		Reflection *attempt.Reflection `json:"reflection,omitempty"`
	}
	competencyData struct {
		ID    string  `json:"id"`
		Label string  `json:"label"`
		Score float64 `json:"score"`
	}
	decisionData struct {
		Step       int       `json:"step"`
		Moment     string    `json:"moment"`
		Move       string    `json:"move"`
		Label      string    `json:"label"`
		TimedOut   bool      `json:"timedOut,omitempty"`
		Rationale  string    `json:"rationale,omitempty"`
		Confidence int       `json:"confidence,omitempty"`
		TookMs     int64     `json:"tookMs"`
		At         time.Time `json:"at"`
		Comment    string    `json:"comment,omitempty"`
	}
	entryData struct {
		At      time.Time `json:"at"`
		By      string    `json:"by"`
		Action  string    `json:"action"`
		Subject string    `json:"subject"`
	}
)

func some(t time.Time) *time.Time {
	if t.IsZero() {
		return nil
	}
	return &t
}

// data writes what a program reads, an attempt at a time.
func (a *archive) data(w io.Writer) error {
	text, err := json.MarshalIndent(a.head(), "", "  ")
	if err != nil {
		return err
	}
	l := lister{w: w}
	l.write(text[:len(text)-2]) // its last brace comes at the end
	l.begin("attempts")
	for s, err := range a.stories() {
		if err != nil {
			return err
		}
		l.item(a.attemptData(s))
	}
	l.end()
	l.begin("seenBy")
	for t, err := range a.aboutMe() {
		if err != nil {
			return err
		}
		l.item(entryData{t.At, t.Actor.Name, string(t.Action), t.Subject.Kind + "/" + t.Subject.ID})
	}
	l.end()
	l.write([]byte("\n}\n"))
	return l.err
}

// head is all but what is written an item at a time.
func (a *archive) head() headData {
	h := headData{
		Format: "casebook personal data 1", At: a.srv.now(),
		Account: accountData{
			a.by.ID.String(), string(a.by.Kind), string(a.by.Role), a.by.Name, a.by.Email, a.by.Lang, a.by.CreatedAt, some(a.by.VerifiedAt),
		},
		Enrolments: []enrolmentData{}, Posts: []postData{}, Logins: []loginData{}, Identities: []identityData{},
	}
	for _, e := range a.held.Enrolments {
		h.Enrolments = append(h.Enrolments, enrolmentData{e.Cohort, e.Way, e.NoticeRead, e.EnrolledAt, some(e.LeftAt)})
	}
	for _, p := range a.held.Posts {
		h.Posts = append(h.Posts, postData(p))
	}
	for _, l := range a.held.Logins {
		h.Logins = append(h.Logins, loginData(l))
	}
	for _, i := range a.held.Identities {
		h.Identities = append(h.Identities, identityData(i))
	}
	return h
}

func (a *archive) attemptData(s *story) attemptData {
	d := attemptData{
		ID: s.ID.String(), Case: s.Scenario.ID, Version: s.Scenario.Version, Title: s.text.Title, Lang: s.Lang, Status: s.Status,
		StartedAt: s.StartedAt, EndedAt: some(s.EndedAt), Decisions: []decisionData{},
	}
	if w := &s.Draft; w.Revision > 0 {
		d.Draft = &draftData{w.Step, w.Choice, w.Rationale, w.Confidence, w.Exhibit, w.Read, w.SavedAt}
	}
	if s.Reflection != (attempt.Reflection{}) {
		d.Reflection = &s.Reflection
	}
	if s.debrief != nil {
		d.Ending, d.Score = s.debrief.Outcome.Title, s.debrief.Outcome.Capped
		for _, c := range s.debrief.Competencies {
			d.Competency = append(d.Competency, competencyData{c.ID, c.Label, c.Score})
		}
	}
	for step := range s.Decisions {
		made := &s.Decisions[step]
		d.Decisions = append(d.Decisions, decisionData{
			Step: step, Moment: s.node(made), Move: s.move(made), Label: s.label(made), TimedOut: made.TimedOut, Rationale: made.Rationale,
			Confidence: made.Confidence, TookMs: made.Took.Milliseconds(), At: made.At, Comment: a.held.Comments[Place{s.ID, step}],
		})
	}
	return d
}

// lister writes lists into a JSON object as they are read; the first error stays.
type lister struct {
	w     io.Writer
	items int
	err   error
}

func (l *lister) write(text []byte) {
	if l.err == nil {
		_, l.err = l.w.Write(text)
	}
}

func (l *lister) begin(name string) {
	l.items = 0
	l.write([]byte(",\n  \"" + name + "\": ["))
}

func (l *lister) item(v any) {
	text, err := json.MarshalIndent(v, "    ", "  ")
	if err != nil {
		l.err = err
		return
	}
	if l.items++; l.items > 1 {
		l.write([]byte(","))
	}
	l.write([]byte("\n    "))
	l.write(text)
}

func (l *lister) end() { l.write([]byte("\n  ]")) }
