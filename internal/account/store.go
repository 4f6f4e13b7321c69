package account

import (
	"context"
	"time"

	"github.com/google/uuid"
)

// Store keeps accounts, and how people come into them. What is not there, or not in a scope, is a fault of kind
// NotFound. What a change is told to the audit trail follows from what it changes, under the id of the scope's account.
type Store interface {
	AddAccount(ctx context.Context, a Account) error
	Account(ctx context.Context, id uuid.UUID) (Account, error)
	// AccountIn finds an account as far as a scope reaches.
	AccountIn(ctx context.Context, scope Scope, id uuid.UUID) (Account, error)
	AccountByEmail(ctx context.Context, email string) (a Account, found bool, err error)
	FindByEmails(ctx context.Context, emails []string) (map[string]Account, error)
	// People lists so many people at most, in the order of their names, of those whose name or address holds search.
	People(ctx context.Context, scope Scope, search string, after Place, most int) ([]Listed, error)
	Posts(ctx context.Context, of uuid.UUID) ([]Post, error)
	// ChangeAccount runs change on a copy, without I/O, and keeps what it did, or nothing: an address that is taken and
	// the last admin's leave are refused. A change of password or of role, and closing, end the account's logins, all but
	// keep, and make its links useless.
	ChangeAccount(ctx context.Context, scope Scope, id, keep uuid.UUID, change func(*Account) error) (Account, error)
	// JoinGuest makes a guest's attempts another account's, and removes the guest. One that is no guest is left alone.
	JoinGuest(ctx context.Context, guest, into uuid.UUID) error
	// Invite keeps newcomers, all or none, and answers in their order.
	Invite(ctx context.Context, by Account, list []Newcomer) ([]Invited, error)
	// Recognise finds what is known of an identity, and keeps what decide makes of it: one transaction.
	Recognise(ctx context.Context, id Identity, decide func(Acquaintance) (Account, error)) (Account, error)

	// AddLogin keeps a login, in the place of another unless instead is empty.
	AddLogin(ctx context.Context, digest, instead Digest, l Login) error
	// Login finds a login that has not ended. What was changed elsewhere is seen two seconds later at most.
	Login(ctx context.Context, digest Digest) (l Login, found bool, err error)
	ProlongLogin(ctx context.Context, digest Digest, until time.Time) error
	Logins(ctx context.Context, owner uuid.UUID) ([]Login, error)
	EndLogin(ctx context.Context, owner, id uuid.UUID) error
	// EndLogins ends all logins of an account but keep.
	EndLogins(ctx context.Context, scope Scope, owner, keep uuid.UUID) error

	// OpenSetup keeps the link that makes the first admin, in the place of the one before; not needed when there is one.
	OpenSetup(ctx context.Context, l Link) (needed bool, err error)
	Link(ctx context.Context, digest Digest) (Link, error)
	// AddLink keeps a link that somebody hands over, in the place of all others into its account, and of its letters.
	AddLink(ctx context.Context, scope Scope, l Link) error
	// AddPostedLink keeps a link that goes out with a letter, in the place of all others into its account.
	AddPostedLink(ctx context.Context, l Link) error
	// UseLink runs use on a copy of the account that a link leads into, a new one for Setup, and keeps what it did. The
	// link, all others into the account and its logins end with it. Of rivals, one uses it.
	UseLink(ctx context.Context, digest Digest, use func(Link, *Account) error) (Account, error)

	// AddLetter keeps a letter, in the place of the one of its kind that waits for the same account.
	AddLetter(ctx context.Context, l Letter) error
	// Letters lists those that bring a link, the first to be asked for first.
	Letters(ctx context.Context, scope Scope) ([]Letter, error)
	// WaitingLetter finds the letter by which a guest's account is claimed.
	WaitingLetter(ctx context.Context, scope Scope, to uuid.UUID) (l Letter, found bool, err error)
	// TakeLetters takes letters that are due. Unless they are told to be sent they are due again, each time later.
	TakeLetters(ctx context.Context, most int, again time.Duration) ([]Letter, error)
	LetterSent(ctx context.Context, id uuid.UUID) error
}
