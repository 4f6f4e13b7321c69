import { words } from './i18n.svelte';

export const t = words(
	{
		loading: 'Chargement…',
		missing: 'Cette page n’existe pas',
		missingWhy:
			'Elle n’existe pas, ou elle n’est pas ouverte à votre compte. Le lien est peut-être ancien.',
		signedOut: 'Connectez-vous pour continuer',
		signedOutWhy: 'Votre accès a expiré, ou n’a pas été ouvert dans ce navigateur.',
		logIn: 'Se connecter',
		home: 'Revenir à l’accueil',
		away: 'Le serveur ne répond pas.',
		retry: 'Réessayer',
	},
	{
		loading: 'Loading…',
		missing: 'This page does not exist',
		missingWhy: 'It does not exist, or your account cannot open it. The link may be an old one.',
		signedOut: 'Log in to continue',
		signedOutWhy: 'Your login has expired, or you have not logged in with this browser.',
		logIn: 'Log in',
		home: 'Back to the home page',
		away: 'The server does not answer.',
		retry: 'Try again',
	},
);
