import { plural, words } from '../parts/i18n.svelte';

export const t = words(
	{
		title: 'Mes données',
		lead: 'Ce que Casebook garde sur vous : vous pouvez l’emporter, savoir qui l’a vu, et le faire effacer.',
		take: 'Tout emporter',
		takeWhy:
			'Une archive : une page à lire, un fichier pour les programmes, deux tableaux. Vos parties, vos mots, ce qu’on vous en a dit, vos connexions.',
		download: 'Télécharger mes données',
		coming: (kilobytes: number) => `Téléchargement : ${String(kilobytes)} Ko`,
		making: 'Préparation de l’archive',
		saved: 'L’archive est téléchargée.',
		broken: 'Le téléchargement s’est interrompu : l’archive n’est pas entière. Recommencez.',
		correct: 'Corriger mon nom ou mon adresse',
		seen: 'Qui a vu mon travail',
		seenWhy:
			'Les personnes qui vous forment voient vos parties dans leurs promotions. Chaque fois est notée ici.',
		nobody: 'Personne n’a encore ouvert votre travail.',
		more: 'Plus anciennes',
		erase: 'M’effacer',
		eraseWhy:
			'Votre compte, vos parties et tout ce que vous avez écrit disparaissent pour de bon, même si une sauvegarde est restaurée plus tard.',
		eraseStart: 'Tout effacer…',
		eraseTitle: 'Tout effacer ?',
		eraseWhat: (attempts: number, cohorts: number) =>
			`Ce qui part : votre compte, ${String(attempts)} ${attempts > 1 ? 'parties' : 'partie'}, ${String(cohorts)} ${cohorts > 1 ? 'inscriptions' : 'inscription'} à une promotion. Rien ne peut être repris ensuite : téléchargez d’abord vos données si vous y tenez.`,
		eraseOf: (name: string) => `Effacer ${name}\u202f?`,
		eraseWhatOf: (attempts: number, cohorts: number) =>
			`Ce qui part\u00a0: son compte, ${plural(attempts, 'partie', 'parties')}, ${plural(cohorts, 'inscription', 'inscriptions')} à une promotion, et tous ses mots. Rien ne peut être repris ensuite. Ce geste reste dans le journal, sans nom.`,
		password: 'Votre mot de passe',
		word: (word: string) => `Pour confirmer, tapez ${word}`,
		eraseNow: 'Effacer pour de bon',
		keep: 'Ne rien effacer',
		erased: 'Tout est effacé',
		erasedWhy:
			'Il ne reste rien de vous ici. Vous pouvez fermer cette page, ou recommencer comme si de rien n’était.',
		home: 'Revenir à l’accueil',
		someone: 'quelqu’un',
	},
	{
		title: 'My data',
		lead: 'What Casebook keeps about you: take it with you, see who has seen it, and have it erased.',
		take: 'Take everything',
		takeWhy:
			'One archive: a page to read, a file for software, and two tables. They hold your attempts, your words, what you were told about them, and your logins.',
		download: 'Download my data',
		coming: (kilobytes: number) => `Downloading: ${String(kilobytes)} KB`,
		making: 'Preparing the archive',
		saved: 'The archive has been downloaded.',
		broken: 'The download was interrupted, so the archive is not complete. Try again.',
		correct: 'Correct my name or address',
		seen: 'Who has seen my work',
		seenWhy:
			'Those who train you see your attempts in their cohorts. Each time they do is recorded here.',
		nobody: 'Nobody has opened your work yet.',
		more: 'Show earlier entries',
		erase: 'Erase me',
		eraseWhy:
			'Your account, your attempts and everything you have written are deleted for good, even if a backup is restored later.',
		eraseStart: 'Erase everything…',
		eraseTitle: 'Erase everything?',
		eraseWhat: (attempts: number, cohorts: number) =>
			`This deletes your account, ${String(attempts)} ${attempts === 1 ? 'attempt' : 'attempts'}, ${String(cohorts)} ${cohorts === 1 ? 'enrolment' : 'enrolments'} in cohorts. It cannot be undone: download your data first if you want to keep it.`,
		eraseOf: (name) => `Erase ${name}?`,
		eraseWhatOf: (attempts, cohorts) =>
			`This deletes their account, ${plural(attempts, 'attempt', 'attempts')}, ${plural(cohorts, 'enrolment', 'enrolments')} in cohorts, and everything they wrote. It cannot be undone. The audit trail records that it was done, without a name.`,
		password: 'Your password',
		word: (word: string) => `To confirm, type ${word}`,
		eraseNow: 'Erase for good',
		keep: 'Erase nothing',
		erased: 'Everything has been erased',
		erasedWhy: 'Nothing about you is left here. You can close this page, or start afresh.',
		home: 'Back to the home page',
		someone: 'somebody',
	},
);
