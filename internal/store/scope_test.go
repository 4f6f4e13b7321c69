package store

import (
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"os"
	"slices"
	"strings"
	"testing"
)

// scopes are the parameters that say through whose eyes a method reads or changes, as a type or as a name with its type.
var scopes = []string{"account.Scope", "cohort.Scope", "library.Scope", "cohort.Comer", "owner uuid.UUID", "who uuid.UUID", "by uuid.UUID", "by account.Account"}

// unscoped are the methods that ask for nobody's scope, each for a reason.
var unscoped = map[string][]string{
	"the installation's, and nobody's in it": {
		"Backup", "Bulk", "Close", "Figures", "Migrate", "Ping", "Ready", "Shelf", "Version", "AddVersion", "Use", "Wait", "HoldsAttempts",
	},
	"for commands at the machine, and work beside the requests": {
		"Everything", "ForgetLimits", "ForgetLogins", "Forgotten", "Ledger", "LetGo", "Replay", "Retained", "Summaries", "Trail",
		"Unattempted", "Unsummed", "LetterSent", "TakeLetters",
	},
	"what it is given says whose it is": {"AddAccount", "AddAttempt", "AddCohort", "AddDraft", "AddLetter", "AddPostedLink"},
	"a login, a link or an identity proves who asks": {
		"Account", "AddLogin", "Link", "Login", "ProlongLogin", "OpenSetup", "Recognise", "UseLink", "JoinGuest",
	},
	"its caller asks for oneself, or is an admin":                   {"Entries", "Holdings", "Names", "Posts", "Standing"},
	"looks for whoever is let in or invited, and is told to nobody": {"AccountByEmail", "FindByEmails"},
}

func TestEachMethodSaysThroughWhoseEyes(t *testing.T) {
	allowed := map[string]bool{} // and whether there is such a method
	for _, names := range unscoped {
		for _, name := range names {
			allowed[name] = false
		}
	}
	for _, m := range methodsOf(t, "Store") {
		scoped := slices.ContainsFunc(m.Type.Params.List, isScope)
		_, listed := allowed[m.Name.Name]
		switch {
		case listed:
			allowed[m.Name.Name] = true
			if scoped {
				t.Errorf("%s asks for a scope: it needs no exception", m.Name.Name)
			}
		case !scoped:
			t.Errorf("%s reads or changes through nobody's eyes: it takes a scope or an owner, or a reason here", m.Name.Name)
		}
	}
	for name, there := range allowed {
		if !there {
			t.Errorf("there is no method %s", name)
		}
	}
}

func isScope(f *ast.Field) bool {
	kind := types.ExprString(f.Type)
	return slices.Contains(scopes, kind) || slices.ContainsFunc(f.Names, func(name *ast.Ident) bool {
		return slices.Contains(scopes, name.Name+" "+kind)
	})
}

// methodsOf are the exported methods of a type of this package.
func methodsOf(t *testing.T, receiver string) (list []*ast.FuncDecl) {
	t.Helper()
	entries, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if !strings.HasSuffix(e.Name(), ".go") || strings.HasSuffix(e.Name(), "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), e.Name(), nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range file.Decls {
			if f, ok := d.(*ast.FuncDecl); ok && f.Recv != nil && f.Name.IsExported() && types.ExprString(f.Recv.List[0].Type) == "*"+receiver {
				list = append(list, f)
			}
		}
	}
	if len(list) == 0 {
		t.Fatalf("%s has no methods", receiver)
	}
	return list
}
