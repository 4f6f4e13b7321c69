package store

import (
	"context"
	"fmt"

	"github.com/google/uuid"
	"gorm.io/gorm"

	"casebook/internal/account"
	"casebook/internal/audit"
)

// Invite implements account.Store.
func (s *Store) Invite(ctx context.Context, by account.Account, list []account.Newcomer) (done []account.Invited, err error) {
	err = s.transact(ctx, "invite people", func(tx *gorm.DB) error {
		if done, err = s.invite(tx, by, list); err != nil {
			return err
		}
		return s.record(tx, invited(by, len(list)))
	})
	return done, err
}

func invited(by account.Account, n int) audit.Event {
	return audit.Event{
		Actor: actorOf(by.ID), Action: audit.AccountsInvited, Subject: "account/" + by.ID.String(),
		Details: fmt.Sprintf(`{"people":%d}`, n),
	}
}

// invite opens accounts for those whose address has none, in the transaction of whatever else is done for them, and
// lets in those who have not been in. Who is there twice is invited once. It answers in the order of the list.
func (s *Store) invite(tx *gorm.DB, by account.Account, list []account.Newcomer) ([]account.Invited, error) {
	emails := make([]string, len(list))
	for i, n := range list {
		emails[i] = n.Account.Email
	}
	known := make(map[string]account.Account, len(list))
	if err := byEmails(tx, emails, known); err != nil {
		return nil, err
	}
	outside, err := withIdentity(tx, known)
	if err != nil {
		return nil, err
	}
	done := make([]account.Invited, len(list))
	var batch invitations
	for i, n := range list {
		there, found := known[n.Account.Email]
		was := account.WasOf(by, there, found, outside[there.ID], n.Letter.Kind != "")
		if !found {
			there = n.Account
			known[n.Account.Email] = there
			batch.accounts = append(batch.accounts, accountRowOf(there))
		}
		done[i] = account.Invited{Account: there.ID, Email: there.Email, Was: was}
		if was == account.WasKnown || batch.served(there) {
			continue
		}
		batch.let(n, there, &done[i])
	}
	return done, batch.keep(tx)
}

// withIdentity tells which accounts come in by their organisation's own login.
func withIdentity(tx *gorm.DB, known map[string]account.Account) (map[uuid.UUID]bool, error) {
	outside := map[uuid.UUID]bool{}
	var ids []key
	for _, a := range known {
		if a.Password == "" {
			ids = append(ids, key(a.ID))
		}
	}
	for len(ids) > 0 {
		n := min(1000, len(ids))
		var found []key
		if err := tx.Table("identities").Where("account_id IN ?", ids[:n]).Pluck("account_id", &found).Error; err != nil {
			return nil, err
		}
		for _, id := range found {
			outside[uuid.UUID(id)] = true
		}
		ids = ids[n:]
	}
	return outside, nil
}

// invitations are the rows of many newcomers.
type invitations struct {
	accounts []accountRow
	links    []linkRow
	letters  []letterRow
	done     map[uuid.UUID]bool
	instead  []key // whose links before are replaced
}

func (b *invitations) served(a account.Account) bool { return b.done[a.ID] }

// let gives a newcomer the link or the letter that was prepared, into the account that is theirs.
func (b *invitations) let(n account.Newcomer, there account.Account, told *account.Invited) {
	if b.done == nil {
		b.done = map[uuid.UUID]bool{}
	}
	b.done[there.ID] = true
	if n.Letter.Kind != "" {
		n.Letter.Account = there.ID
		b.letters = append(b.letters, letterRowOf(n.Letter))
		told.Mailed = true
		return
	}
	n.Link.Account = there.ID
	b.instead = append(b.instead, key(there.ID))
	b.links = append(b.links, linkRowOf(n.Link))
	told.Token = n.Token
}

func (b *invitations) keep(tx *gorm.DB) error {
	if len(b.accounts) > 0 {
		if err := tx.Create(&b.accounts).Error; err != nil {
			return err
		}
	}
	for ids := b.instead; len(ids) > 0; {
		n := min(1000, len(ids))
		if err := tx.Where("account_id IN ?", ids[:n]).Delete(&linkRow{}).Error; err != nil {
			return err
		}
		ids = ids[n:]
	}
	if len(b.links) > 0 {
		if err := tx.Create(&b.links).Error; err != nil {
			return err
		}
	}
	if len(b.letters) > 0 {
		return tx.Clauses(sameLetter).Create(&b.letters).Error
	}
	return nil
}
