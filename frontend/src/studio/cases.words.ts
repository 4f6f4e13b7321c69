import { plural, words } from '../parts/i18n.svelte';

/** The page of cases, and sending one. */
export const t = words(
	{
		title: 'Cas',
		send: 'Envoyer un cas',
		sendWhat: 'Le zip du dossier d’un cas, 20\u00a0Mio au plus. Déposez-le ici, ou choisissez-le.',
		choose: 'Choisir un zip',
		dropHere: 'Lâchez le zip ici',
		sending: (percent: number) => `Envoi\u00a0: ${percent}\u00a0%`,
		reading: 'Lecture du zip…',
		folder:
			'C’est un dossier. Compressez-le d’abord (clic droit, «\u00a0Compresser\u00a0»), puis envoyez le .zip.',
		tooLarge:
			'Ce zip dépasse 20\u00a0Mio. Réduisez ses images et ses sons, puis compressez le dossier à nouveau.',
		away: 'Le serveur ne répond pas\u00a0: rien n’a été envoyé. Vérifiez la connexion, puis recommencez.',
		drafts: 'Brouillons',
		draftsWhat: 'Vous seul les voyez. Un brouillon se vérifie et se joue avant d’être publié.',
		anothers: 'd’un autre formateur',
		untitled: 'Cas sans titre',
		sent: (times: number, when: string) =>
			times === 1 ? `envoyé le ${when}` : `envoyé ${times} fois, le ${when} la dernière`,
		open: 'Ouvrir',
		published: 'Cas publiés',
		noneYet: 'Aucun cas n’est publié.',
		noneYetWhat:
			'Envoyez le zip d’un dossier de cas\u00a0: il sera vérifié, puis vous le publierez.',
		retired: 'Cas retirés',
		retiredWhat: 'Ils ne sont plus proposés ni affectables. Les parties commencées continuent.',
		retiredOn: (when: string) => `retiré le ${when}`,
		retire: 'Retirer',
		retireTitle: (title: string) => `Retirer «\u00a0${title}\u00a0»`,
		retireWhat:
			'Le cas ne sera plus proposé aux stagiaires ni affectable. Les parties commencées continuent, et les rapports le gardent. Vous pourrez le remettre à disposition.',
		readmit: 'Remettre à disposition',
		cancel: 'Annuler',
		minutes: (n: number) => `${n}\u00a0min`,
		level: (n: number) => ['', 'Découverte', 'Pratique', 'Épreuve'][n] ?? '',
		version: (n: number) => `version ${n}`,
		versions: (n: number) => plural(n, 'version', 'versions'),
		by: (who: 'me' | 'program' | 'other') =>
			({ me: 'par vous', program: 'livrée avec Casebook', other: 'par un collègue' })[who],
		download: 'Télécharger',
		downloadOf: (title: string, n: number) =>
			`Télécharger la version ${n} de «\u00a0${title}\u00a0», réponses comprises`,
	},
	{
		title: 'Cases',
		send: 'Upload a case',
		sendWhat: 'A zip of the case’s folder, 20\u00a0MiB at most. Drop it here, or choose it.',
		choose: 'Choose a zip file',
		dropHere: 'Drop the zip here',
		sending: (percent) => `Uploading: ${percent}%`,
		reading: 'Reading the zip…',
		folder: 'This is a folder. Compress it first (right-click, “Compress”), then upload the .zip.',
		tooLarge:
			'This zip is larger than 20\u00a0MiB. Make its pictures and sounds smaller, then compress the folder again.',
		away: 'The server does not answer: nothing was uploaded. Check the connection, then try again.',
		drafts: 'Drafts',
		draftsWhat: 'Only you see them. A draft is checked and played before it is published.',
		anothers: 'another trainer’s',
		untitled: 'Untitled case',
		sent: (times, when) =>
			times === 1 ? `uploaded on ${when}` : `uploaded ${times} times, last on ${when}`,
		open: 'Open',
		published: 'Published cases',
		noneYet: 'No case is published yet.',
		noneYetWhat: 'Upload a zip of a case’s folder: it will be checked, then you can publish it.',
		retired: 'Retired cases',
		retiredWhat:
			'They are no longer offered and cannot be assigned. Attempts in progress continue.',
		retiredOn: (when) => `retired on ${when}`,
		retire: 'Retire',
		retireTitle: (title) => `Retire “${title}”`,
		retireWhat:
			'The case will no longer be offered to trainees and cannot be assigned. Attempts in progress continue, and reports keep it. You can offer it again later.',
		readmit: 'Offer again',
		cancel: 'Cancel',
		minutes: (n) => `${n}\u00a0min`,
		level: (n) => ['', 'Discovery', 'Practice', 'Trial'][n] ?? '',
		version: (n) => `version ${n}`,
		versions: (n) => plural(n, 'version', 'versions'),
		by: (who) =>
			({ me: 'by you', program: 'supplied with Casebook', other: 'by a colleague' })[who],
		download: 'Download',
		downloadOf: (title, n) => `Download version ${n} of “${title}”, answers included`,
	},
);
