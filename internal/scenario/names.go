package scenario

import "strings"

// SymbolKind is what sort of thing a name in a condition stands for.
type SymbolKind uint8

// The kinds of symbol.
const (
	GaugeName SymbolKind = iota + 1
	FlagName
	TruthName
	ScoreName // of a walkthrough's claims alone
)

// Symbol is what a name in a condition stands for.
type Symbol struct {
	Kind   SymbolKind
	Index  int      // in Vars; of a truth, in Truths
	Values []string // of a truth
}

// Names are the names that a condition may use.
type Names map[string]Symbol

// Names lists what a condition of this scenario may name.
func (s *Scenario) Names() Names {
	names := make(Names, len(s.Vars)+len(s.Truths))
	for i, t := range s.Truths {
		names[t.ID] = Symbol{Kind: TruthName, Index: i, Values: t.valueIDs()}
	}
	for i, v := range s.Vars {
		kind := GaugeName
		if v.Flag {
			kind = FlagName
		}
		names[v.ID] = Symbol{Kind: kind, Index: i}
	}
	return names
}

func (n Names) list() []string {
	ids := make([]string, 0, len(n))
	for id := range n {
		ids = append(ids, id)
	}
	return ids
}

func (t Truth) valueIDs() []string {
	ids := make([]string, len(t.Values))
	for i, v := range t.Values {
		ids[i] = v.ID
	}
	return ids
}

// keywords cannot be ids of anything that a condition names.
func keyword(word string) bool {
	switch word {
	case "and", "et", "or", "ou", "not", "non":
		return true
	}
	return false
}

// shortName is the part of a gauge's id after its character: "moral" of "lea.moral".
func shortName(id string) string {
	return id[strings.LastIndexByte(id, '.')+1:]
}
