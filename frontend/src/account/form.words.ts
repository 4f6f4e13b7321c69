import { words } from '../parts/i18n.svelte';

export const t = words(
	{
		away: 'Le serveur ne répond pas. Rien n’a été envoyé\u00a0; réessayez dans un instant.',
		name: 'Nom',
		email: 'Adresse e-mail',
		password: 'Mot de passe',
		newPassword: 'Nouveau mot de passe',
		passwordNote:
			'15 caractères au moins. Quatre ou cinq mots sans rapport entre eux\u00a0: facile à retenir, difficile à deviner.',
		missing: (n: number) => (n === 1 ? 'Encore 1 caractère.' : `Encore ${n} caractères.`),
		longEnough: 'Assez long.',
		show: 'Montrer le mot de passe',
		hide: 'Cacher le mot de passe',
		shown: 'Montrer',
		hidden: 'Cacher',
	},
	{
		away: 'The server does not answer. Nothing was sent; try again in a moment.',
		name: 'Name',
		email: 'E-mail address',
		password: 'Password',
		newPassword: 'New password',
		passwordNote:
			'At least 15 characters. Four or five words that have nothing to do with each other: easy to remember, hard to guess.',
		missing: (n) => (n === 1 ? '1 more character needed.' : `${n} more characters needed.`),
		longEnough: 'Long enough.',
		show: 'Show the password',
		hide: 'Hide the password',
		shown: 'Show',
		hidden: 'Hide',
	},
);
