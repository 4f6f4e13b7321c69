import { plural, words } from '../parts/i18n.svelte';

export const t = words(
	{
		title: 'Importer une liste',
		how: 'Un fichier CSV, tel qu’un tableur l’enregistre\u00a0: une ligne par personne, avec son nom et son adresse e-mail, et si vous voulez sa langue (fr, en). Rien n’est enregistré avant que vous n’ayez vu l’aperçu.',
		choose: 'Choisir un fichier CSV',
		another: 'Choisir un autre fichier',
		reading: 'Lecture de la liste…',
		preview: 'Aperçu',
		summary: (enrolled: number, wrong: number) =>
			wrong > 0
				? `${plural(wrong, 'ligne est à corriger', 'lignes sont à corriger')}\u00a0: personne n’est inscrit tant qu’il en reste une. Corrigez le fichier, puis choisissez-le à nouveau.`
				: enrolled > 0
					? `Tout est en ordre\u00a0: ${plural(enrolled, 'personne sera inscrite', 'personnes seront inscrites')}.`
					: 'Tout le monde est déjà inscrit\u00a0: il n’y a rien à faire.',
		line: 'Ligne',
		person: 'Personne',
		verdict: 'Ce qu’il en est',
		toMend: 'À corriger\u00a0:',
		more: (n: number) => `Et ${plural(n, 'autre ligne', 'autres lignes')}.`,
		enrol: (n: number) => `Inscrire ${plural(n, 'personne', 'personnes')}`,
		enrolling: 'Inscription…',
		done: (n: number) =>
			`${plural(n, 'personne est inscrite', 'personnes sont inscrites')} de plus.`,
		mailed: 'Un lien leur a été envoyé par e-mail.',
		close: 'Fermer',
		cancel: 'Annuler',
	},
	{
		title: 'Import a list',
		how: 'A CSV file saved from a spreadsheet: one line per person, with their name and e-mail address and, if you like, their language (fr, en). Nothing is saved until you have seen the preview.',
		choose: 'Choose a CSV file',
		another: 'Choose another file',
		reading: 'Reading the list…',
		preview: 'Preview',
		summary: (enrolled, wrong) =>
			wrong > 0
				? `${plural(wrong, 'line needs', 'lines need')} correcting: nobody is enrolled until then. Correct the file, then choose it again.`
				: enrolled > 0
					? `All is well: ${plural(enrolled, 'person', 'people')} will be enrolled.`
					: 'Everybody is already enrolled: there is nothing to do.',
		line: 'Line',
		person: 'Person',
		verdict: 'What will happen',
		toMend: 'To correct:',
		more: (n) => `And ${plural(n, 'other line', 'other lines')}.`,
		enrol: (n) => `Enrol ${plural(n, 'person', 'people')}`,
		enrolling: 'Enrolling…',
		done: (n) => `${plural(n, 'person has', 'people have')} been enrolled.`,
		mailed: 'They have each been sent a link by e-mail.',
		close: 'Close',
		cancel: 'Cancel',
	},
);
