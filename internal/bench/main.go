//go:build bench

// Bench measures Casebook beside what it is compared with, in one run, and prints a table of ratios. It is no part of
// the product: it is built with the tag bench alone. `go run -tags bench ./internal/bench -help` lists its options.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"slices"
	"strings"
	"syscall"
	"time"

	"casebook/internal/bench/serve"
)

// options say what is measured, and how long.
type options struct {
	only      string
	servers   string
	rounds    int
	time      time.Duration
	decisions int
	lines     int
	profile   string
	data      string
	json      string
}

// subjects are what can be measured, in the order of the table.
var subjects = []struct {
	name    string
	measure func(context.Context, options) ([]row, error)
}{
	{"decide", decide},
	{"kept", kept},
	{"reports", reports},
	{"cohorts", cohorts},
	{"exports", exports},
	{"growth", growth},
	{"engine", engines},
	{"cases", cases},
}

func main() {
	ctx, _ := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	if err := run(ctx, os.Args[1:]); err != nil && !errors.Is(err, flag.ErrHelp) {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, args []string) (err error) {
	if len(args) == 3 && args[0] == "serve" {
		return serve.Run(ctx, args[1], args[2])
	}
	o, err := read(args)
	if err != nil {
		return err
	}
	if o.data, err = os.MkdirTemp(o.data, "casebook-bench."); err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(o.data)) }()
	rows, failed := measure(ctx, o)
	return errors.Join(failed, write(os.Stdout, rows), keep(o.json, rows))
}

// measure measures every subject that is asked for. When one fails, the others go on.
func measure(ctx context.Context, o options) (rows []row, err error) {
	for _, s := range subjects {
		if !among(o.only, s.name) {
			continue
		}
		measured, failed := s.measure(ctx, o)
		if failed != nil {
			err = errors.Join(err, fmt.Errorf("%s: %w", s.name, failed))
		}
		rows = append(rows, measured...)
	}
	return rows, err
}

// among reports whether a list names something; an empty list names everything.
func among(list, name string) bool {
	return list == "" || slices.Contains(strings.Split(list, ","), name)
}

// wants reports whether a server takes part.
func (o options) wants(server string) bool { return among(o.servers, server) }

func read(args []string) (o options, err error) {
	f := flag.NewFlagSet("bench", flag.ContinueOnError)
	f.StringVar(&o.only, "only", "", "measure these subjects alone, with commas between them")
	f.StringVar(&o.servers, "servers", "", "measure decisions with these servers alone, such as gin,stub,sqlite")
	f.IntVar(&o.rounds, "rounds", 5, "how many rounds")
	seconds := f.Float64("seconds", 2, "how long a server is under load in a round")
	f.IntVar(&o.decisions, "decisions", million.decisions, "how many decisions the references of reports read, up to 10000000, which takes long")
	f.IntVar(&o.lines, "lines", 200_000, "how many lines the files have that are exported")
	f.StringVar(&o.profile, "profile", "", "keep CPU profiles of the servers under load in this folder")
	f.StringVar(&o.data, "data", "", "keep databases in this folder, on a disk, while measuring")
	f.StringVar(&o.json, "json", "bench.json", "write the table into this file too")
	if err = f.Parse(args); err == nil && (o.decisions < 1 || o.decisions > millions.decisions) {
		err = fmt.Errorf("--decisions counts from 1 to %d", millions.decisions)
	}
	o.time = time.Duration(*seconds * float64(time.Second))
	return o, err
}
