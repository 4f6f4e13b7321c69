import { words } from '../parts/i18n.svelte';

export const t = words(
	{
		title: 'Entrer dans une promotion',
		invited: 'Vous êtes invité dans la promotion',
		asWho: (name: string) => `Vous entrez sous le nom de ${name}.`,
		enter: 'Entrer dans la promotion',
		entering: 'Un instant…',
		whoAreYou: 'Dites qui vous êtes',
		whoWhy:
			'Votre nom et votre adresse ne sont vus que des formateurs de la promotion. Les parties que vous avez déjà jouées ici restent à vous seul.',
		name: 'Prénom et nom',
		email: 'Adresse e-mail',
		password: 'Mot de passe',
		haveAccount: 'J’ai déjà un compte',
		joined: 'Vous êtes dans la promotion.',
		home: 'Voir mes cas',
		code: 'Code d’invitation',
		codeHint:
			'Celui que votre formateur vous a donné. Les majuscules et les tirets sont sans importance.',
		go: 'Continuer',
		badCode: 'Ce code contient un signe qu’aucun code ne contient.',
		backToCode: 'Saisir un autre code',
		unknown:
			'Ce code n’existe pas. Vérifiez-le lettre à lettre, ou demandez-le à nouveau à votre formateur.',
	},
	{
		title: 'Join a cohort',
		invited: 'You are invited to join the cohort',
		asWho: (name) => `You join as ${name}.`,
		enter: 'Join the cohort',
		entering: 'One moment…',
		whoAreYou: 'Say who you are',
		whoWhy:
			'Only the cohort’s trainers see your name and address. What you have already played here remains yours alone.',
		name: 'First and last name',
		email: 'E-mail address',
		password: 'Password',
		haveAccount: 'I already have an account',
		joined: 'You have joined the cohort.',
		home: 'See my cases',
		code: 'Invitation code',
		codeHint: 'The one your trainer gave you. Capitals and hyphens do not matter.',
		go: 'Continue',
		badCode: 'A code has only letters and digits: this one has something else in it.',
		backToCode: 'Enter another code',
		unknown: 'There is no such code. Check it letter by letter, or ask your trainer for it again.',
	},
);
