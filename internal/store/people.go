package store

import (
	"context"

	"github.com/google/uuid"
	"gorm.io/gorm"

	"casebook/internal/account"
	"casebook/internal/audit"
	"casebook/internal/fault"
)

func unknownAccount() error {
	return none("unknown_account", fault.Text{
		FR: "Ce compte n’existe pas ou n’existe plus. Revenez à l’accueil pour en ouvrir un.",
		EN: "This account does not exist, or no longer. Go back to the home page to open one.",
	})
}

// charges are the trainees of the cohorts that somebody is a trainer of. Whoever was enrolled by another's hand, and has
// not been there since, is in their charge only as long as nobody has been in the account: a trainer knows an address,
// and must not get into what its owner does elsewhere by it.
func charges(tx *gorm.DB, trainer uuid.UUID) *gorm.DB {
	return tx.Table("enrolments AS e").Select("e.account_id").
		Joins("JOIN cohort_posts p ON p.cohort_id = e.cohort_id").
		Joins("JOIN accounts t ON t.id = e.account_id").
		Where("p.account_id = ? AND p.post = 'trainer' AND e.left_at IS NULL AND t.role = 'trainee' AND t.kind = 'person'", key(trainer)).
		Where(`(e.way = 'invitation' OR e.notice_read > 0 OR t.password = '' AND t.verified_at IS NULL
			AND NOT EXISTS (SELECT 1 FROM identities i WHERE i.account_id = t.id))`)
}

// accountIn finds an account as far as a scope reaches.
func accountIn(tx *gorm.DB, scope account.Scope, id uuid.UUID) (account.Account, error) {
	q := tx.Where("id = ?", key(id))
	switch {
	case scope.All || id == scope.Account:
	case scope.Trainees:
		q = q.Where("id IN (?)", charges(tx.Session(&gorm.Session{NewDB: true}), scope.Account))
	default:
		return account.Account{}, unknownAccount()
	}
	row, found, err := one[accountRow](q)
	if err == nil && !found {
		err = unknownAccount()
	}
	return row.account(), err
}

// AccountIn implements account.Store.
func (s *Store) AccountIn(ctx context.Context, scope account.Scope, id uuid.UUID) (account.Account, error) {
	a, err := accountIn(s.read.WithContext(ctx), scope, id)
	return a, failure("find an account", err)
}

// AccountByEmail implements account.Store.
func (s *Store) AccountByEmail(ctx context.Context, email string) (account.Account, bool, error) {
	row, found, err := one[accountRow](s.read.WithContext(ctx).Where("email = ?", email))
	return row.account(), found, failure("find an account by its address", err)
}

// FindByEmails implements account.Store.
func (s *Store) FindByEmails(ctx context.Context, emails []string) (map[string]account.Account, error) {
	found := make(map[string]account.Account, len(emails))
	err := byEmails(s.read.WithContext(ctx), emails, found)
	return found, failure("find accounts by their addresses", err)
}

// byEmails reads the accounts of addresses, a thousand at a time.
func byEmails(tx *gorm.DB, emails []string, into map[string]account.Account) error {
	for len(emails) > 0 {
		n := min(1000, len(emails))
		var rows []accountRow
		if err := tx.Where("email IN ?", emails[:n]).Find(&rows).Error; err != nil {
			return err
		}
		for _, r := range rows {
			into[r.Email.String] = r.account()
		}
		emails = emails[n:]
	}
	return nil
}

// People implements account.Store.
func (s *Store) People(ctx context.Context, scope account.Scope, search string, after account.Place, most int) ([]account.Listed, error) {
	if !scope.All {
		return nil, nil
	}
	q := s.read.WithContext(ctx).Table("accounts").
		Select("*", "EXISTS (SELECT 1 FROM identities i WHERE i.account_id = accounts.id) AS outside").
		Where("kind = 'person'") // in these words, by which the index in order is found
	q = holding(q, "folded", search)
	if after.ID != uuid.Nil {
		q = q.Where("(folded, id) > (?, ?)", after.Folded, key(after.ID))
	}
	var rows []struct {
		Row     accountRow `gorm:"embedded"`
		Outside bool
	}
	err := q.Order("folded, id").Limit(most).Find(&rows).Error
	list := make([]account.Listed, len(rows))
	for i, r := range rows {
		list[i] = account.Listed{Account: r.Row.account(), Outside: r.Outside}
	}
	return list, failure("list people", err)
}

// Posts implements account.Store.
func (s *Store) Posts(ctx context.Context, of uuid.UUID) ([]account.Post, error) {
	var list []account.Post
	err := s.read.WithContext(ctx).Table("cohort_posts AS p").
		Select("p.cohort_id AS cohort", "c.name", "p.post").
		Joins("JOIN cohorts c ON c.id = p.cohort_id").
		Where("p.account_id = ? AND c.archived_at IS NULL", key(of)).
		Order("c.folded, c.id").Limit(200).Scan(&list).Error
	return list, failure("list posts", err)
}

