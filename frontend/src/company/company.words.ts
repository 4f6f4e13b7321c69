import { plural, words } from '../parts/i18n.svelte';

/** What is said around others' views of one's decisions: a trainer's, and a cohort's. */
export const t = words(
	{
		commentsOf: (n: number) =>
			n > 1 ? 'Ce qu’en disent vos formateurs' : 'Ce qu’en dit votre formateur',
		somebody: 'Un formateur',
		fresh: 'Nouveau',
		revised: (day: string) => `modifié le ${day}`,
		rubric: 'Votre raison, lue avec la grille de 0 à 3',
		commented: (n: number) =>
			`${plural(n, 'de vos raisons a reçu un commentaire', 'de vos raisons ont reçu un commentaire')} de vos formateurs.`,
		readFirst: 'Lire le premier',
		peersTitle: 'Ce qu’ont choisi les autres',
		peersLead: (n: number) =>
			`Au moins ${plural(n, 'personne', 'personnes')} de votre promotion, sans leurs noms. Les parts sont arrondies, pour que personne ne se reconnaisse à son choix.`,
		about: (share: number) =>
			share === 0
				? 'presque personne'
				: share === 100
					? 'presque tous'
					: `environ ${String(share)}\u00a0%`,
		mine: 'votre choix',
		cohortTitle: 'Votre parcours et ceux de la promotion',
		cohortLead: (n: number) =>
			`Les chemins d’au moins ${plural(n, 'autre personne', 'autres personnes')}, à leur première partie. Le vôtre est en couleur.`,
		cohortRare:
			'Un passage emprunté par moins de cinq autres n’est montré que s’il est le vôtre\u00a0; les nombres sont arrondis de cinq en cinq.',
		tooFew: 'La promotion se montre à partir de cinq',
		tooFewWhy:
			'Chemins, compétences et choix des autres paraissent ici quand au moins cinq autres personnes ont terminé ce cas, par groupes entiers de cinq\u00a0: personne ne peut être reconnu.',
		radarCohort: 'Moyenne de la promotion',
		radarYou: 'Vous',
		tooFewHere: 'trop peu de personnes',
	},
	{
		commentsOf: (n) => (n > 1 ? 'What your trainers say' : 'What your trainer says'),
		somebody: 'A trainer',
		fresh: 'New',
		revised: (day) => `changed on ${day}`,
		rubric: 'Your reason, read with the rubric from 0 to 3',
		commented: (n) =>
			`${plural(n, 'of your reasons has', 'of your reasons have')} a comment from your trainers.`,
		readFirst: 'Read the first',
		peersTitle: 'What the others chose',
		peersLead: (n) =>
			`At least ${plural(n, 'person', 'people')} from your cohort, without their names. Shares are rounded, so that nobody can be recognised by their choice.`,
		about: (share) =>
			share === 0 ? 'hardly anybody' : share === 100 ? 'nearly all' : `about ${String(share)}%`,
		mine: 'your choice',
		cohortTitle: 'Your path and the cohort’s',
		cohortLead: (n) =>
			`The paths of at least ${plural(n, 'other person', 'other people')}, in their first attempt. Yours is in colour.`,
		cohortRare:
			'A step that fewer than five others took is shown only if it is yours; numbers are rounded down to the nearest five.',
		tooFew: 'The cohort appears from five people on',
		tooFewWhy:
			'The others’ paths, competencies and choices appear here once at least five others have finished this case, in whole groups of five, so that nobody can be recognised.',
		radarCohort: 'Mean of the cohort',
		radarYou: 'You',
		tooFewHere: 'too few people',
	},
);
