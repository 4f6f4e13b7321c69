package store

import (
	"context"

	"gorm.io/gorm"

	"casebook/internal/fault"
)

// versionNow is how far a database is migrated that was opened by this program, and may have been migrated since.
func versionNow(ctx context.Context, db *gorm.DB) (version int64, err error) {
	err = db.WithContext(ctx).Raw("SELECT coalesce(max(version_id), 0) FROM " + versionTable + " WHERE is_applied").Scan(&version).Error
	return version, err
}

// lookAtSchema finds out whether a newer program has migrated the database. If so, nothing is kept from now on: what
// this program would write may lack what the newer one counts on, even where it succeeds.
func (w *writer) lookAtSchema(ctx context.Context) {
	if version, err := versionNow(ctx, w.db); err == nil && version > w.newest {
		w.late = outside{outdated(version, w.newest)}
	}
}

func outdated(has, knows int64) error {
	return fault.New(fault.Unavailable, "server_outdated", fault.Text{
		FR: "Ce serveur est plus ancien que sa base de données (schéma %[1]d, il connaît le %[2]d) : rien n’a été enregistré. Arrêtez-le et lancez la version récente de Casebook.",
		EN: "This server is older than its database (schema %[1]d, it knows %[2]d): nothing was kept. Stop it and start the newer version of Casebook.",
	}, has, knows)
}
