//go:build bench

package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"text/tabwriter"
)

// row is one line of the table: what was measured, beside what, and whether the goal is met.
type row struct {
	What      string  `json:"what"`
	Ours      string  `json:"ours"`
	Reference string  `json:"reference"`
	Ratio     float64 `json:"ratio"`
	Goal      string  `json:"goal"`
	Met       bool    `json:"met"`
}

// atLeast is a row whose ratio has to reach a goal.
func atLeast(what, ours, reference string, ratio, goal float64) row {
	return row{what, ours, reference, ratio, fmt.Sprintf("≥ %g", goal), ratio >= goal}
}

// atMost is a row whose ratio must not go beyond a goal.
func atMost(what, ours, reference string, ratio, goal float64) row {
	return row{what, ours, reference, ratio, fmt.Sprintf("≤ %g", goal), ratio <= goal}
}

func write(to io.Writer, rows []row) error {
	w := tabwriter.NewWriter(to, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, "what\tours\treference\tratio\tgoal\tmet")
	for _, r := range rows {
		met := "no"
		if r.Met {
			met = "yes"
		}
		fmt.Fprintf(w, "%s\t%s\t%s\t%.3g\t%s\t%s\n", r.What, r.Ours, r.Reference, r.Ratio, r.Goal, met)
	}
	return w.Flush()
}

func keep(file string, rows []row) error {
	data, err := json.MarshalIndent(rows, "", "  ")
	if err != nil {
		return err
	}
	return os.WriteFile(file, append(data, '\n'), 0o644)
}
