package main

import (
	"flag"
	"math"
	"strconv"
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/text/message"
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

// count writes a whole number with its thousands apart. What reached the largest number there is may well be more.
func (w *world) count(n uint64) string {
	said := message.NewPrinter(language.Make(w.lang)).Sprintf("%d", n)
	if n == math.MaxUint64 {
		said = "≥ " + said
	}
	return said
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
