// Package fault is how a refusal travels: its kind, a stable code, the sentence that may be shown to a person in
// their language, and the private cause, which is logged and shown to nobody.
package fault

import (
	"errors"
	"fmt"
	"slices"
)

// Kind says what sort of refusal a fault is; the edges turn it into a status or an exit code.
type Kind uint8

// The kinds, each with what it means to the caller.
const (
	Invalid      Kind = iota + 1 // understood, but not possible
	Malformed                    // could not be read
	Unauthorized                 // nobody is signed in
	NotFound                     // does not exist, or is somebody else's
	Conflict                     // the world has moved on
	TooLarge                     // over a limit
	Unsupported                  // a content type that is not read
	Unavailable                  // try again soon
	Full                         // the disk is full: reading goes on, writing does not
	TooMany                      // too often: try again later
	Forbidden                    // no matter for this role
)

// Text is one sentence in each language that the product speaks.
type Text struct{ FR, EN string }

// In returns the sentence in lang, in English where lang is not spoken.
func (t Text) In(lang string) string {
	if lang == "fr" {
		return t.FR
	}
	return t.EN
}

// Format fills the verbs of both sentences with the same arguments; one that is itself a Text is said in the language
// of the sentence. Explicit indexes (%[2]s) let word order differ.
func (t Text) Format(args ...any) Text {
	if len(args) == 0 {
		return t
	}
	french, english := slices.Clone(args), slices.Clone(args)
	for i, a := range args {
		if said, ok := a.(Text); ok {
			french[i], english[i] = said.FR, said.EN
		}
	}
	return Text{FR: fmt.Sprintf(t.FR, french...), EN: fmt.Sprintf(t.EN, english...)}
}

// Fault is a refusal a person can act on.
type Fault struct {
	Kind  Kind
	Code  string // stable, snake_case: what a program decides on
	Text  Text
	Extra map[string]any // what the answer carries beside the sentence: "step", "draft"
	Cause error          // never shown
}

// New makes a fault whose sentences are typeset and filled with args.
func New(kind Kind, code string, text Text, args ...any) *Fault {
	return &Fault{Kind: kind, Code: code, Text: text.Typeset().Format(args...)}
}

// With returns a copy of f whose answer also carries value under key.
func (f *Fault) With(key string, value any) *Fault {
	c := *f
	c.Extra = map[string]any{key: value}
	for k, v := range f.Extra {
		c.Extra[k] = v
	}
	return &c
}

// Because returns a copy of f that remembers its private cause.
func (f *Fault) Because(err error) *Fault {
	c := *f
	c.Cause = err
	return &c
}

func (f *Fault) Error() string {
	if f.Cause != nil {
		return fmt.Sprintf("%s: %s: %v", f.Code, f.Text.EN, f.Cause)
	}
	return f.Code + ": " + f.Text.EN
}

func (f *Fault) Unwrap() error { return f.Cause }

// From finds the fault in err's chain.
func From(err error) (*Fault, bool) {
	var f *Fault
	ok := errors.As(err, &f)
	return f, ok
}

// Is reports whether err's chain holds a fault of this kind.
func Is(err error, kind Kind) bool {
	f, ok := From(err)
	return ok && f.Kind == kind
}
