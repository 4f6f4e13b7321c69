package store

import (
	"io/fs"
	"os"
	"reflect"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/uuid"
	"github.com/pressly/goose/v3"
	"gorm.io/gorm"

	"casebook/internal/attempt"
	"casebook/internal/engine"
	"casebook/internal/library"
)

// namedSchema makes a database as it was when decisions were written in the author's words.
func namedSchema(t *testing.T, address string) *gorm.DB {
	t.Helper()
	d, err := parse(address)
	if err != nil {
		t.Fatal(err)
	}
	folder := map[goose.Dialect]string{goose.DialectSQLite3: "sqlite", goose.DialectPostgres: "postgres"}[d.dialect()]
	old := fstest.MapFS{}
	for _, name := range []string{"00001_begin.sql", "00002_changes.sql"} {
		data, err := fs.ReadFile(shipped, folder+"/"+name)
		if err != nil {
			t.Fatal(err)
		}
		old[name] = &fstest.MapFile{Data: data}
	}
	if file, ok := d.(sqlite); ok {
		if err := os.WriteFile(file.path, nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	db, err := d.connect()
	if err != nil {
		t.Fatal(err)
	}
	provider, err := goose.NewProvider(d.dialect(), db, old, goose.WithTableName(versionTable))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := provider.Up(t.Context()); err != nil {
		t.Fatal(err)
	}
	g, err := gorm.Open(d.dialector(db), &gorm.Config{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { shut(db) })
	return g
}

func TestDecisionsThatWereNamedAreWrittenInCodes(t *testing.T) {
	archive, _, err := library.Pack(os.DirFS("../scenario/testdata/client-toxique"))
	if err != nil {
		t.Fatal(err)
	}
	each(t, func(t *testing.T, address string) {
		db := namedSchema(t, address)
		owner, playing, ended := newID(t), newID(t), newID(t)
		run := func(statement string, args ...any) {
			t.Helper()
			if err := db.Exec(statement, args...).Error; err != nil {
				t.Fatal(err)
			}
		}
		run("INSERT INTO accounts VALUES (?, 'guest', ?)", key(owner), noon)
		run("INSERT INTO scenario_versions VALUES ('client-toxique', 1, ?, ?, ?)", record("", "c").Content, archive, noon)
		begin := func(id uuid.UUID, status string, step int, ended, timer any) {
			t.Helper()
			run(`INSERT INTO attempts (id, account_id, scenario_id, scenario_version, lang, timing, seed, status, step, node, state,
				entered_at, timer_at, started_at, updated_at, ended_at, changes)
				VALUES (?, ?, 'client-toxique', 1, 'fr', 'standard', 'seed', ?, ?, 'appel', '{"node":"appel"}', ?, ?, ?, ?, ?, 5)`,
				key(id), key(owner), status, step, noon, timer, noon, noon, ended)
		}
		decide := func(id uuid.UUID, step int, node, move, offered, displayed, draws string) {
			t.Helper()
			run(`INSERT INTO decisions VALUES (?, ?, ?, 1, ?, ?, ?, ?, 2, 1500, ?, 'key', ?)`,
				key(id), step, node, move, false, offered, displayed, draws, noon.Add(time.Duration(step)*time.Second))
			run("INSERT INTO rationales VALUES (?, ?, 'parce que')", key(id), step)
		}
		begin(playing, "in_progress", 2, nil, noon.Add(time.Minute))
		decide(playing, 0, "signal", "?carnet", `["appeler","attendre","?carnet"]`, `["attendre","appeler"]`, "[]")
		decide(playing, 1, "signal", "appeler", `["appeler","attendre"]`, `["attendre","appeler"]`, `[{"node":"reaction","outcome":"excuses"}]`)
		begin(ended, "abandoned", 0, noon.Add(time.Hour), nil)

		s := opened(t, address)
		got, err := kept(t, s, owner, playing)
		if err != nil {
			t.Fatal(err)
		}
		v, err := library.Read(library.Record{Archive: archive})
		if err != nil {
			t.Fatal(err)
		}
		code := func(name string) int {
			i, ok := v.Scenario.NodeIndex(name)
			if !ok {
				t.Fatalf("no node %s", name)
			}
			return i
		}
		signal, call, mood := code("signal"), code("excuses"), code("reaction")
		choices := v.Scenario.Nodes[signal].Choices
		if choices[0].ID != "appeler" {
			t.Fatalf("the first choice is %s", choices[0].ID)
		}
		waiting := byte(0)
		for i := range choices {
			if choices[i].ID == "attendre" {
				waiting = byte(i)
			}
		}
		look := 0
		for v.Scenario.Nodes[signal].Looks[look].ID != "carnet" {
			look++
		}
		both := attempt.Offered(1 | 1<<waiting)
		want := []attempt.Decision{
			{Move: engine.LookMove(look), Offered: both | 1<<(32+look), At: noon},
			{Draws: attempt.Draws([]byte{byte(mood >> 8), byte(mood), byte(call >> 8), byte(call)}), Offered: both, At: noon.Add(time.Second)},
		}
		for i := range want {
			want[i].Node, want[i].Visit, want[i].Displayed = signal, 1, string([]byte{waiting, 0})
			want[i].Confidence, want[i].Took, want[i].Key, want[i].Rationale = 2, 1500*time.Millisecond, "key", "parce que"
		}
		if !reflect.DeepEqual(got.Decisions, want) {
			t.Errorf("got %+v\nwant %+v", got.Decisions, want)
		}
		if got.Clock != (attempt.Clock{Started: noon.Add(time.Minute), Step: 2}) || got.State != nil {
			t.Errorf("its clock is %+v, its state %s", got.Clock, got.State)
		}
		if got, err := kept(t, s, owner, ended); err != nil || string(got.State) != `{"node":"appel"}` || got.Status != attempt.Abandoned {
			t.Errorf("the ended one: %+v, %v", got, err)
		}
	})
}
