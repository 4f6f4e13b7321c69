package main

import (
	"context"
	"log/slog"
	"net"
	"runtime/debug"
	"time"

	"casebook/internal/account"
	"casebook/internal/fault"
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
  --behind-proxy       un mandataire (proxy) est devant : l’adresse qu’il ajoute à X-Forwarded-For
                       est celle du client
  --metrics ADRESSE    montre ici /metrics (Prometheus) et /debug/pprof/ ; sur cette machine
                       seulement, par exemple 127.0.0.1:9090 ; rien par défaut
  --drain DURÉE        combien de temps répondre encore, sans être prêt (/readyz), une fois prié
                       d’arrêter : 0s par défaut ; derrière un répartiteur, plus que
                       l’intervalle de ses contrôles, par exemple 10s
  --erasures FICHIER   tient aussi dans ce fichier le registre des personnes effacées, pour qu’une
                       sauvegarde restaurée ailleurs ne les ramène pas ; il est rejoué au démarrage
  --verbose            note chaque requête, sans un mot de ce que les gens écrivent
  --public-url URL     l’adresse du site, par laquelle commencent les liens, par exemple
                       https://casebook.exemple.fr
  --mail-from ADRESSE  de qui viennent les courriels ; CASEBOOK_SMTP_URL dit par quel serveur :
                       smtp://utilisateur:motdepasse@serveur:587, ou smtps://…
                       sans lui, les liens se remettent en main propre
  --oidc-issuer URL    la connexion de votre organisation (OpenID Connect), avec --oidc-client-id,
                       CASEBOOK_OIDC_SECRET et --oidc-label, ce que dit le bouton
  --oidc-groups G=R,…  quel groupe y donne quel rôle, par exemple formateurs=trainer,dsi=admin

CASEBOOK_ADDR, CASEBOOK_DATABASE, CASEBOOK_METRICS, CASEBOOK_ERASURES, CASEBOOK_PUBLIC_URL, CASEBOOK_MAIL_FROM et
CASEBOOK_OIDC_ISSUER, _CLIENT_ID, _LABEL, _GROUPS valent ces options ; l’option l’emporte.

  casebook serve
  casebook serve --addr 127.0.0.1:9000 --database /srv/casebook/casebook.db --scenarios mes-cas`,
		EN: `casebook serve: start the server, until Ctrl+C.

  --addr ADDRESS     where to listen: 127.0.0.1:8080 unless told otherwise, this machine only;
                     0.0.0.0:8080 opens it to the network
  --database BASE    a SQLite file, made when it is missing (casebook.db unless told otherwise),
                     or postgres://user:password@host/name
  --scenarios DIR    publish this case too, or all those in this folder; may be repeated;
                     a case of the same id takes the place of the one that ships
  --behind-proxy     a proxy stands in front: the address that it adds to X-Forwarded-For is
                     the client’s
  --metrics ADDRESS  show /metrics (Prometheus) and /debug/pprof/ here; on this machine only, such
                     as 127.0.0.1:9090; nowhere unless told
  --drain DURATION   how long to go on answering, not ready (/readyz), once asked to stop: 0s
                     unless told otherwise; behind a balancer, longer than between its checks,
                     such as 10s
  --erasures FILE    keep the ledger of erased people in this file too, so that no backup restored
                     elsewhere brings them back; it is replayed at start
  --verbose          log every request, without a word of what people write
  --public-url URL   the site’s address, which links begin with, such as
                     https://casebook.example.com
  --mail-from ADDR   whom mail comes from; CASEBOOK_SMTP_URL says by which server:
                     smtp://user:password@host:587, or smtps://…
                     without it, links are handed over in person
  --oidc-issuer URL  your organisation’s own login (OpenID Connect), with --oidc-client-id,
                     CASEBOOK_OIDC_SECRET and --oidc-label, what the button says
  --oidc-groups G=R  which group gives which role there, such as trainers=trainer,it=admin

CASEBOOK_ADDR, CASEBOOK_DATABASE, CASEBOOK_METRICS, CASEBOOK_ERASURES, CASEBOOK_PUBLIC_URL, CASEBOOK_MAIL_FROM and
CASEBOOK_OIDC_ISSUER, _CLIENT_ID, _LABEL, _GROUPS stand for these flags; the flag wins.

  casebook serve
  casebook serve --addr 127.0.0.1:9000 --database /srv/casebook/casebook.db --scenarios my-cases`,
	}
)

type serveOptions struct {
	outsideOptions
	addr, database, metrics, erasures string
	scenarios                         []string
	drain                             time.Duration
	behindProxy, verbose              bool
}

func readServeOptions(w *world, args []string) (o serveOptions, err error) {
	f := w.flags("serve")
	f.StringVar(&o.addr, "addr", w.env("CASEBOOK_ADDR", "127.0.0.1:8080"), "")
	f.StringVar(&o.database, "database", w.env("CASEBOOK_DATABASE", "casebook.db"), "")
	f.Func("scenarios", "", func(dir string) error {
		o.scenarios = append(o.scenarios, dir)
		return nil
	})
	f.BoolVar(&o.behindProxy, "behind-proxy", false, "")
	f.StringVar(&o.metrics, "metrics", w.env("CASEBOOK_METRICS", ""), "")
	f.DurationVar(&o.drain, "drain", 0, "")
	f.StringVar(&o.erasures, "erasures", w.env("CASEBOOK_ERASURES", ""), "")
	f.BoolVar(&o.verbose, "verbose", false, "")
	o.read(w, f)
	if err := w.parse(f, args); err != nil {
		return o, err
	}
	if err := o.checkURL(); err != nil {
		return o, err
	}
	return o, noMore(f)
}

// spare is how much memory may be waste before it is collected, in percent of what is kept, unless GOGC says. A server
// keeps little, some tens of megabytes, and every answer leaves some kilobytes behind.
const spare = 400

// serve checks what it can before it touches the database: the address, and that the cases can be read. Whether a case
// has errors is asked when it is published, for what is published already needs no asking.
func serve(ctx context.Context, w *world, args []string) error {
	o, err := readServeOptions(w, args)
	if err != nil {
		return err
	}
	if w.getenv("GOGC") == "" {
		debug.SetGCPercent(spare)
	}
	carrier, err := o.carrier()
	if err != nil {
		return err
	}
	provider, err := o.provider()
	if err != nil {
		return err
	}
	cases, err := readCases(o.scenarios)
	if err != nil {
		return err
	}
	listener, err := listen(ctx, "--addr", o.addr)
	if err != nil {
		return err
	}
	defer func() { _ = listener.Close() }() // closed already, when it has served
	var inside net.Listener
	if o.metrics != "" {
		if inside, err = listenInside(ctx, o.metrics); err != nil {
			return err
		}
		defer func() { _ = inside.Close() }() // ends what it serves
	}
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
	services := web.Services{Log: log, BehindProxy: o.behindProxy, Provider: provider, Accounts: account.New(st, st, now)}
	services.Accounts.Mails = carrier != nil
	if inside != nil {
		services.Metrics = web.NewMetrics()
		go showInside(ctx, inside, measured(st, services.Metrics), log)
	}
	handler, err := furnish(ctx, st, cases, o.erasures, services)
	if err != nil {
		return err
	}
	setup, err := o.setup(ctx, services.Accounts, listener)
	if err != nil {
		return err
	}
	go sweep(ctx, st, log)
	if carrier != nil {
		go post(ctx, services.Accounts, carrier, log)
	}
	return answer(ctx, w, listener, handler, setup, o.drain, log)
}

// setup is the link by which the first admin comes in; empty when there is one already.
func (o *serveOptions) setup(ctx context.Context, accounts *account.Service, l net.Listener) (string, error) {
	token, needed, err := accounts.Setup(ctx)
	if err != nil || !needed {
		return "", err
	}
	site := o.publicURL + "/"
	if o.publicURL == "" {
		site = address(l)
	}
	return site + "setup/" + token, nil
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
