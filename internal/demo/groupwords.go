package demo

// names are those of nobody: each says so.
var names = [...]string{
	"Alix Inventée", "Basile Fictif", "Chloé Imaginaire", "Dorian Factice", "Élise Romanesque", "Félix Supposé",
	"Gaëlle Légende", "Hugo Pastiche", "Inès Fable", "Jules Canular", "Karima Chimère", "Léo Mirage",
	"Maya Feinte", "Noé Prétexte", "Olga Parabole", "Paul Conte", "Quentin Simulacre", "Rose Mythe",
	"Sami Leurre", "Théa Songe", "Ulysse Brouillon", "Vera Makebelieve", "William Madeup", "Zoe Pretend",
}

// groupTemperaments are the four of a fictional cohort: the same as everywhere, but that they say why.
var groupTemperaments = func() [4]temperament {
	four := [4]temperament{careful, hasty, conciliator, learner}
	for i, writes := range [4]float64{.85, .3, .7, .75} {
		four[i].writes = writes
	}
	return four
}()

// groupWords are what a fictional cohort is told in.
var groupWords = map[string]struct {
	name, mark, notice string
	remarks            []string
}{
	"fr": {
		name: "Promotion de démonstration", mark: " (démo)",
		notice: "Cette promotion est une **démonstration** : personnes, réponses et résultats sont inventés. " +
			"Vous pouvez la retirer d’un clic.",
		remarks: []string{
			"Vous partez des faits, et cela se voit dans la suite de l’échange. Qu’auriez-vous gardé pour plus tard ?",
			"La raison est juste, mais elle ne dit rien de ce que vit l’autre personne. Essayez de la mettre à sa place.",
			"Bien vu. Quel signe vous aurait fait changer d’avis ?",
			"Vous nommez le risque ; il manque ce qu’il coûterait d’attendre.",
		},
	},
	"en": {
		name: "Demonstration cohort", mark: " (demo)",
		notice: "This cohort is a **demonstration**: its people, answers and results are made up. " +
			"You can remove it in one click.",
		remarks: []string{
			"You begin with the facts, and it shows in what follows. What would you have kept for later?",
			"The reason holds, but says nothing of what the other person lives through. Try their shoes.",
			"Well seen. Which sign would have changed your mind?",
			"You name the risk; what waiting would cost is missing.",
		},
	},
}