// countAdmins counts those who can still come in, and keeps them from being changed until the transaction ends.
func countAdmins(tx *gorm.DB) (int, error) {
	var rows []accountRow
	err := tx.Clauses(forUpdate).Where("role = ? AND closed_at IS NULL", string(account.Admin)).Order("id").Find(&rows).Error
	return len(rows), err
}

// ChangeAccount implements account.Store.
func (s *Store) ChangeAccount(ctx context.Context, scope account.Scope, id, keep uuid.UUID, change func(*account.Account) error) (account.Account, error) {
	var after account.Account
	err := s.transact(ctx, "change an account", func(tx *gorm.DB) (err error) {
		after, err = s.changeAccount(tx, scope, id, keep, change)
		return err
	})
	s.forgetLogins(id)
	return after, err
}

// changeAccount is ChangeAccount in the transaction of whatever else is changed.
func (s *Store) changeAccount(tx *gorm.DB, scope account.Scope, id, keep uuid.UUID, change func(*account.Account) error) (account.Account, error) {
	if _, err := accountIn(tx, scope, id); err != nil {
		return account.Account{}, err
	}
	before, err := lockAccount(tx, id)
	if err != nil {
		return account.Account{}, err
	}
	after := before
	if err := change(&after); err != nil {
		return account.Account{}, asIs{err}
	}
	return after, s.saveAccount(tx, scope.Account, keep, before, after)
}

func lockAccount(tx *gorm.DB, id uuid.UUID) (account.Account, error) {
	row, found, err := one[accountRow](tx.Clauses(forUpdate).Where("id = ?", key(id)))
	if err == nil && !found {
		err = unknownAccount()
	}
	return row.account(), err
}

// saveAccount keeps what an account has become, ends the logins that it must not outlive, all but one, and tells the
// audit trail.
func (s *Store) saveAccount(tx *gorm.DB, actor, keep uuid.UUID, before, after account.Account) error {
	if after.Email != before.Email {
		if err := addressFree(tx, after); err != nil {
			return err
		}
	}
	if mayAdmin(before) && !mayAdmin(after) {
		if n, err := countAdmins(tx); err != nil || n < 2 {
			return orElse(err, account.LastAdmin())
		}
	}
	row := accountRowOf(after)
	err := tx.Model(&row).Where("id = ?", row.ID).
		Select("kind", "role", "name", "folded", "email", "lang", "password", "verified_at", "closed_at").Updates(&row).Error
	if err != nil {
		return err
	}
	told := changes(before, after)
	if endsLogins(before, after) {
		if err := tx.Where("account_id = ? AND id <> ?", row.ID, key(keep)).Delete(&loginRow{}).Error; err != nil {
			return err
		}
		if err := tx.Where("account_id = ?", row.ID).Delete(&linkRow{}).Error; err != nil {
			return err
		}
	}
	for _, e := range told {
		e.Actor, e.Subject = actorOf(actor), "account/"+after.ID.String()
		if err := s.record(tx, e); err != nil {
			return err
		}
	}
	return nil
}

func orElse(err, other error) error {
	if err != nil {
		return err
	}
	return other
}

// actorOf is how the audit trail names whoever acts: no account is the program, on somebody's command.
func actorOf(id uuid.UUID) string {
	if id == uuid.Nil {
		return audit.Program
	}
	return id.String()
}

func mayAdmin(a account.Account) bool { return a.Role == account.Admin && a.ClosedAt.IsZero() }

func endsLogins(before, after account.Account) bool {
	return before.Password != after.Password || before.Role != after.Role || !after.ClosedAt.IsZero()
}

// changes are what the audit trail is told of.
func changes(before, after account.Account) (list []audit.Event) {
	if before.Kind == account.Guest && after.Kind == account.Person {
		return []audit.Event{{Action: audit.AccountOpened, Details: `{"by":"guest"}`}}
	}
	if before.Role != after.Role {
		list = append(list, audit.Event{Action: audit.RoleChanged, Details: `{"from":"` + string(before.Role) + `","to":"` + string(after.Role) + `"}`})
	}
	if before.Password != after.Password {
		list = append(list, audit.Event{Action: audit.PasswordChanged})
	}
	if before.Email != after.Email {
		list = append(list, audit.Event{Action: audit.EmailChanged})
	}
	switch was, is := before.ClosedAt.IsZero(), after.ClosedAt.IsZero(); {
	case was && !is:
		list = append(list, audit.Event{Action: audit.AccountClosed})
	case !was && is:
		list = append(list, audit.Event{Action: audit.AccountReopened})
	}
	return list
}

// addressFree refuses an address that is somebody else's.
func addressFree(tx *gorm.DB, a account.Account) error {
	if a.Email == "" {
		return nil
	}
	_, found, err := one[accountRow](tx.Where("email = ? AND id <> ?", a.Email, key(a.ID)))
	if err == nil && found {
		err = account.AddressTaken()
	}
	return err
}
