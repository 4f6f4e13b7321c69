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
		lostSignedOut: 'Cette partie appartient à une connexion qui a expiré',
		lostSignedOutWhy:
			'Sans compte, une partie n’est visible que depuis le navigateur qui l’a commencée, tant que sa connexion dure (90 jours). Une nouvelle connexion ne peut pas la rouvrir. Vous pouvez recommencer le cas.',
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
		lostSignedOut: 'This attempt belongs to a login that has expired',
		lostSignedOutWhy:
			'Without an account, an attempt can only be seen from the browser that began it, as long as its login lasts (90 days). A new login cannot open it again. You can begin the case anew.',
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
