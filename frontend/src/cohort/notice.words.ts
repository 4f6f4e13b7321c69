import { words } from '../parts/i18n.svelte';

export const t = words(
	{
		title: 'Avant de commencer',
		who: 'Qui verra votre travail',
		changed: 'Cette notice a changé depuis que vous l’avez lue.',
		version: (n: number) => `Version ${n}`,
		read: 'J’ai lu, je commence',
		readOnly: 'J’ai lu',
		begin: 'Commencer',
		already: 'Vous avez lu cette version.',
		leads: 'Les stagiaires lisent ceci avant leur première partie.',
		back: 'Revenir à l’accueil',
		backToSettings: 'Revenir aux réglages',
		reread: 'La notice vient de changer\u00a0: la voici. Relisez-la, puis confirmez.',
	},
	{
		title: 'Before you begin',
		who: 'Who will see your work',
		changed: 'This notice has changed since you read it.',
		version: (n) => `Version ${n}`,
		read: 'I have read this: begin',
		readOnly: 'I have read this',
		begin: 'Begin',
		already: 'You have already read this version.',
		leads: 'Trainees read this before their first attempt.',
		back: 'Back to the home page',
		backToSettings: 'Back to the settings',
		reread: 'The notice has just changed: here it is. Read it again, then confirm.',
	},
);
