package main

import (
	"context"
	"log/slog"
	"net"
	"net/http"
	"time"

	"casebook/frontend"
	"casebook/internal/account"
	"casebook/internal/attempt"
	"casebook/internal/fault"
	"casebook/internal/library"
	"casebook/internal/store"
	"casebook/internal/web"
)

var (
	serveSummary = fault.Text{FR: "démarre le serveur et dit quelle page ouvrir", EN: "start the server and say which page to open"}
	serveHelp    = fault.Text{
		FR: `casebook serve : démarre le serveur, jusqu’à Ctrl+C.

  --addr ADRESSE       où écouter : 127.0.0.1:8080 par défaut, cette machine seulement ;
                       0.0.0.0:8080 ouvre au réseau
  --database BASE      un fichier SQLite, créé s’il n’existe pas (casebook.db par défaut),
                       ou postgres://utilisateur:motdepasse@serveur/base
  --scenarios DOSSIER  publie aussi ce cas, ou tous ceux de ce dossier ; peut être répété ;
                       un cas de même id remplace celui qui est livré
  --verbose            note chaque requête, sans un mot de ce que les gens écrivent

CASEBOOK_ADDR et CASEBOOK_DATABASE valent ces options ; l’option l’emporte.

  casebook serve
  casebook serve --addr 127.0.0.1:9000 --database /srv/casebook/casebook.db --scenarios mes-cas`,
		EN: `casebook serve: start the server, until Ctrl+C.

  --addr ADDRESS     where to listen: 127.0.0.1:8080 unless told otherwise, this machine only;
                     0.0.0.0:8080 opens it to the network
  --database BASE    a SQLite file, made when it is missing (casebook.db unless told otherwise),
                     or postgres://user:password@host/name
  --scenarios DIR    publish this case too, or all those in this folder; may be repeated;
                     a case of the same id takes the place of the one that ships
  --verbose          log every request, without a word of what people write

CASEBOOK_ADDR and CASEBOOK_DATABASE stand for these flags; the flag wins.

  casebook serve
  casebook serve --addr 127.0.0.1:9000 --database /srv/casebook/casebook.db --scenarios my-cases`,
	}
)

type serveOptions struct {
	addr, database string
	scenarios      []string
	verbose        bool
}

func readServeOptions(w *world, args []string) (o serveOptions, err error) {
	f := w.flags("serve")
	f.StringVar(&o.addr, "addr", w.env("CASEBOOK_ADDR", "127.0.0.1:8080"), "")
	f.StringVar(&o.database, "database", w.env("CASEBOOK_DATABASE", "casebook.db"), "")
	f.Func("scenarios", "", func(dir string) error {
		o.scenarios = append(o.scenarios, dir)
		return nil
	})
	f.BoolVar(&o.verbose, "verbose", false, "")
	if err := w.parse(f, args); err != nil {
		return o, err
	}
	return o, noMore(f)
}

// serve checks what it can before it touches the database: the address, and that the cases can be read. Whether a case
// has errors is asked when it is published, for what is published already needs no asking.
func serve(ctx context.Context, w *world, args []string) error {
	o, err := readServeOptions(w, args)
	if err != nil {
		return err
	}
	cases, err := readCases(o.scenarios)
	if err != nil {
		return err
	}
	listener, err := listen(ctx, o.addr)
	if err != nil {
		return err
	}
	defer func() { _ = listener.Close() }() // closed already, when it has served
	log := w.logger(o.verbose)
	st, err := store.Open(ctx, o.database, store.Options{Now: now, Log: log})
	if err != nil {
		return err
	}
	defer func() {
		if err := st.Close(); err != nil {
			log.ErrorContext(ctx, "database not closed", "err", err)
		}
	}()
	handler, err := furnish(ctx, st, cases, log)
	if err != nil {
		return err
	}
	go sweep(ctx, st, log)
	return answer(ctx, w, listener, handler, log)
}

// sweep forgets the logins that have run out, once a day, until ctx ends.
func sweep(ctx context.Context, st *store.Store, log *slog.Logger) {
	daily := time.NewTicker(24 * time.Hour)
	defer daily.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-daily.C:
			if err := st.Sessions().DeleteExpired(ctx); err != nil {
				log.ErrorContext(ctx, "expired logins not forgotten", "err", err)
			}
		}
	}
}

// furnish brings the database up to date and puts the rooms together.
func furnish(ctx context.Context, st *store.Store, cases cases, log *slog.Logger) (http.Handler, error) {
	migration, err := st.Migrate(ctx)
	if err != nil {
		return nil, err
	}
	if migration.Backup != "" {
		log.InfoContext(ctx, "database migrated", "from", migration.From, "to", migration.To, "backup", migration.Backup)
	}
	if err := st.Sessions().DeleteExpired(ctx); err != nil {
		return nil, err
	}
	lib := library.New(st, cases.registers, now)
	if err := cases.publish(ctx, lib, log); err != nil {
		return nil, err
	}
	return web.New(web.Services{
		Accounts: account.New(st, st, now), Library: lib, Attempts: attempt.New(st, lib, now),
		Logins: st.Sessions(), Ready: st.Ready, Frontend: frontend.Files(), Log: log, Now: now, Version: version,
	})
}

// now is the clock of the whole program.
func now() time.Time { return time.Now().UTC().Truncate(time.Microsecond) }

func (w *world) logger(verbose bool) *slog.Logger {
	level := slog.LevelInfo
	if verbose {
		level = slog.LevelDebug
	}
	return slog.New(slog.NewJSONHandler(w.stderr, &slog.HandlerOptions{Level: level}))
}

// address is the page to open for a listener.
func address(l net.Listener) string {
	host, port, _ := net.SplitHostPort(l.Addr().String())
	if ip := net.ParseIP(host); ip == nil || ip.IsUnspecified() {
		host = "localhost"
	}
	return "http://" + net.JoinHostPort(host, port) + "/"
}
