package scenario_test

import "testing"

var filePlants = []plant{
	{"S004", french, "Jeudi, la salle", "Jeudi, \xffla salle", ""},
	{"S004", yamlFile, "# A small", "# A \x00small", ""},
	{"S009", yamlFile, "  tom: {role: team", "\ttom: {role: team", ""},
	{"S010", yamlFile, "show: [equipe]", "show: [equipe", ""},
	{"S012", yamlFile, "start: veille\n", "start: veille\n---\na: b\n", "---\na: b"},
	{"S014", yamlFile, "show: [equipe]", "show: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]", ""},
	{"S015", yamlFile, "show: [equipe]", "show: &x [equipe]", ""},
	{"S016", yamlFile, "show: [equipe]", "show: [*invitation]", "*invitation"},
	{"S017", yamlFile, "minutes: 15", "minutes: !!int 15", ""},
	{"S018", yamlFile, "show: [equipe]", "{a: b}: c", ""},
	{"S019", yamlFile, "minutes: 15", "minutes: 15\nrev: 2", "rev: 2"},
}

func TestFilesAndYAML(t *testing.T) { checkPlants(t, filePlants) }

var valuePlants = []plant{
	{"S020", yamlFile, "elan: {start: 2, min: 0, max: 4}", "elan: 2", ""},
	{"S021", yamlFile, "timer: 60", "tiemr: 60", ""},
	{"S021", yamlFile, "kind: scene\n    show", "kind: scene\n    timer: 3\n    show", "timer: 3"},
	{"S022", yamlFile, "minutes: 15\n", "", "format: "},
	{"S022", yamlFile, "    kind: scene\n    show: [equipe]", "    show: [equipe]", "  veille:"},
	{"S023", yamlFile, "id: workshop", "id: Workshop", ""},
	{"S024", yamlFile, "reveal: [bilan, contrat]", "reveal: [bilan, bilan]", ""},
	{"S025", yamlFile, "next: preparer", "next: {a: b}", ""},
	{"S026", yamlFile, "timer: 60", "timer: 1.5", ""},
	{"S026", yamlFile, "timer: 60", "timer: \"60\"", ""},
	{"S026", yamlFile, "timer: 60", "timer: 060", ""},
	{"S027", yamlFile, "level: 2", "level: 4", ""},
	{"S027", yamlFile, "evidence: {diagnostic: 2, attentes: 1}", "evidence: {diagnostic: 3, attentes: 1}", ""},
	{"S027", yamlFile, "elan: \"=0\"", "elan: \"=9\"", ""},
	{"S028", yamlFile, "scored: false", "scored: no", ""},
}

func TestValues(t *testing.T) { checkPlants(t, valuePlants) }

var mapPlants = []plant{
	{"S030", yamlFile, "format: scenario/1", "format: scenario/9", ""},
	{"S031", yamlFile, "lang: fr", "lang: de", ""},
	{"S032", yamlFile, "sources: [vision,", "sources: [visoin,", ""},
	{"S033", yamlFile, "attentes]", "atentes]", ""},
	{"S035", yamlFile, "elan: {start: 2, min: 0, max: 4}", "elan: {start: 2, min: 4, max: 4}", ""},
	{"S036", yamlFile, "flags: [ecoute,", "flags: [heures, ecoute,", ""},
	{"S036", yamlFile, "  frein: {", "  elan: {", "elan: {budget"},
	{"S037", yamlFile, "flags: [ecoute,", "flags: [or, ecoute,", ""},
	{"S038", yamlFile, "flags: [ecoute,", "flags: [3d, ecoute,", ""},
	{"S039", yamlFile, "frein: {budget: 6, calendrier: 4}", "frein: {budget: 6}", ""},
	{"S040", yamlFile, "truths:\n", "truths:\n  a: {x: 1, y: 1}\n  b: {x: 1, y: 1}\n  c: {x: 1, y: 1}\n  d: {x: 1, y: 1}\n  e: {x: 1, y: 1}\n  f: {x: 1, y: 1}\n", "  a: {x"},
	{"S041", yamlFile, "clock: heures", "clock: relu", ""},
	{"S042", yamlFile, "avis: {kind: figure}", "avis: {kind: figur}", ""},
	{"S043", yamlFile, "from: start", "from: veille", ""},
	{"S044", yamlFile, "endings: {accord: 12", "endings: {aveu: 12", ""},
	{"S045", yamlFile, "must: {ecouter: ecoute}", "must: {ecouter: heures}", ""},
	{"S046", yamlFile, "cap: 49\n", "", "must-not: "},
	{"S050", yamlFile, "next: aveu", "next: avue", ""},
	{"S050", yamlFile, "start: veille", "start: vielle", ""},
	{"S050", yamlFile, "aveu: 3, atelier: 7", "aveu: 3, ateleir: 7", ""},
	{"S051", yamlFile, "show: [fil]", "show: [fils]", ""},
	{"S052", yamlFile, "set: {elan: -1", "set: {elam: -1", ""},
	{"S053", yamlFile, "clock: heures", "clock: heure", ""},
	{"S054", yamlFile, "evidence: {equipe: 2}", "evidence: {equipes: 2}", ""},
	{"S055", yamlFile, "incident: promesse-intenable", "incident: promesse", ""},
	{"S056", yamlFile, "on-timeout: avancer", "on-timeout: avancez", ""},
}

