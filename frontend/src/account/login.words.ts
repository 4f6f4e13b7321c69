import { words } from '../parts/i18n.svelte';

export const t = words(
	{
		title: 'Se connecter',
		guest: 'Ce que vous avez joué sans compte dans ce navigateur vous suivra.',
		logIn: 'Se connecter',
		logging: 'Connexion…',
		or: 'ou',
		forgot: 'Mot de passe oublié',
		forgotTitle: 'Mot de passe oublié',
		forgotSays: 'Indiquez l’adresse de votre compte.',
		ask: 'Demander un lien',
		asking: 'Envoi…',
		asked: 'C’est noté',
		askedMail:
			'Si un compte existe à cette adresse, un lien pour choisir un nouveau mot de passe vient de lui être envoyé. Il vaut une heure.',
		askedHand:
			'Si un compte existe à cette adresse, votre formateur ou un administrateur est prévenu\u00a0: il vous remettra un lien pour choisir un nouveau mot de passe.',
		back: 'Revenir à la connexion',
		noAccount: 'Pas de compte\u00a0?',
		play: 'Jouer sans compte',
		oidc_state:
			'Cette connexion a été commencée ailleurs ou il y a trop longtemps. Recommencez-la.',
		oidc_away:
			'Le service de connexion de votre organisation ne répond pas. Réessayez dans un instant, ou utilisez votre mot de passe.',
		oidc_refused:
			'Votre organisation n’a pas confirmé qui vous êtes. Recommencez, ou adressez-vous à un administrateur.',
		address_elsewhere:
			'Votre adresse a déjà un compte ici, que cette connexion ne prouve pas être le vôtre. Connectez-vous par mot de passe, ou adressez-vous à un administrateur.',
		closed_account: 'Votre compte a été fermé. Adressez-vous à un administrateur.',
		oidc_failed: 'La connexion par votre organisation n’a pas abouti. Réessayez dans un instant.',
		setupTitle: 'Installer Casebook',
		setupSays: 'Vous êtes la première personne ici\u00a0: ce compte administrera le site.',
		setup: 'Créer le compte',
		invitationTitle: 'Bienvenue sur Casebook',
		invitationSays: 'Un compte vous a été ouvert. Il ne manque que votre mot de passe.',
		resetTitle: 'Choisir un nouveau mot de passe',
		resetSays: 'Il remplace l’ancien. Vos autres connexions seront terminées.',
		claimTitle: 'Garder vos parties',
		claimSays: 'Choisissez un mot de passe\u00a0: vos parties vous attendent sous ce compte.',
		choose: 'Enregistrer et entrer',
		saving: 'Enregistrement…',
		uselessTitle: 'Ce lien ne sert plus',
		useless:
			'Il a déjà servi, a été remplacé par un plus récent, ou a expiré. Si vous avez un compte, connectez-vous\u00a0; sinon, demandez un nouveau lien à qui vous l’a remis.',
		uselessSetup:
			'Il a déjà servi ou a été remplacé au dernier démarrage du serveur. Sur la machine qui l’héberge, «\u00a0casebook account admin votre-adresse\u00a0» donne un nouveau lien.',
		checking: 'Vérification du lien…',
		retry: 'Réessayer',
	},
	{
		title: 'Log in',
		guest: 'What you have played in this browser without an account comes with you.',
		logIn: 'Log in',
		logging: 'Logging in…',
		or: 'or',
		forgot: 'Forgotten password',
		forgotTitle: 'Forgotten password',
		forgotSays: 'Give the address of your account.',
		ask: 'Ask for a link',
		asking: 'Sending…',
		asked: 'Thank you',
		askedMail:
			'If there is an account at this address, a link to choose a new password has just been sent to it. It works for an hour.',
		askedHand:
			'If there is an account at this address, your trainer or an admin has been told: they will give you a link to choose a new password.',
		back: 'Back to the login',
		noAccount: 'No account?',
		play: 'Play without one',
		oidc_state: 'This login was started elsewhere, or too long ago. Start it again.',
		oidc_away:
			'Your organisation’s login does not answer. Try again in a moment, or use your password.',
		oidc_refused: 'Your organisation did not confirm who you are. Try again, or contact an admin.',
		address_elsewhere:
			'There is already an account with your address here, and this login does not prove that it is yours. Log in with your password, or contact an admin.',
		closed_account: 'Your account has been closed. Please contact an admin.',
		oidc_failed: 'Logging in through your organisation did not work. Try again in a moment.',
		setupTitle: 'Set up Casebook',
		setupSays: 'You are the first person here: this account will administer the site.',
		setup: 'Create the account',
		invitationTitle: 'Welcome to Casebook',
		invitationSays: 'An account has been opened for you. All it needs is a password.',
		resetTitle: 'Choose a new password',
		resetSays: 'It replaces the old one. You will be logged out everywhere else.',
		claimTitle: 'Keep your attempts',
		claimSays: 'Choose a password: your attempts are waiting for you in this account.',
		choose: 'Save and enter',
		saving: 'Saving…',
		uselessTitle: 'This link no longer works',
		useless:
			'It has already been used, has been replaced by a newer one, or has expired. If you have an account, log in; otherwise ask whoever gave it to you for a new one.',
		uselessSetup:
			'It has already been used, or was replaced when the server last started. On the machine that hosts it, “casebook account admin your-address” gives a new link.',
		checking: 'Checking the link…',
		retry: 'Try again',
	},
);
