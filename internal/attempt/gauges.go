package attempt

import (
	"slices"

	"casebook/internal/scenario"
)

// CharacterView is somebody of the cast, with the gauges of theirs that may be seen.
type CharacterView struct {
	ID, Name, Role, HTML string
	Gauges               []GaugeView
}

// GaugeView is a gauge as it stands.
type GaugeView struct {
	ID, Label       string
	Value, Min, Max int
	Unit            string
	Change          int // what the last move did to it
}

// cast presents everybody; hidden gauges only when all is revealed.
func (t *told) cast(all bool) []CharacterView {
	list := make([]CharacterView, len(t.s.Cast))
	for i := range t.s.Cast {
		list[i] = t.character(i, all)
	}
	return list
}

func (t *told) character(i int, all bool) CharacterView {
	c, text := &t.s.Cast[i], &t.t.Cast[i]
	return CharacterView{c.ID, text.Name, c.RoleIn(t.t.Lang), text.Body.HTML(&t.h.End.State.Vars, t.world()), t.gauges(i, all)}
}

// changing presents those of the cast of whom a move may have changed what is seen.
func (t *told) changing() []CharacterView {
	list := []CharacterView{}
	for i := range t.s.Cast {
		if t.t.Cast[i].Body.Varies() || slices.ContainsFunc(t.s.Vars, func(v scenario.Var) bool { return v.Character == i && v.Shown }) {
			list = append(list, t.character(i, false))
		}
	}
	return list
}

// gauges shows those of a character, -1 for those that belong to nobody.
func (t *told) gauges(character int, all bool) []GaugeView {
	list := []GaugeView{}
	before := &t.h.Start.State.Vars
	if n := len(t.h.Moments); n > 0 {
		before = &t.h.Moments[n-1].Before.State.Vars
	}
	now := &t.h.End.State.Vars
	for i := range t.s.Vars {
		v := &t.s.Vars[i]
		if v.Flag || v.Character != character || !v.Shown && !all {
			continue
		}
		list = append(list, GaugeView{
			v.ID, t.t.Vars[i], int(now[i]), int(v.Min), int(v.Max), v.Unit, int(now[i]) - int(before[i]),
		})
	}
	return list
}
