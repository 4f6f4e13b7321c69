package engine

// Pending says how many delayed consequences are on their way.
func (st *State) Pending() int { return int(st.pending) }

// Waiting is the i-th delayed consequence on its way, the soonest first: its place in Laters, and in how many nodes
// from now it fires.
func (st *State) Waiting(i int) (later, in int) {
	w := st.waiting[i]
	return int(w.later), int(w.in)
}

// Await puts a delayed consequence on its way, for who restores a state from its parts; false when too many wait.
func (st *State) Await(later, in int) bool { return st.queue(later, in) }
