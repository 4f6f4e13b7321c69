package store

import (
	"net/url"
	"strings"

	"github.com/jackc/pgx/v5"

	"casebook/internal/fault"
)

var badAddress = fault.Text{
	FR: "L’adresse de la base n’est pas lisible. Écrivez un nom de fichier (casebook.db) ou postgres://utilisateur:motdepasse@serveur/base.",
	EN: "The database’s address cannot be read. Write a file’s name (casebook.db) or postgres://user:password@host/name.",
}

// parse reads the address of a database. The refusal never repeats it: it may hold a password.
func parse(address string) (database, error) {
	switch {
	case strings.HasPrefix(address, "postgres://"), strings.HasPrefix(address, "postgresql://"):
		if _, err := url.Parse(address); err != nil {
			return nil, fault.New(fault.Invalid, "bad_database_address", badAddress)
		}
		config, err := pgx.ParseConfig(address)
		if err != nil {
			return nil, fault.New(fault.Invalid, "bad_database_address", badAddress).Because(err)
		}
		return newPostgres(config), nil
	case strings.HasPrefix(address, "sqlite:"):
		address = strings.TrimPrefix(strings.TrimPrefix(address, "sqlite:"), "//")
	case strings.Contains(address, "://"):
		return nil, fault.New(fault.Invalid, "bad_database_address", badAddress)
	}
	if address == "" {
		return nil, fault.New(fault.Invalid, "bad_database_address", badAddress)
	}
	return inFile(address), nil
}
