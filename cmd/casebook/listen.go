package main

import (
	"context"
	"errors"
	"net"
	"strconv"
	"syscall"

	"casebook/internal/fault"
)

// listen claims the address that a flag gives.
func listen(ctx context.Context, flag, addr string) (net.Listener, error) {
	host, port, err := net.SplitHostPort(addr)
	if err != nil {
		return nil, badArguments(fault.Text{
			FR: "« %[2]s » n’est pas une adresse. Écrivez hôte:port, par exemple %[1]s 127.0.0.1:8080.",
			EN: "“%[2]s” is not an address. Write host:port, such as %[1]s 127.0.0.1:8080.",
		}, flag, addr)
	}
	l, err := (&net.ListenConfig{}).Listen(ctx, "tcp", addr)
	switch {
	case err == nil:
		return l, nil
	case errors.Is(err, syscall.EADDRINUSE):
		return nil, fault.New(fault.Conflict, "port_in_use", fault.Text{
			FR: "Le port %[1]s est déjà pris, peut-être par un autre Casebook. Choisissez-en un autre : casebook serve %[3]s %[2]s",
			EN: "Port %[1]s is taken already, perhaps by another Casebook. Choose another: casebook serve %[3]s %[2]s",
		}, port, net.JoinHostPort(host, another(port)), flag)
	case errors.Is(err, syscall.EACCES):
		return nil, fault.New(fault.Invalid, "port_refused", fault.Text{
			FR: "Ce compte n’a pas le droit d’écouter sur le port %[1]s. Choisissez-en un au-dessus de 1023 : casebook serve %[3]s %[2]s",
			EN: "This user may not listen on port %[1]s. Choose one above 1023: casebook serve %[3]s %[2]s",
		}, port, net.JoinHostPort(host, "8080"), flag)
	default:
		return nil, fault.New(fault.Invalid, "bad_address", fault.Text{
			FR: "Impossible d’écouter sur « %[2]s ». Essayez %[1]s 127.0.0.1:8080.",
			EN: "Cannot listen on “%[2]s”. Try %[1]s 127.0.0.1:8080.",
		}, flag, addr).Because(err)
	}
}

// another suggests the next port.
func another(port string) string {
	n, err := strconv.Atoi(port)
	if err != nil || n < 1 || n >= 65535 {
		return "8081"
	}
	return strconv.Itoa(n + 1)
}
