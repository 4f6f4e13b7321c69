package scenario_test

import (
	"strings"
	"testing"
)

var headingPlants = []plant{
	{"S201", french, "# L'atelier de jeudi", "", "Boréal, fabricant"},
	{"S202", french, "## scene: veille | Mercredi", "# scene: veille | Mercredi", ""},
	{"S203", french, "## scene: aveu | « Autant vous le dire »", "## scene: aveu | « Autant vous le dire »\n#### tempting", "#### tempting\n::: if"},
	{"S204", french, "### ask\nQue proposez-vous ?", "### aks\nQue proposez-vous ?", ""},
	{"S205", french, "## scene: veille |", "## scene |", ""},
	{"S206", french, "## scene: veille | Mercredi, 14 heures", "## scene: veille", ""},
	{"S207", french, "### ask\nQue proposez-vous ?", "### ask: tout\nQue proposez-vous ?", ""},
	{"S207", french, "#### tempting\nVous perdez la main", "#### tempting | Tentant\nVous perdez la main", ""},
	{"S208", french, "### choice: garder |", "### choice: gardr |", ""},
	{"S208", english, "## exhibit: avis |", "## exhibit: avsi |", ""},
	{"S209", french, "### choice: garder |", "### choice: afficher |", "### choice: afficher | Le garder"},
	{"S209", french, "#### result\nTom pâlit.", "#### tempting\nTom pâlit.", ""},
	{"S210", french, "## cast: tom | Tom Le Goff", "", "# L'atelier"},
	{"S210", french, "### ask\nQue proposez-vous ?", "", "## scene: decider"},
	{"S210", french, "### branch: aveu\n", "", "## scene: reponse"},
	{"S210", english, "### why\nWhat makes you choose this way to prepare?\n", "", "## scene: preparer"},
	{"S210", english, "### closing\nWhat brings you together weighs more than what you disagree on.\n", "", "## note"},
	{"S210", english, "## gauge: heures | Hours to prepare\n", "", "# Thursday"},
	{"S211", french, "#### tempting\nVous perdez la main", "", "### choice: laisser-tom"},
	{"S211", french, "#### expert\nSans retour", "", "### choice: avancer"},
	{"S212", french, "#### later\nDeux semaines", "", "### choice: promettre"},
	{"S213", french, "#### result\nTom sourit", "#### later\nPlus tard.\n#### result\nTom sourit", "#### later\nPlus tard"},
	{"S214", french, "## scene: aveu | « Autant vous le dire »", "## scene: aveu | « Autant vous le dire »\n### ask\nEt alors ?", "### ask\nEt alors"},
	{"S215", french, "Tom pâlit.\n", "", "#### result\n#### later\nDeux"},
	{"S215", french, "### ask\nQue proposez-vous ?", "### ask", "### ask\n\n### choice: etapes"},
	{"S216", french, "| Heures de préparation", "| Heures de préparation\nEncore une chose.", "## gauge: heures"},
	{"S217", french, "## note\n", "## note\nÀ lire avant.\n", ""},
	{"S218", french, "Nadia range ses affaires.", strings.Repeat("Nadia range ses affaires.\n", 700), "#### result\nNadia range"},
	{"S219", french, "### ask\nQue proposez-vous ?", "### ask\nQue proposez-vous ?\n::: if relu", "::: if relu"},
}

func TestHeadings(t *testing.T) { checkPlants(t, headingPlants) }

var blockPlants = []plant{
	{"S230", french, "::: if cadre", "::: when cadre", ""},
	{"S231", french, "Les trois questions sont au mur.", "::: if relu\nLes trois questions sont au mur.", "::: if relu"},
	{"S232", french, "Les trois questions sont au mur.\n:::", "Les trois questions sont au mur.", "::: if cadre"},
	{"S233", french, "Nadia range ses affaires.", "Nadia range ses affaires.\n:::", ":::\n#### expert"},
	{"S234", french, "Les trois questions sont au mur.\n", "", "::: if cadre"},
	{"S235", english, "::: if cadre", "::: if relu", "## scene: atelier"},
	{"S235", english, "::: if frein == calendrier\n\"The fair", "::: if frein != calendrier\n\"The fair", "## scene: aveu"},
	{"S236", french, "[@V10] [@V9]", "[@V10, V9]", ""},
	{"S237", french, "Nadia range ses affaires.", "Nadia range ses affaires. [@V9]", ""},
	{"S238", french, " [@B16]", "", "#### expert\nParler ouvertement"},
	{"S239", french, "[@B16]", "[@B166]", ""},
	{"S240", french, "[@B16]", "[@A1]", ""},
	{"S241", english, "[@V10] [@V9]", "[@V10]", "#### expert\nA compromise"},
	{"S242", french, "Elle pose son stylo.", "Elle pose <b>son</b> stylo.", ""},
	{"S242", french, "Elle pose son stylo.", "<script>alert(1)</script>", ""},
	{"S243", french, "Elle pose son stylo.", " ## Elle pose son stylo.", ""},
	{"S244", french, "<https://example.org>", "[là](javascript:alert)", ""},
	{"S244", french, "<https://example.org>", "<http://example.org>", ""},
	{"S245", french, "Elle pose son stylo.", strings.Repeat("[", 500), ""},
	{"S245", french, "Elle pose son stylo.", strings.Repeat("> ", 20), ""},
	{"S246", english, "**Tom** 4:06 pm — Something is stuck.\n", "", "## exhibit: fil"},
	{"S264", french, "(salle.png)", "(https://example.org/salle.png)", "![La salle"},
	{"S264", french, "(salle.png)", "(../salle.png)", "![La salle"},
	{"S265", french, "(salle.png)", "(sale.png)", "![La salle"},
	{"S266", french, "![La salle de l'atelier, vide, six chaises en cercle]", "![]", ""},
}

func TestBlocks(t *testing.T) { checkPlants(t, blockPlants) }

var exhibitPlants = []plant{
	{"S250", french, "**Tom** 16:02 — Nadia", "**Tom** 16:02 Nadia", ""},
	{"S250", french, "**Tom** 16:06 — Quelque", "**Tom** 16:06 Quelque", ""},
	{"S250", french, "**Nadia** — Nous voulons", "Nadia — Nous voulons", ""},
	{"S251", french, "**À** L'agence", "À : l'agence", ""},
	{"S252", french, "| Ce qui compte | Part |\n|---|---|", "| Ce qui compte | Part | x |\n|---|---|---|", "Une enquête"},
	{"S253", french, "| De belles photos | 12 % |", "| De belles photos | peu |", ""},
	{"S254", french, "| Poste | Jours | Montant |\n|:---|---:|---:|\n| Ateliers | 2 | 2 400 € |\n| Maquettes | 6 | 6 600 € |\n| Développement | 14 | 15 400 € |", "Deux jours, puis vingt.", ""},
	{"S255", french, "- Vous, direction\n  - **Tom Le Goff**, chef de projet\n  - Inès Baldé, graphiste", "Vous, puis les autres.", ""},
}

func TestExhibits(t *testing.T) { checkPlants(t, exhibitPlants) }
