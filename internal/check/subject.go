package check

import (
	"casebook/internal/engine"
	"casebook/internal/scenario"
)

// subject is what a flaw is of.
type subject struct {
	at         scenario.Place
	node, move string
}

// all is the subject of a flaw of the nodes together.
func (c *checker) all() subject { return subject{at: c.places.Map("nodes")} }

// node is the subject of a flaw of a node in the map, or of what is written under some of its keys.
func (c *checker) node(n *scenario.Node, under ...string) subject {
	return subject{at: c.places.Map(append([]string{"nodes", n.ID}, under...)...), node: n.ID}
}

// choice is node for a choice.
func (c *checker) choice(n *scenario.Node, i int, under ...string) subject {
	s := c.node(n, append([]string{"choices", n.Choices[i].ID}, under...)...)
	s.move = n.Choices[i].ID
	return s
}

// look is node for a look.
func (c *checker) look(n *scenario.Node, i int) subject {
	s := c.node(n, "look", n.Looks[i].ID)
	s.move = "?" + n.Looks[i].ID
	return s
}

func (c *checker) move(n *scenario.Node, m engine.Move) subject {
	if i, look := m.IsLook(); look {
		return c.look(n, i)
	}
	return c.choice(n, int(m))
}

// whole is the subject of a flaw of the case as it reads in one language.
func (c *checker) whole(lang string) subject { return subject{at: c.places.Text(lang, "")} }

// read is the subject of a flaw of a node as it reads in one language.
func (c *checker) read(lang string, n *scenario.Node) subject {
	return subject{at: c.places.Text(lang, n.ID), node: n.ID}
}

// readChoice is read for a choice, or for one of the texts under it: "/expert".
func (c *checker) readChoice(lang string, n *scenario.Node, i int, under string) subject {
	id := n.Choices[i].ID
	return subject{at: c.places.Text(lang, n.ID+"/"+id+under), node: n.ID, move: id}
}
