package cohort

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"casebook/internal/fault"
)

var noon = time.Date(2026, 3, 9, 12, 0, 0, 0, time.UTC)

func entitled(change ...func(*Entitlement)) Entitlement {
	e := Entitlement{Assignment: Assignment{OpensAt: noon.Add(-time.Hour), DueAt: noon.Add(time.Hour), Attempts: 2}}
	for _, c := range change {
		c(&e)
	}
	return e
}

func made(ordinal int, underWay, ended bool) func(*Entitlement) {
	return func(e *Entitlement) {
		e.Made = append(e.Made, Made{ID: uuid.New(), Ordinal: ordinal, UnderWay: underWay, Ended: ended})
	}
}

func TestWhereSomebodyStandsWithAnAssignment(t *testing.T) {
	opens := func(at time.Time) func(*Entitlement) { return func(e *Entitlement) { e.OpensAt = at } }
	due := func(at time.Time) func(*Entitlement) { return func(e *Entitlement) { e.DueAt = at } }
	for name, c := range map[string]struct {
		e    Entitlement
		want Standing
		code string // of the refusal to begin, empty when they may
	}{
		"open":                         {entitled(), ToDo, ""},
		"open without end":             {entitled(due(time.Time{})), ToDo, ""},
		"not open yet":                 {entitled(opens(noon.Add(time.Second))), Later, "not_open_yet"},
		"at the moment that it opens":  {entitled(opens(noon)), ToDo, ""},
		"at the moment that it is due": {entitled(due(noon)), Missed, "past_due"},
		"under way":                    {entitled(made(1, true, false)), InProgress, "under_way"},
		"under way when it was due":    {entitled(made(1, true, false), due(noon)), InProgress, "past_due"},
		"done, with an attempt left":   {entitled(made(1, false, true)), Done, ""},
		"done, with none left":         {entitled(made(1, false, true), made(2, false, false)), Done, "no_attempts_left"},
		"given up as often as one may": {entitled(made(1, false, false), made(2, false, false)), Missed, "no_attempts_left"},
		"given up, and one was erased": {entitled(made(2, false, false)), Missed, "no_attempts_left"},
		"as often as they like":        {entitled(made(7, false, false), func(e *Entitlement) { e.Attempts = 0 }), ToDo, ""},
		"the cohort has been archived": {entitled(func(e *Entitlement) { e.Group.ArchivedAt = noon }), ToDo, "cohort_archived"},
	} {
		t.Run(name, func(t *testing.T) {
			if got := c.e.Standing(noon); got != c.want {
				t.Errorf("%s, want %s", got, c.want)
			}
			err := c.e.refuse(noon)
			f, refused := fault.From(err)
			if refused != (c.code != "") || refused && (f.Code != c.code || f.Kind != fault.Conflict) {
				t.Errorf("%v, want %q", err, c.code)
			}
		})
	}
}

func TestWhatPressesComesFirst(t *testing.T) {
	at := func(name string, s Standing, opens, due time.Duration) Given {
		e := entitled(func(e *Entitlement) { e.OpensAt, e.DueAt = noon.Add(opens), noon.Add(due) })
		if due == 0 {
			e.DueAt = time.Time{}
		}
		e.Group.Name = name
		return Given{Entitlement: e, Standing: s}
	}
	list := []Given{
		at("missed", Missed, -2, -1), at("done", Done, -2, 1), at("later 2", Later, 20, 30), at("whenever", ToDo, -2, 0),
		at("in three hours", ToDo, -2, 3), at("later 1", Later, 10, 40), at("in two hours", InProgress, -2, 2),
	}
	slices.SortStableFunc(list, pressing)
	var names []string
	for _, g := range list {
		names = append(names, g.Group.Name)
	}
	want := []string{"in two hours", "in three hours", "whenever", "later 1", "later 2", "done", "missed"}
	if !slices.Equal(names, want) {
		t.Errorf("%q, want %q", names, want)
	}
}

func TestTheNoticeHasANewVersionWhenWhatItSaysHasChanged(t *testing.T) {
	c := Cohort{NoticeVersion: 1, RetentionDays: 365}
	for _, step := range []struct {
		terms Terms
		want  int
	}{
		{Terms{"A", "", 365}, 1},
		{Terms{"B", "", 365}, 1},
		{Terms{"B", "", 30}, 2},
		{Terms{"B", "Mine.", 30}, 3},
		{Terms{"B", " Mine.\r\n", 60}, 3},
		{Terms{"B", "", 60}, 4},
	} {
		if err := c.set(step.terms); err != nil || c.NoticeVersion != step.want {
			t.Errorf("%+v makes version %d, want %d, %v", step.terms, c.NoticeVersion, step.want, err)
		}
	}
	for _, bad := range []Terms{{"", "", 0}, {" \t", "", 0}, {"A\x00", "", 0}, {"A", "", -1}, {"A", "", 3651}} {
		if err := c.set(bad); !fault.Is(err, fault.Invalid) {
			t.Errorf("%+v: %v", bad, err)
		}
	}
}

func TestTheStandardNoticeSaysHowLongAttemptsAreKept(t *testing.T) {
	for days, want := range map[int]fault.Text{
		0:   {FR: "sans limite de durée", EN: "for good"},
		1:   {FR: "1 jour après", EN: "for 1 day after"},
		45:  {FR: "45 jours après", EN: "for 45 days after"},
		90:  {FR: "3 mois après", EN: "for 3 months after"},
		365: {FR: "1 an après", EN: "for 1 year after"},
		730: {FR: "2 ans après", EN: "for 2 years after"},
	} {
		c := Cohort{RetentionDays: days}
		got := c.StandardNotice()
		for lang, said := range map[string]string{"fr": want.FR, "en": want.EN} {
			if text := got.In(lang); !strings.Contains(text, said) || strings.Contains(text, "%!") {
				t.Errorf("%d days: %q says no %q", days, text, said)
			}
		}
	}
	n := (&Cohort{Notice: "**Hi** <script>x</script> [a](javascript:x) [b](https://x.y)"}).noticeFor(0, "fr")
	if strings.Contains(n.HTML, "script") || !strings.Contains(n.HTML, "<strong>Hi</strong>") || !strings.Contains(n.HTML, `href="https://x.y"`) || n.Lang != "" {
		t.Errorf("rendered %q", n.HTML)
	}
}