func TestTheMap(t *testing.T) { checkPlants(t, mapPlants) }

var nodePlants = []plant{
	{"S060", yamlFile, "kind: chance", "kind: chanse", ""},
	{"S061", yamlFile, "  rupture: {kind", "  when: {kind: ending}\n  rupture: {kind", "  when: {kind"},
	{"S062", yamlFile, "tone: mixed", "tone: grey", ""},
	{"S063", yamlFile, "next: preparer", "next: []", ""},
	{"S064", yamlFile, "{to: sursis}]", "{when: relu, to: sursis}]", ""},
	{"S064", yamlFile, "- {aveu: 4, atelier: 6}", "- {when: relu, aveu: 4, atelier: 6}", ""},
	{"S065", yamlFile, "{when: frein == budget, to: accord}", "{to: accord}", ""},
	{"S065", yamlFile, "{when: nadia.confiance >= 5 or cadre, aveu", "{aveu", "- {aveu: 7"},
	{"S066", yamlFile, "    branches:\n", "    branches: {aveu: 1}\n    show:\n", "branches: "},
	{"S067", yamlFile, "{aveu: 4, atelier: 6}", "{aveu: 0}", ""},
	{"S068", yamlFile, "{aveu: 4, atelier: 6}", "{aveu: 4294967295, atelier: 6}", ""},
	{"S069", yamlFile, "    choices:\n      afficher: {next: decider}\n      garder: {set: {discret: true}, next: decider}", "    choices: {}", "  debat:"},
	{"S070", yamlFile, "    on-timeout: avancer\n", "", "timer: 60"},
	{"S071", yamlFile, "    timer: 60\n", "", "on-timeout: "},
	{"S072", yamlFile, "on-timeout: avancer", "on-timeout: creuser", ""},
	{"S073", yamlFile, "clock: heures\n", "", "appeler: {cost"},
	{"S074", yamlFile, "set: {ecoute: true", "set: {ecoute: 1", ""},
	{"S075", yamlFile, "set: {elan: -1", "set: {elan: true", ""},
	{"S076", yamlFile, "when: elan >= 1", "when: frein == budget", "when: frein == budget\n        evidence: {diag"},
	{"S076", yamlFile, "when: relu, reveal", "when: frein != budget, reveal", ""},
	{"S076", yamlFile, "when: elan > 0", "when: frein == budget", ""},
	{"S080", yamlFile, "  accord: {kind: ending, tone: good}\n  sursis: {kind: ending, tone: mixed}\n  rupture: {kind: ending, tone: bad}", "  accord: {kind: scene, next: veille}\n  sursis: {kind: scene, next: veille}\n  rupture: {kind: scene, next: veille}", "  veille:"},
	{"S081", yamlFile, "  accord: {kind", "  perdu: {kind: scene, next: accord}\n  accord: {kind", "  perdu:"},
	{"S082", yamlFile, "  rupture: {kind: ending, tone: bad}", "  rupture: {kind: decision, choices: {encore: {next: rupture}}}", ""},
	{"S083", yamlFile, "    kind: scene\n    next: debat", "    kind: scene\n    next: reponse", "  reponse:"},
}

func TestNodes(t *testing.T) { checkPlants(t, nodePlants) }

var conditionPlants = []plant{
	{"S101", yamlFile, "when: ecoute or relu", "when: ((((((((((((((((((relu))))))))))))))))))", ""},
	{"S102", yamlFile, "when: ecoute or relu", "when: ecoutte or relu", ""},
	{"S103", yamlFile, "when: ecoute or relu", "when: ecoute or", ""},
	{"S104", yamlFile, "when: ecoute or relu", "when: ecoute relu", ""},
	{"S105", yamlFile, "when: ecoute or relu", "when: ecoute || relu", ""},
	{"S106", yamlFile, "when: ecoute or relu", "when: elan = 2", ""},
	{"S107", yamlFile, "when: ecoute or relu", "when: elan + 1 > 2", ""},
	{"S108", yamlFile, "when: ecoute or relu", "when: ecoute or 3", ""},
	{"S109", yamlFile, "when: ecoute or relu", "when: 3 > 2", ""},
	{"S110", yamlFile, "when: ecoute or relu", "when: elan > 40000", ""},
	{"S111", yamlFile, "when: ecoute or relu", "when: elan", ""},
	{"S112", yamlFile, "when: ecoute or relu", "when: ecoute == 1", ""},
	{"S113", yamlFile, "when: ecoute or relu", "when: ecoute > relu", ""},
	{"S114", yamlFile, "when: frein == budget and", "when: frein and", ""},
	{"S115", yamlFile, "when: frein == budget and", "when: frein > budget and", ""},
	{"S116", yamlFile, "when: frein == budget and", "when: frein == budjet and", ""},
	{"S102", french, "::: if cadre", "::: if cadres", ""},
}

func TestConditionsInTheMap(t *testing.T) { checkPlants(t, conditionPlants) }
