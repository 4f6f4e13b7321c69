package export

import (
	"io"
	"runtime"
	"testing"
	"time"
)

// live is how many bytes are in use.
func live() uint64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}

// long is a sheet of so many rows; after each fiftieth part it measures what is in use.
func long(rows int, most *uint64) Sheet {
	return Sheet{Name: "x", Columns: []Column{{"n", 8}, {"t", 20}, {"d", 16}}, Rows: func(yield func([]Cell, error) bool) {
		row := make([]Cell, 3)
		for i := range rows {
			if most != nil && i%(rows/50) == 0 {
				*most = max(*most, live())
			}
			row[0], row[1], row[2] = Count(i), Text("Nommer le comportement, avec des faits"), Moment(noon)
			if !yield(row, nil) {
				return
			}
		}
	}}
}

var formats = map[string]func(io.Writer, Sheet) error{
	"csv":  func(w io.Writer, s Sheet) error { return CSV(w, Reader{"fr", time.UTC}, s) },
	"xlsx": func(w io.Writer, s Sheet) error { return XLSX(w, Reader{"fr", time.UTC}, []Sheet{s}) },
}

func TestALongFileTakesNoMoreMemoryThanAShortOne(t *testing.T) {
	const allowed = 40 << 20 // a workbook keeps 16 MiB of a sheet, twice while they grow, before it takes to a file
	for name, write := range formats {
		t.Run(name, func(t *testing.T) {
			before, most := live(), uint64(0)
			if err := write(io.Discard, long(300_000, &most)); err != nil {
				t.Fatal(err)
			}
			if most > before+allowed {
				t.Errorf("%d MiB were in use, before it %d", most>>20, before>>20)
			}
		})
	}
}

func BenchmarkAMillionRows(b *testing.B) {
	for name, write := range formats {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if err := write(io.Discard, long(1_000_000, nil)); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
