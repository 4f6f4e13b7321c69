package scenario

// whole describes the map itself.
func (d describer) whole(sources, competencies []string) map[string]any {
	return d.closed(
		[]string{"format", "id", "rev", "lang", "minutes", "level", "competencies", "value", "start", "nodes"},
		property{"format", "La version du format.", "The version of the format.", map[string]any{"const": mapFormat}},
		property{"id", "Le nom du cas, qui est aussi celui de son dossier.", "The name of the case, and of its folder.", anID},
		property{"rev", "À augmenter quand on change ce qui est mesuré.", "To be raised when what is measured changes.", whole(1, 1000000)},
		property{"lang", "La langue écrite d’abord.", "The language that is written first.", oneOf("fr", "en")},
		property{"minutes", "Combien de temps dure une partie.", "How long a play takes.", whole(1, 600)},
		property{"level", "1 découverte, 2 pratique, 3 épreuve.", "1 discovery, 2 practice, 3 trial.", whole(1, 3)},
		property{"sources", "Les articles cités (sources.yaml).", "The articles that are cited (sources.yaml).", some(registeredID(sources))},
		property{"competencies", "Les compétences exercées (competencies.yaml).", "The competencies that are trained (competencies.yaml).", some(registeredID(competencies))},
		property{"cast", "Les gens.", "The people.", keyed(ref("character"))},
		property{"state", "Ce qui se compte, en dehors des gens : temps, budget…", "What is counted, people apart: time, budget…", keyed(ref("counted"))},
		property{"clock", "La jauge de `state` que les enquêtes dépensent.", "The gauge of `state` that looks spend.", aName},
		property{"flags", "Ce qui est vrai ou non ; rien ne l’est au départ.", "What is true or not; nothing is, at first.", some(anID)},
		property{"truths", "Des faits cachés, tirés au départ : valeur et poids.", "Hidden facts, drawn at the start: value and weight.", keyed(keyed(whole(1, MaxGauge)))},
		property{"exhibits", "Les pièces du dossier.", "The exhibits of the case.", keyed(ref("exhibit"))},
		property{"value", "Ce qui compte pour le score ; rien d’autre ne compte.", "What counts for the score; nothing else does.", ref("value")},
		property{"must", "Ce qu’il fallait faire : un drapeau vrai à la fin.", "What should have been done: a flag that is true at the end.", keyed(aName)},
		property{"must-not", "Les incidents critiques, que les choix nomment.", "The critical incidents, which choices name.", some(anID)},
		property{"cap", "Le score le plus haut après un incident critique.", "The highest score after a critical incident.", whole(0, 100)},
		property{"start", "Le premier nœud.", "The first node.", aName},
		property{"nodes", "Les moments de l’histoire.", "The moments of the story.", keyed(ref("node"))},
	)
}

func (d describer) parts() map[string]any {
	return map[string]any{
		"condition": map[string]any{"type": "string", "maxLength": 200, "description": d.remark("faits and (lea.moral >= 4 or not pression)")},
		"character": d.closed(nil,
			property{"role", "client, team, management, colleague, partner, supplier, prospect, ou vos mots.", "client, team, management, colleague, partner, supplier, prospect, or your own words.", aName},
			property{"vars", "Ses jauges, de 0 à 10 si rien d’autre n’est écrit.", "Their gauges, 0 to 10 unless told otherwise.", keyed(anyOf(whole(0, 10), d.gauge("start")))},
		),
		"counted": d.gauge("start", "max"),
		"exhibit": d.closed([]string{"kind"},
			property{"kind", "À quoi la pièce ressemble.", "What the exhibit looks like.", oneOf(exhibitKinds...)},
			property{"from", "start : dans le dossier dès le début.", "start: in the file from the beginning.", oneOf("start")},
		),
		"value": d.closed(nil,
			property{"evidence", "Points par cran de preuve.", "Points for each step of evidence.", whole(0, 1000)},
			property{"endings", "Points de chaque fin.", "Points for each ending.", by(whole(-MaxGauge, MaxGauge))},
			property{"state", "Points par cran d’une jauge, à la fin.", "Points for each step of a gauge, at the end.", by(whole(-MaxGauge, MaxGauge))},
		),
		"set":      by(anyOf(whole(-MaxGauge, MaxGauge), aSwitch, map[string]any{"type": "string", "pattern": assignPattern.String()})),
		"evidence": by(whole(-2, 2)),
		"next":     anyOf(aName, d.rows()),
		"look":     d.look(),
		"choice":   d.choice(),
		"node":     map[string]any{"type": "object", "required": []string{"kind"}, "oneOf": d.nodes()},
	}
}

func (d describer) remark(example string) string {
	if d == "fr" {
		return "Par exemple : " + example
	}
	return "For example: " + example
}

