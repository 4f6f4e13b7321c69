package library

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"github.com/google/uuid"

	"casebook/internal/check"
	"casebook/internal/scenario"
)

// Publish makes a folder of the program the newest version of its scenario, unless it already is, or a person has
// published the newest: theirs stays. What is not to be published is not checked. It refuses a folder with errors, and
// one whose walkthroughs fail: the error is then a *BrokenError.
func (s *Service) Publish(ctx context.Context, folder fs.FS) (ref Ref, added bool, err error) {
	sc, issues := scenario.Parse(folder, s.registers)
	if sc == nil {
		return Ref{}, false, &BrokenError{Issues: issues}
	}
	archive, content, err := Pack(folder)
	if err != nil {
		return Ref{}, false, fmt.Errorf("pack %s: %w", sc.ID, err)
	}
	shelf, err := s.store.Shelf(ctx)
	if err != nil {
		return Ref{}, false, err
	}
	if newest, found := shelf.Newest(sc.ID); found && (newest.Content == content || newest.By != uuid.Nil) {
		return newest.Ref, false, nil
	}
	if err := s.check(archive); err != nil {
		return Ref{}, false, err
	}
	return s.store.AddVersion(ctx, Record{
		Ref:         Ref{ID: sc.ID},
		Archive:     archive,
		Content:     content,
		PublishedAt: s.now(),
	})
}

// check refuses what a packed case has errors in. It asks the archive: what is checked is what will be kept, even if
// the folder changes meanwhile.
func (s *Service) check(archive []byte) error {
	folder, err := Unpack(archive)
	if err != nil {
		return fmt.Errorf("unpack what was packed: %w", err)
	}
	report := check.Check(folder, s.registers, check.Options{})
	if issues := report.Refusal(); len(issues) > 0 {
		return &BrokenError{Issues: issues}
	}
	return nil
}

// BrokenError is a folder that cannot be published, with everything that is wrong in it.
type BrokenError struct{ Issues scenario.Issues }

func (e *BrokenError) Error() string {
	var sb strings.Builder
	for i, issue := range e.Issues {
		if i > 0 {
			sb.WriteByte('\n')
		}
		sb.WriteString(issue.In("en"))
	}
	return sb.String()
}

// Broken finds the issues of a folder that could not be published in err's chain.
func Broken(err error) (scenario.Issues, bool) {
	var b *BrokenError
	if errors.As(err, &b) {
		return b.Issues, true
	}
	return nil, false
}
