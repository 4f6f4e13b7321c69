package web

import (
	"net/http/httptest"
	"testing"
)

func TestWhereARequestComesFrom(t *testing.T) {
	for _, c := range []struct {
		name, peer  string
		forwarded   []string
		behindProxy bool
		want        string
	}{
		{"an address", "192.0.2.1:5000", nil, false, "192.0.2.1"},
		{"an address written as IPv6", "[::ffff:192.0.2.1]:5000", nil, false, "192.0.2.1"},
		{"a network of IPv6", "[2001:db8:1:2:3:4:5:6]:5000", nil, false, "2001:db8:1:2::/64"},
		{"a link with its zone", "[fe80::1%eth0]:5000", nil, false, "fe80::/64"},
		{"this machine", "127.0.0.1:5000", []string{"198.51.100.7"}, false, ""},
		{"this machine, by IPv6", "[::1]:5000", nil, false, ""},
		{"a proxy on this machine", "127.0.0.1:5000", []string{"198.51.100.7"}, true, "198.51.100.7"},
		{"no proxy, whatever is claimed", "192.0.2.1:5000", []string{"198.51.100.7"}, false, "192.0.2.1"},
		{"a proxy that says nothing", "192.0.2.1:5000", nil, true, "192.0.2.1"},
		{"a proxy that says for whom", "192.0.2.1:5000", []string{"198.51.100.7"}, true, "198.51.100.7"},
		{"a proxy behind which much is claimed", "192.0.2.1:5000", []string{"203.0.113.9, 198.51.100.7"}, true, "198.51.100.7"},
		{"a proxy that adds a line", "192.0.2.1:5000", []string{"203.0.113.9", "198.51.100.7"}, true, "198.51.100.7"},
		{"a proxy that says nonsense", "192.0.2.1:5000", []string{"unknown"}, true, "192.0.2.1"},
		{"a proxy for IPv6", "192.0.2.1:5000", []string{"2001:db8:1:2::9"}, true, "2001:db8:1:2::/64"},
	} {
		r := httptest.NewRequestWithContext(t.Context(), "POST", "/api/v1/guests", nil)
		r.RemoteAddr = c.peer
		for _, line := range c.forwarded {
			r.Header.Add("X-Forwarded-For", line)
		}
		if got := clientOf(r, c.behindProxy); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}
