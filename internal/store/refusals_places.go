package store

import (
	"errors"
	"io/fs"
	"path/filepath"

	"casebook/internal/fault"
)

// unusableFolder says why no file can be made beside path.
func unusableFolder(path string, cause error) error {
	folder := filepath.Dir(path)
	switch {
	case full(cause):
		return cause
	case errors.Is(cause, fs.ErrNotExist):
		return fault.New(fault.Invalid, "folder_missing", fault.Text{
			FR: "Le dossier « %[1]s » n’existe pas. Créez-le : mkdir -p %[2]s.",
			EN: "The folder “%[1]s” does not exist. Make it: mkdir -p %[2]s.",
		}, folder, fault.Argument(folder)).Because(cause)
	default:
		return fault.New(fault.Invalid, "folder_unwritable", fault.Text{
			FR: "Casebook ne peut pas écrire dans « %[1]s ». Donnez un dossier où ce compte a le droit d’écrire.",
			EN: "Casebook cannot write in “%[1]s”. Give a folder in which this user may write.",
		}, folder).Because(cause)
	}
}

const backupIsThere = "backup_exists"

func backupExists(file string) error {
	return fault.New(fault.Invalid, backupIsThere, fault.Text{
		FR: "« %[1]s » existe déjà et ne sera pas écrasé. Donnez un autre nom à la sauvegarde.",
		EN: "“%[1]s” is there already and will not be overwritten. Give the backup another name.",
	}, file)
}

func usePgDump(file string) error {
	return fault.New(fault.Invalid, "backup_by_pg_dump", fault.Text{
		FR: "Une base PostgreSQL se sauvegarde avec ses propres outils : pg_dump --format=custom --file=%[1]s postgres://…",
		EN: "A PostgreSQL database is backed up with its own tools: pg_dump --format=custom --file=%[1]s postgres://…",
	}, fault.Argument(file))
}

func noServer(server string, cause error) error {
	return fault.New(fault.Unavailable, "database_unreachable", fault.Text{
		FR: "Aucun PostgreSQL ne répond à %[1]s. Démarrez-le, ou vérifiez l’adresse dans --database.",
		EN: "No PostgreSQL answers at %[1]s. Start it, or check the address in --database.",
	}, server).Because(cause)
}

func loginRefused(server, user string, cause error) error {
	return fault.New(fault.Invalid, "database_login_refused", fault.Text{
		FR: "PostgreSQL (%[1]s) refuse l’utilisateur « %[2]s ». Vérifiez le nom et le mot de passe dans --database.",
		EN: "PostgreSQL (%[1]s) refuses the user “%[2]s”. Check the name and the password in --database.",
	}, server, user).Because(cause)
}

func noDatabase(server, name string, cause error) error {
	return fault.New(fault.Invalid, "database_missing", fault.Text{
		FR: "PostgreSQL (%[1]s) n’a pas de base « %[2]s ». Créez-la : createdb %[3]s.",
		EN: "PostgreSQL (%[1]s) has no database “%[2]s”. Make it: createdb %[3]s.",
	}, server, name, fault.Argument(name)).Because(cause)
}
