package attempt

import (
	"context"
	"regexp"
	"strings"

	"github.com/google/uuid"

	"casebook/internal/account"
	"casebook/internal/fault"
	"casebook/internal/scenario"
)

// Media returns a picture or a sound, once the attempt has been shown a text that names it.
func (s *Service) Media(ctx context.Context, by account.Account, id uuid.UUID, name string) ([]byte, error) {
	t, err := s.find(ctx, by, id)
	if err != nil {
		return nil, err
	}
	data, ok := t.v.Scenario.Media[name]
	if !ok || !s.tell(t.v, t.Lang, &t.h).names(name) {
		return nil, fault.New(fault.NotFound, "unknown_media", fault.Text{
			FR: "Ce document n’existe pas, ou n’a pas encore été montré.",
			EN: "This file does not exist, or has not been shown yet.",
		})
	}
	return data, nil
}

var mediaName = regexp.MustCompile(`src="media/([a-z0-9_.-]+)"`)

// names reports whether a text that has been read so far names a file.
func (t *told) names(file string) bool {
	for _, html := range t.read() {
		for _, m := range mediaName.FindAllStringSubmatch(html, -1) {
			if m[1] == file {
				return true
			}
		}
	}
	return false
}

// read gathers all that has been shown so far, the debrief's words included once the story is over.
func (t *told) read() []string {
	texts := []string{t.pitch(), t.node().HTML}
	for _, c := range t.cast(false) {
		texts = append(texts, c.HTML)
	}
	for _, e := range t.exhibits() {
		texts = append(texts, e.HTML)
		for _, m := range e.Messages {
			texts = append(texts, m.HTML)
		}
	}
	beats := t.beats(nil, t.h.Opening, -1)
	for i := range t.h.Moments {
		m := &t.h.Moments[i]
		beats = t.beats(beats, m.Events, i)
		text := &t.t.Nodes[m.Node()]
		texts = append(texts, text.Body.HTML(&m.Before.State.Vars, t.world()))
		for _, c := range m.Before.Offer(t.s).Displayed {
			texts = append(texts, text.Choices[c].Body.HTML(&m.Before.State.Vars, t.world()))
		}
		if t.h.End.State.Ended(t.s) && m.Move >= 0 {
			texts = append(texts, t.afterwards(&text.Choices[m.Move], m.Before.State.Vars))
		}
	}
	for _, b := range beats {
		texts = append(texts, b.HTML)
	}
	if t.h.End.State.Open(t.s) {
		for _, c := range t.choices() {
			texts = append(texts, c.HTML)
		}
	}
	return texts
}

// afterwards is what the debrief says of a choice that was made.
func (t *told) afterwards(c *scenario.ChoiceText, v scenario.Vars) string {
	return strings.Join([]string{c.Tempting.HTML(&v, t.world()), c.Expert.HTML(&v, t.world())}, "\n")
}
