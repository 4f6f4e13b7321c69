package main

import (
	"flag"
	"strconv"
	"strings"
)

// parseMixed reads flags wherever they stand and returns the other arguments.
func (w *world) parseMixed(f *flag.FlagSet, args []string) (others []string, err error) {
	for {
		if err := w.parse(f, args); err != nil {
			return nil, err
		}
		if f.NArg() == 0 {
			return others, nil
		}
		others = append(others, f.Arg(0))
		args = f.Args()[1:]
	}
}

// number writes a figure with at most one decimal, as the reader's language does.
func (w *world) number(x float64) string {
	s := strings.TrimSuffix(strconv.FormatFloat(x, 'f', 1, 64), ".0")
	if s == "-0" {
		s = "0"
	}
	s = strings.Replace(s, "-", "−", 1)
	if w.lang == "fr" {
		s = strings.Replace(s, ".", ",", 1)
	}
	return s
}

// score writes a score; a dash where nothing was at stake.
func (w *world) score(x *float64) string {
	if x == nil {
		return "–"
	}
	return w.number(*x)
}

// list reads what stands between commas.
func list(s string) []string {
	var items []string
	for _, item := range strings.Split(s, ",") {
		if item = strings.TrimSpace(item); item != "" {
			items = append(items, item)
		}
	}
	return items
}
