package scenario

import (
	"strings"

	"casebook/internal/fault"
)

// roles are the parts that people play in most cases. scenario.yaml names them in either language.
var roles = []fault.Text{
	{FR: "client", EN: "client"},
	{FR: "équipe", EN: "team"},
	{FR: "direction", EN: "management"},
	{FR: "collègue", EN: "colleague"},
	{FR: "partenaire", EN: "partner"},
	{FR: "prestataire", EN: "supplier"},
	{FR: "prospect", EN: "prospect"},
}

// RoleIn is a character's role in lang. A role of the author's own is left as it was written.
func (c Character) RoleIn(lang string) string {
	for _, r := range roles {
		if strings.EqualFold(c.Role, r.FR) || strings.EqualFold(c.Role, r.EN) {
			return r.In(lang)
		}
	}
	return c.Role
}
