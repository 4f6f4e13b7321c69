import { words } from '../parts/i18n.svelte';

export const t = words(
	{
		title: 'Mon compte',
		guestTitle: 'Vos parties d’invité',
		keepTitle: 'Garder vos parties',
		keepSays:
			'Vous jouez sans compte\u00a0: vos parties ne tiennent qu’à ce navigateur. Donnez un nom et une adresse pour les retrouver partout.',
		keep: 'Garder mes parties',
		keeping: 'Envoi…',
		kept: 'C’est noté',
		keptMail:
			'Un lien part vers cette adresse. Ouvrez-le pour choisir un mot de passe\u00a0; il vaut un jour. D’ici là, continuez à jouer ici.',
		keptHand:
			'Un administrateur est prévenu\u00a0: il vous remettra un lien pour choisir un mot de passe. D’ici là, continuez à jouer ici.',
		haveAccount: 'Vous avez déjà un compte\u00a0? Connectez-vous ici, vos parties le rejoindront.',
		logIn: 'Se connecter',
		details: 'Vous',
		language: 'Langue des messages',
		save: 'Enregistrer',
		saving: 'Enregistrement…',
		saved: 'Enregistré.',
		unverified:
			'Cette adresse n’a pas été vérifiée. Elle le sera quand vous ouvrirez un lien qui lui est envoyé ou remis.',
		emailAsks: 'Pour changer d’adresse, confirmez avec votre mot de passe.',
		passwordTitle: 'Mot de passe',
		noPassword:
			'Vous entrez par la connexion de votre organisation. Vous pouvez y ajouter un mot de passe.',
		passwordSays: 'Vos autres connexions seront terminées.',
		current: 'Mot de passe actuel',
		change: 'Changer le mot de passe',
		changed: 'Le mot de passe est changé. Vos autres connexions sont terminées.',
		logins: 'Où vous êtes connecté',
		loginsSays:
			'Vous ne reconnaissez pas l’une d’elles\u00a0? Terminez-la, puis changez de mot de passe.',
		here: 'Ce navigateur',
		unknown: 'Appareil inconnu',
		guest: 'en invité',
		password: 'par mot de passe',
		link: 'par un lien',
		oidc: 'par votre organisation',
		since: (when: string) => `depuis le ${when}`,
		end: 'Terminer',
		endOf: (device: string) => `Terminer\u00a0: ${device}`,
		endOthers: 'Terminer toutes les autres',
		myData: 'Mes données',
		myDataSays:
			'Ce que Casebook garde sur vous\u00a0: l’emporter, savoir qui l’a vu, le faire effacer.',
	},
	{
		title: 'My account',
		guestTitle: 'Your attempts as a guest',
		keepTitle: 'Keep your attempts',
		keepSays:
			'You are playing without an account: your attempts exist in this browser only. Give a name and an address to find them everywhere.',
		keep: 'Keep my attempts',
		keeping: 'Sending…',
		kept: 'Thank you',
		keptMail:
			'A link is on its way to this address. Open it to choose a password; it works for a day. Until then, go on playing here.',
		keptHand:
			'An admin has been told: they will give you a link to choose a password. Until then, go on playing here.',
		haveAccount:
			'Do you already have an account? Log in here, and your attempts will be added to it.',
		logIn: 'Log in',
		details: 'You',
		language: 'Language of messages',
		save: 'Save',
		saving: 'Saving…',
		saved: 'Saved.',
		unverified:
			'This address has not been verified. It will be as soon as you open a link sent to it, or handed to you.',
		emailAsks: 'To change your address, confirm with your password.',
		passwordTitle: 'Password',
		noPassword: 'You log in through your organisation. You can add a password as well.',
		passwordSays: 'You will be logged out everywhere else.',
		current: 'Current password',
		change: 'Change the password',
		changed: 'Your password has been changed. You have been logged out everywhere else.',
		logins: 'Where you are logged in',
		loginsSays: 'If you do not recognise one of them, end it, then change your password.',
		here: 'This browser',
		unknown: 'Unknown device',
		guest: 'as a guest',
		password: 'with a password',
		link: 'with a link',
		oidc: 'through your organisation',
		since: (when) => `since ${when}`,
		end: 'End',
		endOf: (device) => `End: ${device}`,
		endOthers: 'End all the others',
		myData: 'My data',
		myDataSays:
			'What Casebook keeps about you: take it with you, see who has seen it, have it erased.',
	},
);
