package main

import (
	"errors"
	"flag"
	"io"
	"strings"

	"casebook/internal/fault"
)

// flags makes a flag set whose mistakes are answered by parse, in the reader's language.
func (w *world) flags(name string) *flag.FlagSet {
	f := flag.NewFlagSet(name, flag.ContinueOnError)
	f.SetOutput(io.Discard)
	return f
}

// env is what the environment says, or fallback; a flag wins over both.
func (w *world) env(name, fallback string) string {
	if v := w.getenv(name); v != "" {
		return v
	}
	return fallback
}

// parse reads the arguments of a command. --help prints the command's help and ends it.
func (w *world) parse(f *flag.FlagSet, args []string) error {
	err := f.Parse(args)
	switch {
	case err == nil:
		return nil
	case errors.Is(err, flag.ErrHelp):
		if err := w.help([]string{f.Name()}); err != nil {
			return err
		}
		return errAsked
	}
	said := err.Error()
	if name, ok := strings.CutPrefix(said, "flag provided but not defined: -"); ok {
		return unknownFlag(f, name)
	}
	if name, ok := strings.CutPrefix(said, "flag needs an argument: -"); ok {
		return badArguments(fault.Text{
			FR: "--%[1]s attend une valeur. « casebook help %[2]s » montre un exemple.",
			EN: "--%[1]s needs a value. “casebook help %[2]s” shows an example.",
		}, name, f.Name())
	}
	return badArguments(fault.Text{
		FR: "Une option n’a pas pu être lue (%[1]s). « casebook help %[2]s » les explique.",
		EN: "A flag could not be read (%[1]s). “casebook help %[2]s” explains them.",
	}, said, f.Name())
}

// noMore refuses arguments that a command has no use for.
func noMore(f *flag.FlagSet) error {
	if f.NArg() == 0 {
		return nil
	}
	return badArguments(fault.Text{
		FR: "« %[1]s » est de trop. « casebook help %[2]s » dit ce que la commande attend.",
		EN: "“%[1]s” is one too many. “casebook help %[2]s” says what the command expects.",
	}, f.Arg(0), f.Name())
}

func unknownFlag(f *flag.FlagSet, name string) error {
	var known []string
	f.VisitAll(func(k *flag.Flag) { known = append(known, k.Name) })
	if near, ok := nearest(name, known); ok {
		return badArguments(fault.Text{
			FR: "« casebook %[1]s » ne connaît pas --%[2]s. Vouliez-vous dire --%[3]s ?",
			EN: "“casebook %[1]s” does not know --%[2]s. Did you mean --%[3]s?",
		}, f.Name(), name, near)
	}
	return badArguments(fault.Text{
		FR: "« casebook %[1]s » ne connaît pas --%[2]s. « casebook help %[1]s » liste ses options.",
		EN: "“casebook %[1]s” does not know --%[2]s. “casebook help %[1]s” lists its flags.",
	}, f.Name(), name)
}
