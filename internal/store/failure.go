package store

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"io"
	"net"
	"slices"
	"strings"
	"syscall"

	"github.com/jackc/pgx/v5/pgconn"
	"github.com/mattn/go-sqlite3"
	"gorm.io/gorm"

	"casebook/internal/fault"
)

var (
	diskFull = fault.Text{
		FR: "Le disque du serveur est plein : rien n’a été enregistré. Prévenez l’administrateur ; la lecture reste possible.",
		EN: "The server’s disk is full: nothing was kept. Tell the administrator; reading goes on.",
	}
	databaseAway = fault.Text{
		FR: "La base de données ne répond pas : rien n’a été enregistré. Réessayez dans un instant.",
		EN: "The database does not answer: nothing was kept. Try again in a moment.",
	}
	attemptHeld = fault.Text{
		FR: "Une autre opération retient cette partie : rien n’a été enregistré. Réessayez dans un instant.",
		EN: "Something else is holding this attempt: nothing was kept. Try again in a moment.",
	}
	overloaded = fault.Text{
		FR: "Trop de personnes jouent à la fois : rien n’a été enregistré. Réessayez dans un instant.",
		EN: "Too many people are playing at once: nothing was kept. Try again in a moment.",
	}
	stopping = fault.Text{
		FR: "Le serveur s’arrête : rien n’a été enregistré. Réessayez dans un instant.",
		EN: "The server is stopping: nothing was kept. Try again in a moment.",
	}
	raced = fault.Text{
		FR: "D’autres changements sont arrivés en même temps. Rechargez, puis réessayez.",
		EN: "Other changes came at the same moment. Reload, then try again.",
	}
	unstorable = fault.Text{
		FR: "Ce texte contient un caractère qui ne peut pas être enregistré. Retirez-le, puis réessayez.",
		EN: "This text holds a character that cannot be kept. Remove it, then try again.",
	}
)

// asIs carries an error of the domain past every translation.
type asIs struct{ error }

// failure makes of what a database said a fault, where somebody can act on it; the rest tells what was being done.
func failure(doing string, err error) error {
	var own asIs
	switch {
	case err == nil:
		return nil
	case errors.As(err, &own):
		return own.error
	}
	if _, ok := fault.From(err); ok {
		return err
	}
	err = fmt.Errorf("%s: %w", doing, err)
	switch {
	case full(err):
		return fault.New(fault.Full, "disk_full", diskFull).Because(err)
	case errors.Is(err, gorm.ErrDuplicatedKey), errors.Is(err, errMoved):
		return fault.New(fault.Conflict, "raced", raced).Because(err)
	case sqlState(err, "22021"):
		return fault.New(fault.Invalid, "unstorable_text", unstorable).Because(err)
	case errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return err
	case away(err):
		return fault.New(fault.Unavailable, "database_away", databaseAway).Because(err)
	default:
		return err
	}
}

// outrun reports whether a rival was faster: on what it left, the transaction may succeed.
func outrun(err error) bool {
	return errors.Is(err, gorm.ErrDuplicatedKey) || errors.Is(err, errMoved) || sqlState(err, "40001", "40P01")
}

// waited reports whether somebody else held for too long what a statement needs.
func waited(err error) bool { return sqlState(err, "55P03") }

func full(err error) bool {
	var lite sqlite3.Error
	if errors.As(err, &lite) && (lite.Code == sqlite3.ErrFull || outOfSpace(lite.SystemErrno)) {
		return true
	}
	return outOfSpace(err) || sqlState(err, "53100")
}

func outOfSpace(err error) bool {
	return errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT)
}

// passing are SQLite's troubles that are not the statement's fault.
var passing = []sqlite3.ErrNo{
	sqlite3.ErrBusy, sqlite3.ErrLocked, sqlite3.ErrIoErr, sqlite3.ErrCantOpen, sqlite3.ErrProtocol,
	sqlite3.ErrNomem, sqlite3.ErrReadonly, sqlite3.ErrPerm,
}

// away reports whether the database cannot be worked with for now.
func away(err error) bool {
	var lite sqlite3.Error
	if errors.As(err, &lite) {
		return slices.Contains(passing, lite.Code)
	}
	var network net.Error
	var refused *pgconn.ConnectError
	return errors.As(err, &network) || errors.As(err, &refused) || pgconn.SafeToRetry(err) ||
		errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) ||
		errors.Is(err, driver.ErrBadConn) || errors.Is(err, sql.ErrConnDone) ||
		// A lost connection, too few resources, a shutdown, a statement or a lock that took too long, rivals.
		sqlState(err, "08", "53", "57", "55P03", "40001", "40P01")
}

// sqlState reports whether PostgreSQL said one of these codes, or one of such a class.
func sqlState(err error, codes ...string) bool {
	var pg *pgconn.PgError
	return errors.As(err, &pg) && slices.ContainsFunc(codes, func(c string) bool { return strings.HasPrefix(pg.Code, c) })
}
