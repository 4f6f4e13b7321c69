import { words } from '../parts/i18n.svelte';

export const t = words(
	{
		away: 'Le serveur ne répond pas\u00a0: rien n’a été enregistré. Réessayez dans un instant.',
	},
	{
		away: 'The server does not answer: nothing was saved. Try again in a moment.',
	},
);
