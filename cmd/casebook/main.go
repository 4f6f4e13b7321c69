// Casebook rehearses the hard moments of a client relationship: this is the program. Each command has a file of its
// own; `casebook help` lists them.
package main

import (
	"context"
	"io"
	"os"
	"os/signal"
	"syscall"

	"casebook/internal/fault"
)

// version is set by the linker.
var version = "dev"

// The exit codes.
const (
	fine     = 0
	failed   = 1 // refused or failed: a sentence on stderr says why
	badUsage = 2 // the arguments could not be understood
)

// command is one thing that the program does. run gets the arguments after the command's name.
type command struct {
	name    string
	summary fault.Text // one line, for the list
	help    fault.Text // what `casebook help NAME` says
	run     func(ctx context.Context, w *world, args []string) error
}

// commands lists them in the order in which people meet them.
func commands() []command {
	return []command{
		{"serve", serveSummary, serveHelp, serve},
		{"check", checkSummary, checkHelp, checkCases},
		{"play", playSummary, playHelp, play},
		{"new", newSummary, newHelp, newCase},
		{"note", noteSummary, noteHelp, note},
		{"schema", schemaSummary, schemaHelp, schema},
		{"i18n", i18nSummary, i18nHelp, i18n},
		{"migrate", migrateSummary, migrateHelp, migrate},
		{"backup", backupSummary, backupHelp, backup},
		{"restore", restoreSummary, restoreHelp, restore},
		{"erasures", erasuresSummary, erasuresHelp, erasures},
		{"retention", retentionSummary, retentionHelp, retention},
		{"demo", demoSummary, demoHelp, demonstrate},
		{"verify", verifySummary, verifyHelp, verify},
		{"account", accountSummary, accountHelp, accounts},
		{"audit", auditSummary, auditHelp, auditTrail},
		{"version", versionSummary, versionHelp, printVersion},
	}
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // a second signal ends the program at once
	os.Exit(run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr, os.Getenv))
}

// run is the whole program; getenv is its environment. It returns the exit code.
func run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer, getenv func(string) string) int {
	w := &world{stdin, stdout, stderr, getenv, spoken(getenv)}
	if len(args) == 0 {
		w.overview(stderr)
		return badUsage
	}
	switch args[0] {
	case "help", "-h", "-help", "--help":
		return w.end(w.help(args[1:]))
	}
	c, err := find(args[0])
	if err != nil {
		return w.end(err)
	}
	return w.end(c.run(ctx, w, args[1:]))
}
