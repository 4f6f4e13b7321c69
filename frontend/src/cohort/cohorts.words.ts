import { plural, words } from '../parts/i18n.svelte';

export const t = words(
	{
		title: 'Promotions',
		create: 'Créer une promotion',
		search: 'Chercher une promotion',
		active: 'En cours',
		archived: 'Archivées',
		which: 'Lesquelles',
		name: 'Nom',
		people: (n: number) => plural(n, 'personne', 'personnes'),
		cases: (n: number) => plural(n, 'cas affecté', 'cas affectés'),
		trainer: 'Formateur',
		manager: 'Responsable',
		since: (when: string) => `créée le ${when}`,
		archivedOn: (when: string) => `archivée le ${when}`,
		none: 'Aucune promotion pour l’instant',
		noneWhy:
			'Une promotion est un groupe de personnes que vous formez ensemble\u00a0: vous les inscrivez, vous leur affectez des cas, et vous suivez leur progression.',
		noneManager:
			'Quand un formateur vous nommera responsable d’une promotion, elle apparaîtra ici.',
		noneArchived: 'Aucune promotion archivée.',
		noneFound: (search: string) => `Aucune promotion dont le nom contient «\u00a0${search}\u00a0».`,
		found: (n: number) => plural(n, 'promotion', 'promotions'),
		earlier: 'Page précédente',
		later: 'Page suivante',
		newTitle: 'Nouvelle promotion',
		newWhy: 'Vous en serez le formateur. Tout se change ensuite dans les réglages.',
		nameHint:
			'Celui que verront les stagiaires, par exemple «\u00a0Conseil client, printemps 2027\u00a0».',
		retention: 'Combien de temps garder les parties sous un nom',
		retentionHint:
			'Compté depuis la fin de chaque partie. Ensuite, il n’en reste que des statistiques. La notice le dit aux stagiaires.',
		days: (n: number) =>
			({ 0: 'Sans limite', 180: '6 mois', 365: '1 an', 730: '2 ans', 1095: '3 ans' })[n] ??
			plural(n, 'jour', 'jours'),
		cancel: 'Annuler',
	},
	{
		title: 'Cohorts',
		create: 'Create a cohort',
		search: 'Search for a cohort',
		active: 'Active',
		archived: 'Archived',
		which: 'Which ones',
		name: 'Name',
		people: (n) => plural(n, 'person', 'people'),
		cases: (n) => plural(n, 'case assigned', 'cases assigned'),
		trainer: 'Trainer',
		manager: 'Manager',
		since: (when) => `created on ${when}`,
		archivedOn: (when) => `archived on ${when}`,
		none: 'No cohort yet',
		noneWhy:
			'A cohort is a group of people whom you train together: you enrol them, assign cases to them, and follow their progress.',
		noneManager: 'As soon as a trainer makes you a manager of a cohort, it appears here.',
		noneArchived: 'No archived cohort.',
		noneFound: (search) => `No cohort has “${search}” in its name.`,
		found: (n) => plural(n, 'cohort', 'cohorts'),
		earlier: 'Previous page',
		later: 'Next page',
		newTitle: 'New cohort',
		newWhy: 'You will be its trainer. Everything can be changed in its settings later.',
		nameHint: 'Trainees see it: “Client advice, spring 2027”, for instance.',
		retention: 'How long to keep attempts under a name',
		retentionHint:
			'Counted from the end of each attempt. After that, only statistics remain. The notice tells trainees so.',
		days: (n) =>
			({ 0: 'Indefinitely', 180: '6 months', 365: '1 year', 730: '2 years', 1095: '3 years' })[n] ??
			plural(n, 'day', 'days'),
		cancel: 'Cancel',
	},
);
