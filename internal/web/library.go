package web

import (
	"context"

	"casebook/api"
	"casebook/internal/library"
	"casebook/internal/scenario"
)

// ListScenarios lists the cases that can be begun.
func (s *server) ListScenarios(ctx context.Context, r api.ListScenariosRequestObject) (api.ListScenariosResponseObject, error) {
	versions, err := s.Library.List(ctx)
	if err != nil {
		return nil, err
	}
	lang := ""
	if r.Params.Lang != nil {
		lang = string(*r.Params.Lang)
	}
	summaries := each(versions, func(v *library.Version) api.ScenarioSummary {
		return scenarioSummary(v, lang, s.Library.Registers())
	})
	return api.ListScenarios200JSONResponse{Scenarios: summaries}, nil
}

func scenarioSummary(v *library.Version, lang string, regs *scenario.Registers) api.ScenarioSummary {
	sc, text := v.Scenario, v.Scenario.Text(lang)
	start := startingVars(sc)
	return api.ScenarioSummary{
		ID: v.ID, Version: v.Version, Lang: api.Lang(text.Lang), Langs: langs(sc), Title: text.Title,
		Theme: said(text.Theme), PitchHTML: text.Pitch.HTML(&start, scenario.World{}), Minutes: sc.Minutes, Level: sc.Level,
		Competencies: each(sc.Competencies, func(id string) api.Named {
			return api.Named{ID: id, Label: competencyLabel(regs, id, text.Lang)}
		}),
		Sources: each(sc.Sources, func(id string) api.Source {
			source, _ := regs.Source(id)
			return api.Source{ID: id, Author: source.Author, Title: source.Title.In(text.Lang), Lesson: said(source.Lesson.In(text.Lang))}
		}),
	}
}

// startingVars are the gauges and flags before anything has happened.
func startingVars(sc *scenario.Scenario) scenario.Vars {
	var start scenario.Vars
	for i, v := range sc.Vars {
		start[i] = v.Start
	}
	return start
}

func langs(sc *scenario.Scenario) []api.Lang {
	return each(sc.Langs(), func(l string) api.Lang { return api.Lang(l) })
}

// competencyLabel is what a competency is called; one that the register has lost goes by its id.
func competencyLabel(regs *scenario.Registers, id, lang string) string {
	if c, ok := regs.Competency(id); ok {
		return c.Label.In(lang)
	}
	return id
}
