package store

import (
	"errors"
	"io/fs"

	"casebook/internal/fault"
)

// ofBackup says what was found wrong with a backup that was to be restored. Errors of another kind stay as they are.
func ofBackup(file string, s schema, err error) error {
	var u *unsound
	switch {
	case errors.Is(err, fs.ErrPermission):
		return backupUnreadable(file, err)
	case !errors.As(err, &u):
		return err
	}
	switch u.trouble {
	case foreign:
		return fault.New(fault.Invalid, "backup_foreign", fault.Text{
			FR: "« %[1]s » est la base d’un autre programme, pas une sauvegarde de Casebook. Rien n’a été changé.",
			EN: "“%[1]s” is the database of another program, not a backup of Casebook. Nothing was changed.",
		}, file)
	case newer:
		return fault.New(fault.Invalid, "backup_newer", fault.Text{
			FR: "La sauvegarde « %[1]s » vient d’un Casebook plus récent (schéma %[2]d, celui-ci connaît %[3]d). Rien n’a été changé. Restaurez-la avec la version récente, ou donnez une sauvegarde plus ancienne.",
			EN: "The backup “%[1]s” comes from a newer Casebook (schema %[2]d, this one knows %[3]d). Nothing was changed. Restore it with the newer version, or give an older backup.",
		}, file, u.has, s.newest)
	default:
		return fault.New(fault.Invalid, "backup_damaged", fault.Text{
			FR: "« %[1]s » n’est pas une sauvegarde intacte. Rien n’a été changé. Donnez-en une autre.",
			EN: "“%[1]s” is not a sound backup. Nothing was changed. Give another one.",
		}, file).Because(err)
	}
}

func missingBackup(file string) error {
	return fault.New(fault.Invalid, "backup_missing", fault.Text{
		FR: "Il n’y a pas de sauvegarde « %[1]s ». Vérifiez son nom.",
		EN: "There is no backup “%[1]s”. Check its name.",
	}, file)
}

func backupUnreadable(file string, cause error) error {
	return fault.New(fault.Invalid, "backup_unreadable", fault.Text{
		FR: "La sauvegarde « %[1]s » ne peut pas être lue par ce compte. Donnez un fichier qu’il a le droit de lire.",
		EN: "The backup “%[1]s” cannot be read by this user. Give a file that it may read.",
	}, file).Because(cause)
}

func backupIsTheDatabase(path string) error {
	return fault.New(fault.Invalid, "backup_is_the_database", fault.Text{
		FR: "« %[1]s » est la base elle-même, pas une sauvegarde. Donnez le fichier d’une sauvegarde.",
		EN: "“%[1]s” is the database itself, not a backup. Give the file of a backup.",
	}, path)
}

func databaseInUse(path string) error {
	return fault.New(fault.Conflict, "database_in_use", fault.Text{
		FR: "La base « %[1]s » est ouverte dans un autre programme, sans doute Casebook. Arrêtez-le, puis recommencez. Rien n’a été changé.",
		EN: "The database “%[1]s” is open in another program, Casebook most likely. Stop it, then try again. Nothing was changed.",
	}, path)
}

func ownerRefused(path string, cause error) error {
	return fault.New(fault.Invalid, "owner_refused", fault.Text{
		FR: "La base « %[1]s » appartient à un autre compte, qui ne pourrait plus l’ouvrir. Restaurez sous ce compte, ou comme administrateur du système. Rien n’a été changé.",
		EN: "The database “%[1]s” belongs to another user, who could no longer open it. Restore as that user, or as the system’s administrator. Nothing was changed.",
	}, path).Because(cause)
}

func usePgRestore(file string) error {
	return fault.New(fault.Invalid, "restore_by_pg_restore", fault.Text{
		FR: "Une base PostgreSQL se restaure avec ses propres outils, Casebook arrêté : pg_restore --clean --if-exists --single-transaction --dbname=postgres://… %[1]s",
		EN: "A PostgreSQL database is restored with its own tools, while Casebook is stopped: pg_restore --clean --if-exists --single-transaction --dbname=postgres://… %[1]s",
	}, fault.Argument(file))
}
