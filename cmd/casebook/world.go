package main

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"casebook/internal/fault"
	"casebook/internal/library"
)

// world is what surrounds the program: where it reads and writes, its environment, and the language of its reader.
type world struct {
	stdin          io.Reader
	stdout, stderr io.Writer
	getenv         func(string) string
	lang           string // fr or en
}

// spoken is the language that the environment asks for: English, unless it says French.
func spoken(getenv func(string) string) string {
	for _, name := range []string{"CASEBOOK_LANG", "LC_ALL", "LC_MESSAGES", "LANG"} {
		if v := getenv(name); v != "" {
			if strings.HasPrefix(strings.ToLower(v), "fr") {
				return "fr"
			}
			return "en"
		}
	}
	return "en"
}

// say prints a sentence for the reader, typeset.
func (w *world) say(to io.Writer, text fault.Text, args ...any) {
	fmt.Fprintln(to, text.Typeset().Format(args...).In(w.lang))
}

// usage is a mistake in the arguments.
type usage struct{ *fault.Fault }

func badArguments(text fault.Text, args ...any) error {
	return usage{fault.New(fault.Malformed, "bad_arguments", text, args...)}
}

// errAsked ends a command that has printed its help.
var errAsked = errors.New("help was asked for")

// end says what went wrong, if anything did, and returns the exit code.
func (w *world) end(err error) int {
	var bad usage
	issues, broken := library.Broken(err)
	f, refused := fault.From(err)
	switch {
	case err == nil || errors.Is(err, errAsked):
		return fine
	case errors.As(err, &bad):
		fmt.Fprintln(w.stderr, bad.Text.In(w.lang))
		return badUsage
	case broken:
		w.say(w.stderr, fault.Text{
			FR: "Un cas ne peut pas être publié. À corriger :", EN: "A case cannot be published. To be mended:",
		})
		fmt.Fprint(w.stderr, issues.In(w.lang))
	case refused:
		fmt.Fprintln(w.stderr, f.Text.In(w.lang))
	default:
		w.say(w.stderr, fault.Text{FR: "Casebook s’est arrêté : %v.", EN: "Casebook has stopped: %v."}, err)
	}
	return failed
}
