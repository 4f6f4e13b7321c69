package personal

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"strings"
	"sync"
	"time"

	"github.com/google/uuid"

	"casebook/internal/fault"
)

// Write writes an erasure as a line of a ledger: when, a space, who.
func (e Erasure) Write(to io.Writer) error {
	_, err := fmt.Fprintf(to, "%s %s\n", e.At.UTC().Format(time.RFC3339Nano), e.Account)
	return err
}

// mostErasures is how many lines a ledger has at most: more than anybody will ever ask for.
const mostErasures = 10_000_000

// ReadLedger reads lines as Erasure.Write writes them; empty ones are passed over. A line that cannot be read refuses
// the whole.
func ReadLedger(from io.Reader) ([]Erasure, error) {
	var list []Erasure
	lines := bufio.NewScanner(from)
	for number := 1; lines.Scan(); number++ {
		text := strings.TrimSpace(lines.Text())
		if text == "" {
			continue
		}
		e, err := erasureOf(text)
		if err != nil || len(list) == mostErasures {
			return nil, notALedger(number)
		}
		list = append(list, e)
	}
	if lines.Err() != nil {
		return nil, notALedger(len(list) + 1)
	}
	return list, nil
}

func erasureOf(line string) (e Erasure, err error) {
	at, who, _ := strings.Cut(line, " ")
	if e.At, err = time.Parse(time.RFC3339Nano, at); err != nil {
		return e, err
	}
	if len(who) != 36 {
		return e, errors.New("an id has 36 characters")
	}
	e.Account, err = uuid.Parse(who)
	return e, err
}

func notALedger(line int) error {
	return fault.New(fault.Malformed, "bad_ledger", fault.Text{
		FR: "La ligne %d n’est pas celle d’un registre d’effacements : une date, une espace, un identifiant, tels que « casebook erasures list » les écrit. Rien n’a été effacé.",
		EN: "Line %d is not one of a ledger of erasures: a date, a space, an id, as “casebook erasures list” writes them. Nothing was erased.",
	}, line)
}

// Ledger goes through all erasures of a store; a File keeps up with it.
type Ledger interface {
	Ledger(ctx context.Context) iter.Seq2[Erasure, error]
}

// File is a ledger kept beside the database, so that it outlives the machine that the database is on. A nil one keeps
// nothing.
type File struct {
	mu    sync.Mutex
	path  string
	known map[uuid.UUID]bool
}

// OpenFile reads a ledger, or begins one where there is none. What it holds is answered too.
func OpenFile(path string) (*File, []Erasure, error) {
	f, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return &File{path: path, known: map[uuid.UUID]bool{}}, nil, nil
	}
	if err != nil {
		return nil, nil, unusableLedger(path, err)
	}
	defer func() { _ = f.Close() }() // it was only read
	end, err := endOf(f)
	if err != nil {
		return nil, nil, unusableLedger(path, err)
	}
	held, err := ReadLedger(io.LimitReader(f, end)) // what is torn was never acknowledged
	if err != nil {
		return nil, nil, err
	}
	known := make(map[uuid.UUID]bool, len(held))
	for _, e := range held {
		known[e.Account] = true
	}
	return &File{path: path, known: known}, held, nil
}

// CatchUp adds what the store has and the file has not, durably before it returns.
func (f *File) CatchUp(ctx context.Context, with Ledger) error {
	if f == nil {
		return nil
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	var missing []Erasure
	for e, err := range with.Ledger(ctx) {
		if err != nil {
			return err
		}
		if !f.known[e.Account] {
			missing = append(missing, e)
		}
	}
	if len(missing) == 0 {
		return nil
	}
	if err := f.add(missing); err != nil {
		return unusableLedger(f.path, err)
	}
	for _, e := range missing {
		f.known[e.Account] = true
	}
	return nil
}

// add appends lines, each on a line of its own, whatever a power cut has left of the last one.
func (f *File) add(list []Erasure) (err error) {
	file, err := os.OpenFile(f.path, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	end, err := endOf(file)
	if err == nil {
		err = file.Truncate(end)
	}
	if err != nil {
		return err
	}
	var lines bytes.Buffer
	for _, e := range list {
		if err := e.Write(&lines); err != nil {
			return err
		}
	}
	if _, err := file.WriteAt(lines.Bytes(), end); err != nil {
		return err
	}
	return file.Sync()
}

// endOf is where the last whole line of a ledger ends.
func endOf(file *os.File) (int64, error) {
	info, err := file.Stat()
	if err != nil {
		return 0, err
	}
	tail := make([]byte, min(info.Size(), 256)) // longer than a line
	from := info.Size() - int64(len(tail))
	if _, err := file.ReadAt(tail, from); err != nil && !errors.Is(err, io.EOF) {
		return 0, err
	}
	return from + int64(bytes.LastIndexByte(tail, '\n')) + 1, nil
}

func unusableLedger(path string, err error) error {
	return fault.New(fault.Unavailable, "ledger_unusable", fault.Text{
		FR: "Le registre des effacements « %s » ne peut pas être lu ou écrit. Vérifiez le dossier, ses droits et la place sur le disque.",
		EN: "The ledger of erasures “%s” cannot be read or written. Check the folder, its permissions and the room on the disk.",
	}, path).Because(err)
}
