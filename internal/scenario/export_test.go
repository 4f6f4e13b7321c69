package scenario

// Rules is every rule of the format.
func Rules() []*Rule { return rules }
