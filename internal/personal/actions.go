package personal

import (
	"casebook/internal/audit"
	"casebook/internal/fault"
)

// Said is what was done, in words; the code itself, of an action that only a later program knows.
func Said(action audit.Action) fault.Text {
	if text, known := actions[action]; known {
		return text
	}
	return fault.Text{FR: string(action), EN: string(action)}
}

// actions are in the words of the screen.
var actions = map[audit.Action]fault.Text{
	audit.VersionPublished:    {FR: "version publiée", EN: "version published"},
	audit.DraftSent:           {FR: "cas envoyé", EN: "case uploaded"},
	audit.CaseRetired:         {FR: "cas retiré", EN: "case retired"},
	audit.CaseReadmitted:      {FR: "cas remis au catalogue", EN: "case offered again"},
	audit.DatabaseMigrated:    {FR: "base mise à niveau", EN: "database migrated"},
	audit.DatabaseRestored:    {FR: "sauvegarde restaurée", EN: "backup restored"},
	audit.CohortExported:      {FR: "promotion exportée", EN: "cohort exported"},
	audit.ReportViewed:        {FR: "travail consulté", EN: "work read"},
	audit.AttemptViewed:       {FR: "bilan consulté", EN: "debrief read"},
	audit.CommentWritten:      {FR: "commentaire écrit", EN: "comment written"},
	audit.CommentChanged:      {FR: "commentaire modifié", EN: "comment changed"},
	audit.CommentWithdrawn:    {FR: "commentaire retiré", EN: "comment withdrawn"},
	audit.AccountOpened:       {FR: "compte ouvert", EN: "account opened"},
	audit.AccountsInvited:     {FR: "invitation", EN: "person invited"},
	audit.AccountJoined:       {FR: "parties d’invité rejointes à un compte", EN: "guest’s attempts added to an account"},
	audit.AccountClosed:       {FR: "compte fermé", EN: "account closed"},
	audit.AccountReopened:     {FR: "compte rouvert", EN: "account reopened"},
	audit.RoleChanged:         {FR: "rôle changé", EN: "role changed"},
	audit.PasswordChanged:     {FR: "mot de passe changé", EN: "password changed"},
	audit.EmailChanged:        {FR: "adresse changée", EN: "address changed"},
	audit.IdentityLinked:      {FR: "connexion de l’organisation ajoutée", EN: "organisation’s login added"},
	audit.LoginsEnded:         {FR: "connexions terminées", EN: "logins ended"},
	audit.LinkMade:            {FR: "lien d’accès créé", EN: "access link created"},
	audit.AccountErased:       {FR: "effacement", EN: "person erased"},
	audit.ErasuresReplayed:    {FR: "effacements rejoués après une restauration", EN: "erasures replayed after a restore"},
	audit.NamesLetGo:          {FR: "noms retirés après leur durée de conservation", EN: "names removed at the end of retention"},
	audit.DemoAdded:           {FR: "démonstration ajoutée", EN: "demonstration added"},
	audit.DemoRemoved:         {FR: "démonstration retirée", EN: "demonstration removed"},
	audit.DemoViewed:          {FR: "démonstration regardée autrement", EN: "demonstration viewed in another role"},
	audit.CohortCreated:       {FR: "promotion créée", EN: "cohort created"},
	audit.CohortChanged:       {FR: "réglages de la promotion modifiés", EN: "settings of the cohort changed"},
	audit.CohortArchived:      {FR: "promotion archivée", EN: "cohort archived"},
	audit.CohortReopened:      {FR: "promotion rouverte", EN: "cohort reopened"},
	audit.PostGiven:           {FR: "fonction donnée dans la promotion", EN: "post given in the cohort"},
	audit.PostRemoved:         {FR: "fonction retirée dans la promotion", EN: "post in the cohort removed"},
	audit.PeopleEnrolled:      {FR: "personnes inscrites", EN: "people enrolled"},
	audit.MemberJoined:        {FR: "arrivée sur invitation", EN: "joined with an invitation code"},
	audit.MemberRemoved:       {FR: "personne retirée de la promotion", EN: "person removed from the cohort"},
	audit.MemberReturned:      {FR: "personne revenue dans la promotion", EN: "person back in the cohort"},
	audit.NoticeRead:          {FR: "notice lue", EN: "notice read"},
	audit.InvitationMade:      {FR: "invitation créée", EN: "invitation code created"},
	audit.InvitationRevoked:   {FR: "invitation révoquée", EN: "invitation code closed"},
	audit.AssignmentMade:      {FR: "cas affecté", EN: "case assigned"},
	audit.AssignmentChanged:   {FR: "affectation modifiée", EN: "assignment changed"},
	audit.AssignmentWithdrawn: {FR: "affectation retirée", EN: "assignment withdrawn"},
}
