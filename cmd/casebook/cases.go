package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"slices"

	"casebook/internal/fault"
	"casebook/internal/library"
	"casebook/internal/scenario"
	"casebook/internal/solve"
	"casebook/scenarios"
)

// cases are what a server publishes at start, checked, and the registers that they cite.
type cases struct {
	registers *scenario.Registers
	folders   []caseFolder
}

type caseFolder struct {
	id, name string // name is empty for a case that ships
	files    fs.FS
}

// readCases checks the cases that ship and those in further folders. A further case takes the place of the one that
// ships under the same id.
func readCases(further []string) (cases, error) {
	registers, err := shippedRegisters()
	if err != nil {
		return cases{}, err
	}
	c := cases{registers: registers}
	for _, dir := range further {
		names, err := caseFolders(dir)
		if err != nil {
			return c, err
		}
		for _, name := range names {
			if err := c.add(name, os.DirFS(name)); err != nil {
				return c, err
			}
		}
	}
	for _, shipped := range scenarios.Cases() {
		if !c.holds(shipped.ID) {
			c.folders = append(c.folders, caseFolder{shipped.ID, "", shipped.Folder})
		}
	}
	return c, nil
}

// shippedRegisters are the competencies, sources and teaching points that cases cite.
func shippedRegisters() (*scenario.Registers, error) {
	registers, issues := scenario.ParseRegisters(scenarios.Registers())
	if registers == nil {
		return nil, fmt.Errorf("the registers that ship: %w", &library.BrokenError{Issues: issues})
	}
	return registers, nil
}

// readCase reads one case, and the registers that it cites.
func readCase(dir string) (*scenario.Scenario, *scenario.Registers, error) {
	registers, err := shippedRegisters()
	if err != nil {
		return nil, nil, err
	}
	sc, issues := scenario.Parse(os.DirFS(dir), registers)
	if sc == nil {
		return nil, nil, broken(dir, issues)
	}
	return sc, registers, nil
}

// solved values a case, or says why it cannot.
func solved(sc *scenario.Scenario, limit int) (*solve.Solution, error) {
	sol, err := solve.Solve(sc, limit)
	var flaw *solve.Flaw
	switch {
	case errors.As(err, &flaw):
		return nil, fault.New(fault.Invalid, flaw.Code, flaw.Text)
	case err != nil:
		return nil, fmt.Errorf("solve: %w", err)
	}
	return sol, nil
}

func (c *cases) holds(id string) bool {
	return slices.ContainsFunc(c.folders, func(f caseFolder) bool { return f.id == id })
}

func (c *cases) add(name string, files fs.FS) error {
	sc, issues := scenario.Parse(files, c.registers)
	if sc == nil {
		return broken(name, issues)
	}
	if c.holds(sc.ID) {
		return fault.New(fault.Invalid, "case_twice", fault.Text{
			FR: "Deux dossiers contiennent le cas « %[1]s », dont %[2]s. Gardez-en un, ou changez l’id de l’autre.",
			EN: "Two folders hold the case “%[1]s”, one of them %[2]s. Keep one, or change the other’s id.",
		}, sc.ID, name)
	}
	c.folders = append(c.folders, caseFolder{sc.ID, name, files})
	return nil
}

// publish makes each case the newest version of itself, where it is not that already.
func (c *cases) publish(ctx context.Context, lib *library.Service, log *slog.Logger) error {
	for _, f := range c.folders {
		ref, added, err := lib.Publish(ctx, f.files)
		if issues, ok := library.Broken(err); ok {
			return broken(cmp.Or(f.name, f.id), issues)
		}
		if err != nil {
			return fmt.Errorf("publish %s: %w", f.id, err)
		}
		if added {
			log.InfoContext(ctx, "scenario published", "scenario", ref.ID, "version", ref.Version)
		}
	}
	return nil
}

// broken puts the folder's name before each issue.
func broken(name string, issues scenario.Issues) error {
	named := slices.Clone(issues)
	for i := range named {
		named[i].File = filepath.Join(name, named[i].File)
	}
	return &library.BrokenError{Issues: named}
}

// caseFolders finds the cases in a folder: itself, or those right below it.
func caseFolders(dir string) ([]string, error) {
	if isCase(dir) {
		return []string{dir}, nil
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, fault.New(fault.Invalid, "no_such_folder", fault.Text{
			FR: "Le dossier « %s » ne peut pas être lu. Vérifiez son nom et ses droits.",
			EN: "The folder “%s” cannot be read. Check its name and its permissions.",
		}, dir).Because(err)
	}
	var found []string
	for _, e := range entries {
		if name := filepath.Join(dir, e.Name()); e.IsDir() && isCase(name) {
			found = append(found, name)
		}
	}
	if len(found) == 0 {
		return nil, fault.New(fault.Invalid, "no_case_here", fault.Text{
			FR: "Il n’y a pas de cas dans « %s » : il y faut un scenario.yaml, ou des dossiers qui en contiennent un.",
			EN: "There is no case in “%s”: it has to hold a scenario.yaml, or folders that hold one.",
		}, dir)
	}
	return found, nil
}

// folders leaves out the plain files that a shell's `scenarios/*` brings along.
func folders(names []string) []string {
	kept := slices.DeleteFunc(slices.Clone(names), func(name string) bool {
		info, err := os.Stat(name)
		return err == nil && info.Mode().IsRegular()
	})
	if len(kept) == 0 {
		return names
	}
	return kept
}

func isCase(dir string) bool {
	info, err := os.Stat(filepath.Join(dir, "scenario.yaml"))
	return err == nil && info.Mode().IsRegular()
}
