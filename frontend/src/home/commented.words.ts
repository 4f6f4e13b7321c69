import { plural, words } from '../parts/i18n.svelte';

export const t = words(
	{
		said: (n: number) =>
			`${plural(n, 'nouveau commentaire', 'nouveaux commentaires')} de vos formateurs sur`,
		read: 'Lire le bilan',
	},
	{
		said: (n) => `${plural(n, 'new comment', 'new comments')} from your trainers on`,
		read: 'Read the debrief',
	},
);
