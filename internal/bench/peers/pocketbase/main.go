// Command pocketbase is PocketBase as it comes, with one collection that takes decisions. It keeps its data in the
// folder it is given, says on its first line where it listens, and ends with its input.
package main

import (
	"errors"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"os"
	"time"

	"github.com/pocketbase/pocketbase"
	"github.com/pocketbase/pocketbase/apis"
	"github.com/pocketbase/pocketbase/core"
)

func main() {
	if err := run(os.Args[1]); err != nil {
		log.Fatal(err)
	}
}

func run(folder string) error {
	app := pocketbase.NewWithConfig(pocketbase.Config{DefaultDataDir: folder, HideStartBanner: true})
	if err := app.Bootstrap(); err != nil {
		return err
	}
	if err := app.RunAllMigrations(); err != nil {
		return err
	}
	if err := app.Save(decisions()); err != nil {
		return err
	}
	addr, err := free()
	if err != nil {
		return err
	}
	served := make(chan error, 1)
	go func() { served <- apis.Serve(app, apis.ServeConfig{HttpAddr: addr}) }()
	if err := await(addr, served); err != nil {
		return err
	}
	fmt.Println(addr)
	_, err = io.Copy(io.Discard, os.Stdin)
	return errors.Join(err, app.ResetBootstrapState())
}

// decisions is a collection in which everybody may create records.
func decisions() *core.Collection {
	c := core.NewBaseCollection("decisions")
	anyone := ""
	c.CreateRule = &anyone
	c.Fields.Add(
		&core.TextField{Name: "attempt", Required: true},
		&core.TextField{Name: "choice", Required: true},
		&core.NumberField{Name: "step"},
		&core.TextField{Name: "rationale"},
		&core.NumberField{Name: "confidence"},
	)
	return c
}

// free finds a port that nobody uses.
func free() (string, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", err
	}
	return l.Addr().String(), l.Close()
}

// await waits until the server answers.
func await(addr string, served <-chan error) error {
	for range 100 {
		select {
		case err := <-served:
			return err
		case <-time.After(50 * time.Millisecond):
		}
		answer, err := http.Get("http://" + addr + "/api/health")
		if err == nil {
			return answer.Body.Close()
		}
	}
	return errors.New("it does not answer")
}
