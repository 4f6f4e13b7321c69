//go:build bench

package load

import "fmt"

// Caller posts the same kind of request again and again, with a key of its own each time.
type Caller struct {
	Number       int
	Path, Cookie string
	Body         func(step int) string

	step    int
	request []byte
}

// Next implements Player.
func (c *Caller) Next() ([]byte, bool) {
	c.request = Post(c.request[:0], c.Path, c.Cookie, Key(c.Number, c.step), c.Body(c.step))
	c.step++
	return c.request, true
}

// Read implements Player.
func (c *Caller) Read(a Answer) error {
	if a.Status >= 300 {
		return fmt.Errorf("status %d: %s", a.Status, a.Body)
	}
	return nil
}
