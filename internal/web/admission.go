package web

import (
	"context"
	"io"
	"log/slog"
	"net/http"
	"strings"
	"sync/atomic"
	"time"
)

// doors keep apart what must not hold each other up. The numbers are measured on two cores.
type doors struct {
	// moves are what waits together for one commit, which is no work: the more there are, the more share it. A whole
	// amphitheatre comes in, and is only bounded because each holds some memory.
	moves *door
	// work computes: more at a time than this would only make each of them slower.
	work *door
	// accounts are opened with commits of their own, so that few at a time are enough to keep the disk busy, and
	// passwords are tried, each of which takes a core for a while: a flood of either stays out here.
	accounts *door
	// desk takes zips in and out and waits for checks: few people come, each with much.
	desk *door
	// reports sum up the work of cohorts: few people ask for them, each for much work, which players must not feel.
	reports *door
	// files take long to make, and to send. What people take home of their own keeps nobody from a cohort's: anybody may
	// ask for it, be it a guest.
	files, own *door

	log  *slog.Logger
	now  func() time.Time
	told atomic.Int64 // when the log was last told that requests are turned away, in seconds
}

func newDoors(log *slog.Logger, now func() time.Time) *doors {
	return &doors{
		moves:    newDoor("moves", 512, 512),
		work:     newDoor("work", 64, 512),
		accounts: newDoor("accounts", 8, 512),
		desk:     newDoor("desk", 8, 32),
		reports:  newDoor("reports", 4, 64),
		files:    newDoor("files", 4, 32),
		own:      newDoor("own", 4, 32),
		log:      log,
		now:      now,
	}
}

// all are the doors, for whoever watches them.
func (d *doors) all() []*door {
	return []*door{d.moves, d.work, d.accounts, d.desk, d.reports, d.files, d.own}
}

// of is the door that leads to what a request asks for.
func (d *doors) of(r *http.Request) *door {
	switch path := r.URL.Path; {
	case entering[path], path == "/api/v1/me/password", takesList(r):
		return d.accounts
	case atDesk(path):
		return d.desk
	case path == "/api/v1/me/export":
		return d.own
	case strings.HasSuffix(path, "/export"):
		return d.files
	case readsReport(r):
		return d.reports
	case r.Method == http.MethodGet, strings.HasSuffix(path, "/what-ifs"):
		return d.work
	default:
		return d.moves
	}
}

// summed are what is worked out of a cohort's attempts, by the segment of the path after the cohort.
var summed = map[string]bool{"progress": true, "cases": true, "people": true, "rationales": true, "agreement": true}

// readsReport reports whether a request reads what is worked out of a cohort's attempts.
func readsReport(r *http.Request) bool {
	rest, found := strings.CutPrefix(r.URL.Path, "/api/v1/cohorts/")
	_, what, _ := strings.Cut(rest, "/")
	what, _, _ = strings.Cut(what, "/")
	return found && r.Method == http.MethodGet && summed[what]
}

// around lets requests to the API in through their door. When its line is full, they are refused before a byte of
// their body is read. A body is waited for outside: clients that trickle theirs hold nobody up. Nor do those that are
// slow to read: the slot is given back as soon as the answer is ready, but for files, which are made as they are read.
// Only a zip is waited for inside, once it is known who sends it. The frontend's files, /healthz and /readyz stand in
// the open.
func (d *doors) around(p problems, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !isAPI(r) {
			next.ServeHTTP(w, r)
			return
		}
		door := d.of(r)
		if door.crowded() {
			p.turnAway(w, r, d.refuse(r.Context(), door))
			return
		}
		if takesZip(r) {
			allowTime(w, d.now())
		} else if err := receive(r); err != nil {
			w.Header().Set("Connection", "close") // what is left of the body is not waited for
			p.write(w, r, err)
			return
		}
		if err := d.enter(r.Context(), door); err != nil {
			p.write(w, r, err)
			return
		}
		if door == d.files || door == d.own {
			defer door.leave()
			next.ServeHTTP(w, r)
			return
		}
		inside := &inside{w, door}
		defer inside.leave()
		next.ServeHTTP(inside, r)
	})
}

// enter takes a slot of a door, for whoever's body has come.
func (d *doors) enter(ctx context.Context, through *door) error {
	let, err := through.enter(ctx)
	if err == nil && !let {
		return d.refuse(ctx, through)
	}
	return err
}

// refuse counts whom it turns away. The log is told once a minute: a line for each would be work too.
func (d *doors) refuse(ctx context.Context, at *door) error {
	refused := at.refused.Add(1)
	now, last := d.now().Unix(), d.told.Load()
	if now-last >= 60 && d.told.CompareAndSwap(last, now) {
		d.log.WarnContext(ctx, "requests turned away", "door", at.name, "since_start", refused)
	}
	return overloaded()
}

// turnAway answers before the body has come, for which the server would wait otherwise. A short one is read after the
// answer, so that the connection can be used again: many new ones are the last thing that a full house needs.
func (p problems) turnAway(w http.ResponseWriter, r *http.Request, err error) {
	control := http.NewResponseController(w)
	short := r.ContentLength >= 0 && r.ContentLength <= maxBody && r.Header.Get("Expect") == ""
	if !short || control.EnableFullDuplex() != nil {
		w.Header().Set("Connection", "close")
		p.write(w, r, err)
		return
	}
	p.write(w, r, err)
	if err := control.Flush(); err != nil {
		panic(http.ErrAbortHandler)
	}
	// Half a body must not be taken for the next request.
	if _, err := io.Copy(io.Discard, r.Body); err != nil {
		panic(http.ErrAbortHandler)
	}
}

// inside is the answer to a request that holds a slot, until it begins to be sent.
type inside struct {
	http.ResponseWriter
	door *door
}

func (i *inside) Write(data []byte) (int, error) {
	i.leave()
	return i.ResponseWriter.Write(data)
}

func (i *inside) Unwrap() http.ResponseWriter { return i.ResponseWriter }

func (i *inside) leave() {
	if i.door != nil {
		i.door.leave()
		i.door = nil
	}
}