func (d describer) gauge(required ...string) map[string]any {
	return d.closed(required,
		property{"start", "Sa valeur au départ.", "Its value at the start.", whole(-MaxGauge, MaxGauge)},
		property{"min", "Jamais moins.", "Never less.", whole(-MaxGauge, MaxGauge)},
		property{"max", "Jamais plus.", "Never more.", whole(-MaxGauge, MaxGauge)},
		property{"unit", "Ce qui s’écrit derrière le nombre.", "What is written after the number.", aName},
		property{"shown", "Le stagiaire la voit pendant la partie.", "The trainee sees it while playing.", aSwitch},
	)
}

func (d describer) rows() map[string]any {
	return listOf(d.closed([]string{"to"},
		property{"when", "La première ligne qui vaut est suivie ; la dernière n’a pas de condition.", "The first row that holds is taken; the last has no condition.", ref("condition")},
		property{"to", "Le nœud.", "The node.", aName},
	))
}

func (d describer) look() map[string]any {
	return d.closed(nil,
		property{"cost", "Ce qu’elle prend à l’horloge.", "What it takes from the clock.", whole(0, MaxGauge)},
		property{"when", "Offerte à cette condition seulement.", "Offered on this condition only.", ref("condition")},
		property{"reveal", "Les pièces qu’elle apporte.", "The exhibits that it brings.", some(aName)},
		property{"set", "Ce qu’elle change.", "What it changes.", ref("set")},
		property{"evidence", "Ce qu’elle montre d’une compétence, de -2 à 2.", "What it shows of a competency, -2 to 2.", ref("evidence")},
	)
}

func (d describer) choice() map[string]any {
	return d.closed([]string{"next"},
		property{"when", "Offert à cette condition seulement.", "Offered on this condition only.", ref("condition")},
		property{"evidence", "Ce qu’il montre d’une compétence, de -2 à 2.", "What it shows of a competency, -2 to 2.", ref("evidence")},
		property{"set", "Ce qu’il change : 1 ajoute, \"=3\" remplace, true ou false.", "What it changes: 1 adds, \"=3\" replaces, true or false.", ref("set")},
		property{"incident", "L’incident critique qu’il cause (must-not).", "The critical incident that it causes (must-not).", aName},
		property{"later", "Une conséquence qui attend.", "A consequence that waits.", d.closed([]string{"after", "set"},
			property{"after", "Au combientième nœud d’ici.", "At which node from here.", whole(1, MaxLater)},
			property{"when", "Si ceci vaut à ce moment-là.", "If this holds at that moment.", ref("condition")},
			property{"set", "Ce qu’elle change.", "What it changes.", ref("set")},
		)},
		property{"next", "Où il mène.", "Where it leads.", ref("next")},
	)
}

func (d describer) nodes() []map[string]any {
	show := property{"show", "Les pièces remises là.", "The exhibits that are handed out there.", some(aName)}
	kind := func(word, fr, en string) property { return property{"kind", fr, en, map[string]any{"const": word}} }
	return []map[string]any{
		d.closed([]string{"kind", "next"}, show,
			kind("scene", "Se lit, puis l’histoire continue.", "Is read, then the story goes on."),
			property{"next", "Où elle mène.", "Where it leads.", ref("next")},
		),
		d.closed([]string{"kind", "choices"}, show,
			kind("decision", "Le stagiaire cherche, puis choisit.", "The trainee looks, then chooses."),
			property{"look", "Les enquêtes possibles.", "What may be looked for.", keyed(ref("look"))},
			property{"timer", "Secondes pour choisir.", "Seconds to choose.", whole(1, maxTimer)},
			property{"on-timeout", "Le choix fait quand le temps est passé.", "The choice made when time is up.", aName},
			property{"choices", "Les choix.", "The choices.", keyed(ref("choice"))},
			property{"shuffle", "false : montrer les choix dans l’ordre écrit.", "false: show the choices in the order written.", aSwitch},
			property{"scored", "false : discussion, jouée et jamais notée.", "false: a discussion, played and never scored.", aSwitch},
		),
		d.closed([]string{"kind", "branches"}, show,
			kind("chance", "Le hasard décide.", "Chance decides."),
			property{"branches", "Des lignes de poids par nœud ; la première qui vaut est tirée.", "Rows of weights by node; the first that holds is drawn from.", listOf(map[string]any{
				"type": "object", "properties": map[string]any{"when": ref("condition")}, "additionalProperties": whole(0, maxWeight),
			})},
		),
		d.closed([]string{"kind"}, show,
			kind("ending", "L’histoire est finie.", "The story is over."),
			property{"tone", "Bonne, mêlée ou mauvaise.", "Good, mixed or bad.", oneOf(tones...)},
		),
	}
}
