package store

import (
	"context"
	"errors"

	"casebook/internal/fault"
)

// inWords says what was found wrong with the database, and the command that puts a backup in its place. Errors of
// another kind stay as they are.
func (d sqlite) inWords(ctx context.Context, s schema, err error) error {
	var u *unsound
	if !errors.As(err, &u) {
		return err
	}
	backup, ok := d.newestBackup(ctx, s)
	if !ok {
		backup = "BACKUP.db"
	}
	restore := "casebook restore " + fault.Argument(backup) + " --database " + fault.Argument(d.path)
	switch u.trouble {
	case emptied:
		return emptyFile(d.path, restore)
	case notSQLite:
		return otherFile(d.path, restore)
	case gone:
		return lostFile(d.path, restore)
	case foreign:
		return foreignFile(d.path)
	case newer:
		return newerFile(d.path, u.has, s.newest, restore)
	default:
		return damagedFile(d.path, restore, u.cause)
	}
}

func emptyFile(path, restore string) error {
	return fault.New(fault.Invalid, "database_empty", fault.Text{
		FR: "Le fichier « %[1]s » est vide : ce n’est pas une base Casebook. Arrêtez Casebook et remettez une sauvegarde : %[2]s. S’il n’a jamais rien contenu, supprimez-le : une base neuve sera créée.",
		EN: "The file “%[1]s” is empty: it is not a Casebook database. Stop Casebook and put a backup in its place: %[2]s. If it never held anything, delete it: a new database will be made.",
	}, path, restore)
}

func otherFile(path, restore string) error {
	return fault.New(fault.Invalid, "database_not_sqlite", fault.Text{
		FR: "Le fichier « %[1]s » n’est pas une base SQLite. Donnez un autre nom avec --database, ou remettez une sauvegarde : %[2]s.",
		EN: "The file “%[1]s” is not a SQLite database. Give another name with --database, or put a backup in its place: %[2]s.",
	}, path, restore)
}

func lostFile(path, restore string) error {
	return fault.New(fault.Invalid, "database_lost", fault.Text{
		FR: "La base « %[1]s » a disparu, mais son journal « %[1]s-wal » est encore là. Remettez-la à sa place, ou remettez une sauvegarde : %[2]s.",
		EN: "The database “%[1]s” is gone, but its journal “%[1]s-wal” is still there. Put it back, or put a backup in its place: %[2]s.",
	}, path, restore)
}

func foreignFile(path string) error {
	return fault.New(fault.Invalid, "database_foreign", fault.Text{
		FR: "La base « %[1]s » appartient à un autre programme. Donnez un autre nom avec --database.",
		EN: "The database “%[1]s” belongs to another program. Give another name with --database.",
	}, path)
}

func damagedFile(path, restore string, cause error) error {
	return fault.New(fault.Invalid, "database_damaged", fault.Text{
		FR: "La base « %[1]s » est endommagée. Arrêtez Casebook et remettez une sauvegarde : %[2]s.",
		EN: "The database “%[1]s” is damaged. Stop Casebook and put a backup in its place: %[2]s.",
	}, path, restore).Because(cause)
}

func newerFile(path string, has, knows int64, restore string) error {
	return fault.New(fault.Invalid, "database_newer", fault.Text{
		FR: "La base « %[1]s » vient d’un Casebook plus récent (schéma %[2]d, celui-ci connaît %[3]d). Lancez la version récente, ou remettez la sauvegarde d’avant la mise à jour : %[4]s.",
		EN: "The database “%[1]s” comes from a newer Casebook (schema %[2]d, this one knows %[3]d). Start the newer version, or put the backup from before the upgrade in its place: %[4]s.",
	}, path, has, knows, restore)
}

func newerDatabase(has, knows int64) error {
	return fault.New(fault.Invalid, "database_newer", fault.Text{
		FR: "La base vient d’un Casebook plus récent (schéma %[1]d, celui-ci connaît %[2]d). Lancez la version récente.",
		EN: "The database comes from a newer Casebook (schema %[1]d, this one knows %[2]d). Start the newer version.",
	}, has, knows)
}

func missingFile(path string) error {
	return fault.New(fault.Invalid, "database_missing", fault.Text{
		FR: "Il n’y a pas de base « %[1]s ». Vérifiez --database, ou lancez « casebook serve » pour la créer.",
		EN: "There is no database “%[1]s”. Check --database, or start “casebook serve” to make one.",
	}, path)
}

func notAFile(path string) error {
	return fault.New(fault.Invalid, "database_not_a_file", fault.Text{
		FR: "« %[1]s » n’est pas un fichier. Donnez le nom d’un fichier, par exemple casebook.db.",
		EN: "“%[1]s” is not a file. Give the name of a file, such as casebook.db.",
	}, path)
}

func readOnlyFile(path string, cause error) error {
	return fault.New(fault.Invalid, "database_read_only", fault.Text{
		FR: "Le fichier « %[1]s » ne peut pas être lu et écrit par ce compte. Changez ses droits : chmod u+rw %[2]s.",
		EN: "The file “%[1]s” cannot be read and written by this user. Change its permissions: chmod u+rw %[2]s.",
	}, path, fault.Argument(path)).Because(cause)
}
