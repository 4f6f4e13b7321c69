package attempt

import (
	"casebook/internal/engine"
	"casebook/internal/scenario"
)

// passage tells what the last choice led through and the looks taken since.
func (t *told) passage() []Beat {
	from := len(t.h.Moments)
	for from > 0 {
		from--
		if t.h.Moments[from].Move >= 0 {
			break
		}
	}
	beats := []Beat{}
	if from == 0 && (len(t.h.Moments) == 0 || t.h.Moments[0].Move < 0) {
		beats = t.beats(beats, t.h.Opening, -1)
	}
	for i := from; i < len(t.h.Moments); i++ {
		beats = t.beats(beats, t.h.Moments[i].Events, t.h.Moments[i].Before.Step)
	}
	return beats
}

// beats tells events, all but the arrival at a decision point or an ending: that is the node itself.
func (t *told) beats(beats []Beat, events []engine.Event, step int) []Beat {
	for i := range events {
		e := &events[i]
		b := Beat{Step: step}
		text := &t.t.Nodes[e.Node]
		switch e.Kind {
		case engine.Looked:
			b.Kind, b.Title, b.HTML = LookBeat, text.Looks[e.Index].Label, t.html(text.Looks[e.Index].Body, e)
		case engine.Chose, engine.TimedOut:
			c := &text.Choices[e.Index]
			if e.Kind == engine.TimedOut {
				beats = append(beats, Beat{TimeoutBeat, c.Label, t.html(c.Body, e), step})
			}
			b.Kind, b.Title, b.HTML = ResultBeat, c.Label, t.html(c.Result, e)
		case engine.Fired:
			l := &t.s.Laters[e.Index]
			c := &t.t.Nodes[l.Node].Choices[l.Choice]
			b.Kind, b.Title, b.HTML = LaterBeat, c.Label, t.html(c.Later, e)
		case engine.Drew:
			b.Kind, b.HTML = BranchBeat, t.html(text.Branches[e.Index], e)
		case engine.Entered:
			if k := t.s.Nodes[e.Node].Kind; k != scenario.Scene && k != scenario.Chance {
				continue
			}
			b.Kind, b.Title, b.HTML = SceneBeat, text.Title, t.html(text.Body, e)
		}
		if b.HTML != "" || b.Kind == ResultBeat && b.Title != "" {
			beats = append(beats, b)
		}
	}
	return beats
}

func (t *told) html(b scenario.Block, e *engine.Event) string { return b.HTML(&e.Vars, t.world()) }
