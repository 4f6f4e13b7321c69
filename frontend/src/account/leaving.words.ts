import { words } from '../parts/i18n.svelte';

export const t = words(
	{
		logOut: 'Se déconnecter',
		logOutSays:
			'Ce qui attend encore dans ce navigateur part d’abord au serveur. Puis ce navigateur oublie ce qu’il gardait de vos parties\u00a0; le serveur les garde.',
		leaving: 'Déconnexion…',
		title: 'Ce que vous avez écrit n’est pas parti',
		away: 'Le serveur ne répond pas\u00a0: il n’a pas reçu ce qui suit. Restez, et réessayez dans un instant. Si vous partez sans attendre, ce navigateur l’efface.',
		refused:
			'Le serveur n’a pas pris ce qui suit. Restez pour le reprendre ou le copier. Si vous partez maintenant, ce navigateur l’efface.',
		decision: (label: string) => `Votre décision\u00a0: ${label}`,
		reason: 'Votre raison',
		reflection: 'Ce que vous avez écrit au bilan',
		commitment: 'Un engagement que vous n’avez pas enregistré',
		open: 'Le reprendre',
		openOf: (title: string) => `Le reprendre\u00a0: ${title}`,
		stay: 'Rester',
		retry: 'Réessayer',
		without: 'Se déconnecter et l’effacer',
	},
	{
		logOut: 'Log out',
		logOutSays:
			'What still waits in this browser goes to the server first. Then this browser forgets its copy of your attempts; the server keeps them.',
		leaving: 'Logging out…',
		title: 'What you wrote here has not been sent',
		away: 'The server does not answer: it has not received what follows. Stay, and try again in a moment. If you leave without waiting, this browser erases it.',
		refused:
			'The server did not take what follows. Stay to take it up again or to copy it. If you leave now, this browser erases it.',
		decision: (label) => `Your decision: ${label}`,
		reason: 'Your reason',
		reflection: 'What you wrote in the debrief',
		commitment: 'A commitment that you have not saved',
		open: 'Take it up',
		openOf: (title) => `Take it up: ${title}`,
		stay: 'Stay',
		retry: 'Try again',
		without: 'Log out and erase it',
	},
);
