package main

import (
	"context"
	"fmt"
	"runtime"

	"casebook/internal/fault"
)

var (
	versionSummary = fault.Text{FR: "dit de quelle version il s’agit", EN: "say which version this is"}
	versionHelp    = fault.Text{
		FR: "casebook version : la version du programme, celle de Go et la machine visée.",
		EN: "casebook version: the program's version, Go's, and the machine it is built for.",
	}
)

func printVersion(_ context.Context, w *world, args []string) error {
	f := w.flags("version")
	if err := w.parse(f, args); err != nil {
		return err
	}
	if err := noMore(f); err != nil {
		return err
	}
	_, err := fmt.Fprintf(w.stdout, "casebook %s (%s, %s/%s)\n", version, runtime.Version(), runtime.GOOS, runtime.GOARCH)
	return err
}
