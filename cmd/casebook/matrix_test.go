package main

import (
	"bufio"
	"bytes"
	"fmt"
	"maps"
	"net/http"
	"net/url"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"

	"casebook/api"
)

// matrixFile says of each operation what it answers each caller; its head says how.
const matrixFile = "testdata/matrix.txt"

// callers are who asks, in the order of the columns. What the requests are about is alder's; birch is another cohort.
var callers = []string{"nobody", "guest", "trainee", "stranger", "trainer", "other", "manager", "foreign", "admin"}

// matrixRow is what an operation answers: "in", or the status of its refusal.
type matrixRow struct {
	operation string
	query     url.Values
	want      map[string]string // by caller
}

func (r matrixRow) String() string {
	if len(r.query) == 0 {
		return r.operation
	}
	query, _ := url.QueryUnescape(r.query.Encode())
	return r.operation + "?" + query
}

func readMatrix(t *testing.T) (rows []matrixRow) {
	t.Helper()
	data, err := os.ReadFile(matrixFile)
	if err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(bytes.NewReader(data))
	for lines.Scan() {
		line, _, _ := strings.Cut(lines.Text(), "#")
		cells := strings.Fields(line)
		switch {
		case len(cells) == 0:
			continue
		case len(cells) != 1+len(callers):
			t.Fatalf("%s: a row has an operation and %d cells, unlike %q", matrixFile, len(callers), line)
		}
		operation, query, _ := strings.Cut(cells[0], "?")
		values, err := url.ParseQuery(query)
		if err != nil {
			t.Fatal(err)
		}
		row := matrixRow{operation, values, map[string]string{}}
		for i, who := range callers {
			row.want[who] = cells[1+i]
		}
		rows = append(rows, row)
	}
	return rows
}

// TestEachOperationLetsInWhomItShould asks for every operation of the contract as everybody, about what is alder's. Of
// those whom it refuses, none may change anything; of those whom it lets in, each reads what is theirs to read.
func TestEachOperationLetsInWhomItShould(t *testing.T) {
	t.Parallel()
	doc, err := openapi3.NewLoader().LoadFromData(api.Document)
	if err != nil {
		t.Fatal(err)
	}
	operations := map[string]operation{}
	for path, item := range doc.Paths.Map() {
		for method, o := range item.Operations() {
			operations[o.OperationID] = operation{method, path, item, o}
		}
	}
	rows := readMatrix(t)
	for _, r := range rows {
		if _, there := operations[r.operation]; !there {
			t.Errorf("%s: the contract has no operation %s", matrixFile, r.operation)
		}
	}
	for _, id := range slices.Sorted(maps.Keys(operations)) {
		if !slices.ContainsFunc(rows, func(r matrixRow) bool { return r.operation == id }) {
			t.Errorf("%s: the operation %s is missing", matrixFile, id)
		}
	}
	eachDatabase(t, func(t *testing.T, address string) {
		t.Parallel()
		c := newCampus(t, address)
		shared := c.open(t)
		for _, row := range rows {
			o, there := operations[row.operation]
			if !there {
				continue
			}
			t.Run(row.String(), func(t *testing.T) { c.tries(t, shared, o, row) })
		}
	})
}

// tries asks as those who are refused, and then as those who are let in. Who changes more than what is their own does it
// in a campus of their own.
func (c *campus) tries(t *testing.T, shared *site, o operation, row matrixRow) {
	before := kept(t, shared)
	for _, who := range callers {
		if row.want[who] != "in" {
			c.try(t, shared, o, row, who)
		}
	}
	if after := kept(t, shared); after != before {
		t.Error("who was refused has changed something")
	}
	if o.method != http.MethodGet && row.own() {
		shared = c.open(t)
	}
	apart := 0
	for _, who := range callers {
		switch {
		case row.want[who] != "in":
		case o.method == http.MethodGet || row.own():
			c.try(t, shared, o, row, who)
		case apart > 0 && c.onServer(): // which takes long to copy; on SQLite everybody has a turn
		default:
			apart++
			t.Run(who, func(t *testing.T) { c.try(t, c.open(t), o, row, who) })
		}
	}
}

// own reports whether an operation is about whoever asks: it lets in everybody who is signed in. Links are used once, and
// an address is written to so often.
func (r matrixRow) own() bool {
	for _, who := range callers[1:] {
		if r.want[who] != "in" {
			return false
		}
	}
	return r.operation != "useLink" && r.operation != "forgetPassword"
}

func (c *campus) try(t *testing.T, s *site, o operation, row matrixRow, who string) {
	t.Helper()
	method, path, body, headers := o.request(t, c, row.query)
	r := c.as(t, s, who).ask(method, path, body, headers...)
	if got := outcome(r); got != row.want[who] {
		t.Errorf("%s is answered %s, want %s: %s", who, got, row.want[who], shortened(r.body))
	}
	for _, leak := range c.leaks(t, r, o, who) {
		t.Errorf("%s reads %s in %s", who, leak, shortened(r.body))
	}
}

// outcome is what an answer comes to. Who is refused for what they have sent, or for how things stand, was let in.
func outcome(r reply) string {
	switch {
	case r.status < http.StatusBadRequest, r.status == http.StatusConflict, r.status == http.StatusUnprocessableEntity:
		return "in"
	default:
		return strconv.Itoa(r.status)
	}
}

func shortened(body []byte) string {
	const most = 300
	if len(body) > most {
		return fmt.Sprintf("%.*s…", most, body)
	}
	return string(body)
}
