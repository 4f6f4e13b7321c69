//go:build bench

package main

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"

	_ "github.com/jackc/pgx/v5/stdlib" // speaks to PostgreSQL
)

// peers is where the programs are that we compare ourselves with, a Go module apart.
const peers = "internal/bench/peers"

// pocketBase builds and starts PocketBase as it comes: its commits do not wait for the disk.
func pocketBase(ctx context.Context, folder string) (*process, error) {
	program := filepath.Join(folder, "pocketbase")
	build := exec.CommandContext(ctx, "go", "build", "-C", peers, "-o", program, "./pocketbase")
	build.Stdout, build.Stderr = os.Stderr, os.Stderr
	if err := build.Run(); err != nil {
		return nil, err
	}
	return launch(exec.CommandContext(ctx, program, filepath.Join(folder, "pocketbase-data")))
}

// postgres is the address of a PostgreSQL whose commits wait for the disk; empty when none is there to be measured.
func postgres(ctx context.Context) (_ string, err error) {
	address := os.Getenv("CASEBOOK_TEST_POSTGRES")
	if address == "" {
		fmt.Fprintln(os.Stderr, "PostgreSQL is left out: `make bench` starts one.")
		return "", nil
	}
	db, err := sql.Open("pgx", address)
	if err != nil {
		return "", err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	for _, setting := range []string{"fsync", "synchronous_commit", "full_page_writes"} {
		var value string
		if err := db.QueryRowContext(ctx, "SELECT current_setting($1)", setting).Scan(&value); err != nil {
			return "", err
		}
		if value != "on" {
			return "", fmt.Errorf("PostgreSQL has %s = %s: run `make bench`, which starts one that is durable", setting, value)
		}
	}
	return address, nil
}
