// Package mail brings letters to people's addresses, by SMTP.
package mail

import (
	"context"
	"errors"
	"fmt"
	"net"
	address "net/mail"
	"net/url"
	"strconv"
	"time"

	"github.com/wneessen/go-mail"

	"casebook/internal/account"
	"casebook/internal/fault"
)

// Carrier brings letters to an SMTP server. It implements account.Carrier.
type Carrier struct {
	client *mail.Client
	from   string
	site   string // whose links letters bring, without a slash at its end
}

// patience is how long a server may take for one letter.
const patience = 20 * time.Second

// New makes a carrier for an SMTP server: smtp://user:password@host:587, which has to speak TLS unless ?tls=none is
// added, or smtps://user:password@host. The refusal of an address never repeats it: it may hold a password.
func New(server, from, site string) (*Carrier, error) {
	u, err := url.Parse(server)
	if err != nil || u.Hostname() == "" || u.Scheme != "smtp" && u.Scheme != "smtps" {
		return nil, fault.New(fault.Invalid, "bad_smtp_url", fault.Text{
			FR: "L’adresse du serveur de courriel n’est pas lisible. Écrivez smtp://utilisateur:motdepasse@serveur:587 ou smtps://….",
			EN: "The mail server’s address cannot be read. Write smtp://user:password@host:587 or smtps://….",
		})
	}
	options := []mail.Option{mail.WithTimeout(patience)}
	switch {
	case u.Scheme == "smtps":
		options = append(options, mail.WithSSLPort(false))
	case u.Query().Get("tls") == "none":
		options = append(options, mail.WithTLSPortPolicy(mail.NoTLS))
	default:
		options = append(options, mail.WithTLSPortPolicy(mail.TLSMandatory))
	}
	if port, err := strconv.Atoi(u.Port()); err == nil {
		options = append(options, mail.WithPort(port))
	}
	if password, set := u.User.Password(); set {
		options = append(options, mail.WithSMTPAuth(mail.SMTPAuthAutoDiscover),
			mail.WithUsername(u.User.Username()), mail.WithPassword(password))
	}
	client, err := mail.NewClient(u.Hostname(), options...)
	if err != nil {
		return nil, fmt.Errorf("prepare to send mail: %w", err)
	}
	c := &Carrier{client, from, site}
	return c, mail.NewMsg().From(from)
}

// Deliver implements account.Carrier. No error of it tells whom a letter was for.
func (c *Carrier) Deliver(ctx context.Context, m account.Mail) error {
	text, page, subject, err := c.write(m)
	if err != nil {
		return fmt.Errorf("write a letter: %w", err)
	}
	msg := mail.NewMsg()
	if err := msg.FromFormat("Casebook", c.from); err != nil {
		return fmt.Errorf("sign a letter: %w", err)
	}
	msg.AddToMailAddress(&address.Address{Name: m.Name, Address: m.Email}) // which quotes whatever a name holds
	msg.Subject(subject)
	msg.SetGenHeader("Auto-Submitted", "auto-generated")
	msg.SetBodyString(mail.TypeTextPlain, text)
	msg.AddAlternativeString(mail.TypeTextHTML, page)
	if err := c.client.DialAndSendWithContext(ctx, msg); err != nil {
		return told(err)
	}
	return nil
}

// told is why a letter did not leave, without the address that servers like to repeat.
func told(err error) error {
	var network net.Error
	var refused *mail.SendError
	switch {
	case errors.As(err, &network):
		return fmt.Errorf("the mail server cannot be reached: %w", network)
	case errors.As(err, &refused):
		return fmt.Errorf("the mail server refuses a letter: reason %d, code %d", refused.Reason, refused.ErrorCode())
	default:
		return fmt.Errorf("the mail server refuses a letter")
	}
}
