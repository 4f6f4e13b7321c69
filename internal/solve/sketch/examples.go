package sketch

import "casebook/internal/scenario"

// Toy is three decisions in a row, each with a way out.
func Toy() *Case {
	points := func(p int8) map[string]int8 { return map[string]int8{"c": p} }
	return &Case{
		Competencies: []string{"c"},
		Nodes: []Node{
			{ID: "d1", Choices: []Choice{
				{ID: "nommer", Evidence: points(3), Next: To("end_a")},
				{ID: "laisser", Next: To("d2")},
			}},
			{ID: "d2", Choices: []Choice{
				{ID: "recadrer", Evidence: points(2), Next: To("d3")},
				{ID: "rien", Evidence: points(-1), Next: To("end_c")},
			}},
			{ID: "d3", Choices: []Choice{
				{ID: "escalader", Evidence: points(2), Next: To("end_b")},
				{ID: "ceder", Evidence: points(-2), Next: To("end_c")},
			}},
			{ID: "end_a", Worth: 10},
			{ID: "end_b", Worth: 4},
			{ID: "end_c"},
		},
	}
}

// Hidden is a bet on a hidden truth: A is worth 10 or nothing, B 6 for sure, and asking first costs 1.
func Hidden() *Case {
	return &Case{
		Competencies: []string{"c"},
		Truths: []scenario.Truth{{
			ID:     "h",
			Values: []scenario.TruthValue{{ID: "h1", Weight: 6}, {ID: "h2", Weight: 4}},
		}},
		Nodes: []Node{
			{
				ID:    "bet",
				Looks: []Look{{ID: "ask", Tells: "h == h1", Evidence: map[string]int8{"c": -1}}},
				Choices: []Choice{
					{ID: "A", Next: []Route{{"h == h1", "ten"}, {"", "nothing"}}},
					{ID: "B", Next: To("six")},
				},
			},
			{ID: "ten", Worth: 10},
			{ID: "six", Worth: 6},
			{ID: "nothing"},
		},
	}
}
