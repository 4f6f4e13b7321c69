package check

import (
	"strconv"
	"strings"

	"casebook/internal/engine"
	"casebook/internal/fault"
	"casebook/internal/scenario"
)

// moment says after which move something was found.
func (w *walk) moment(after int) fault.Text {
	if after == 0 {
		return fault.Text{FR: "au départ", EN: "at the start"}
	}
	return fault.Text{FR: "après le coup %d (`%s`)", EN: "after move %d (`%s`)"}.Format(after, w.of.Moves[after-1].Text)
}

// possible says what would be possible.
func possible(names []string) fault.Text {
	if len(names) == 0 {
		return fault.Text{FR: "Rien n’est possible ici.", EN: "Nothing is possible here."}
	}
	return fault.Text{FR: "Possible ici : %s.", EN: "Possible here: %s."}.Typeset().Format(listed(names))
}

// values says how what a claim speaks of stands.
func (w *walk) values(c *scenario.Claim, p *engine.Play, score float64) fault.Text {
	var fr, en []string
	for _, name := range c.Names {
		value := w.value(name, p, score)
		fr = append(fr, name+" = "+value.FR)
		en = append(en, name+" = "+value.EN)
	}
	return fault.Text{FR: strings.Join(fr, ", "), EN: strings.Join(en, ", ")}
}

func (w *walk) value(name string, p *engine.Play, score float64) fault.Text {
	for i := range w.sc.Truths {
		if t := &w.sc.Truths[i]; t.ID == name {
			return same(t.Values[p.World[i]].ID)
		}
	}
	for i := range w.sc.Vars {
		v, value := &w.sc.Vars[i], p.State.Vars[i]
		switch {
		case v.ID != name:
		case !v.Flag:
			return same(strconv.Itoa(int(value)))
		case value == 0:
			return fault.Text{FR: "faux", EN: "false"}
		default:
			return fault.Text{FR: "vrai", EN: "true"}
		}
	}
	return figure(score)
}

func same(word string) fault.Text { return fault.Text{FR: word, EN: word} }
