import { words } from '../parts/i18n.svelte';

/** What is said when something went wrong: fetched only then. */
export const t = words(
	{
		backHome: 'Revenir à l’accueil',
		retry: 'Réessayer maintenant',
		leftoverTitle: 'Votre texte n’a pas été envoyé',
		leftoverWhy: 'Il répondait à un moment qui est passé. Il est toujours là.',
		putBack: 'Le reprendre ici',
		copy: 'Copier',
		copied: 'Copié',
		drop: 'L’effacer',
		rivalTitle: 'Deux textes pour la même décision',
		rivalWhy:
			'Vous avez écrit ici et dans un autre onglet ou sur un autre appareil. Lequel garder\u202f?',
		mine: 'Écrit ici',
		theirs: 'Écrit ailleurs',
		keepMine: 'Garder celui d’ici',
		keepTheirs: 'Garder l’autre',
		keepBoth: 'Garder les deux, à la suite',
		lostSignedOut: 'Connectez-vous pour continuer',
		lostSignedOutWhy:
			'Votre connexion a pris fin, ou n’a pas été ouverte dans ce navigateur. Connecté de nouveau, vous retrouverez la partie où elle en était, avec ce que vous veniez d’écrire. Jouée sans compte, elle tenait à cette connexion (90 jours) et ne peut plus être rouverte\u00a0; vous pouvez recommencer le cas.',
		logIn: 'Se connecter',
		lostMissing: 'Cette partie est introuvable',
		lostMissingWhy:
			'Elle n’existe pas, ou elle a été commencée depuis un autre navigateur\u00a0: seul celui-là peut la rouvrir.',
		lostAway: 'Le serveur ne répond pas',
		lostAwayWhy:
			'Cette partie n’a pas encore été ouverte sur cet appareil. Elle s’ouvrira dès que le serveur répondra.',
		lostFailed: 'Cette partie n’a pas pu être ouverte',
		lostFailedWhy:
			'Quelque chose s’est mal passé sur le serveur. Rien de ce que vous avez écrit n’est perdu.',
		lostText: 'Ce que vous aviez écrit est encore sur cet appareil\u00a0:',
	},
	{
		backHome: 'Back to the home page',
		retry: 'Try now',
		leftoverTitle: 'Your text was not sent',
		leftoverWhy: 'It answered a moment that has passed. It is still here.',
		putBack: 'Use it here',
		copy: 'Copy',
		copied: 'Copied',
		drop: 'Discard it',
		rivalTitle: 'Two texts for the same decision',
		rivalWhy: 'You wrote here and in another tab or on another device. Which one should be kept?',
		mine: 'Written here',
		theirs: 'Written elsewhere',
		keepMine: 'Keep the one from here',
		keepTheirs: 'Keep the other',
		keepBoth: 'Keep both, one after the other',
		lostSignedOut: 'Log in to go on',
		lostSignedOutWhy:
			'Your login has ended, or was not opened in this browser. Once you are logged in again, the attempt opens where it stood, with what you had just written. Played without an account it hung on that login (90 days) and cannot be opened again; you can begin the case anew.',
		logIn: 'Log in',
		lostMissing: 'This attempt cannot be found',
		lostMissingWhy:
			'It does not exist, or it was begun from another browser: only that one can open it.',
		lostAway: 'The server does not answer',
		lostAwayWhy:
			'This attempt has not been opened on this device yet. It will open as soon as the server answers.',
		lostFailed: 'This attempt could not be opened',
		lostFailedWhy: 'Something went wrong on the server. Nothing that you wrote is lost.',
		lostText: 'What you had written is still on this device:',
	},
);
