import type { components } from '../api/schema';
import { words } from '../parts/i18n.svelte';

type LoginRefusal = components['schemas']['LoginRefusal'];

/** Why somebody who came back from their organisation's login was not let in, and what to do. */
export const refusals = words(
	{
		oidc_state:
			'Cette connexion a été commencée ailleurs ou il y a trop longtemps. Recommencez-la.',
		oidc_away:
			'Le service de connexion de votre organisation ne répond pas. Réessayez dans un instant, ou utilisez votre mot de passe.',
		oidc_refused:
			'Votre organisation n’a pas confirmé qui vous êtes. Recommencez, ou adressez-vous à un administrateur.',
		oidc_failed:
			'La connexion par votre organisation n’a pas abouti. Réessayez dans un instant\u00a0; si cela continue, prévenez un administrateur.',
		closed_account: 'Votre compte a été fermé. Adressez-vous à un administrateur.',
		address_elsewhere:
			'Votre adresse a déjà un compte ici, que cette connexion ne prouve pas être le vôtre. Connectez-vous par mot de passe, ou adressez-vous à un administrateur.',
		last_admin:
			'Les groupes de votre organisation vous retireraient le rôle d’administrateur, alors que vous êtes le dernier ici\u00a0: vous n’êtes pas connecté. Faites-vous remettre dans le groupe qui donne ce rôle, ou connectez-vous par mot de passe et nommez d’abord un autre administrateur.',
		raced: 'Quelqu’un a changé votre compte au même moment. Recommencez la connexion.',
		database_away:
			'La base de données de Casebook ne répond pas\u00a0: vous n’êtes pas connecté. Réessayez dans un instant.',
		disk_full:
			'Le disque du serveur de Casebook est plein\u00a0: votre connexion n’a pas pu être notée. Prévenez un administrateur.',
	} satisfies Record<LoginRefusal, string>,
	{
		oidc_state: 'This login was started elsewhere, or too long ago. Start it again.',
		oidc_away:
			'Your organisation’s login does not answer. Try again in a moment, or use your password.',
		oidc_refused: 'Your organisation did not confirm who you are. Try again, or contact an admin.',
		oidc_failed:
			'Logging in through your organisation did not work. Try again in a moment; if it keeps failing, tell an admin.',
		closed_account: 'Your account has been closed. Please contact an admin.',
		address_elsewhere:
			'There is already an account with your address here, and this login does not prove that it is yours. Log in with your password, or contact an admin.',
		last_admin:
			'Your organisation’s groups would take the admin role away from you, but you are the last admin here: you are not logged in. Ask to be put back into the group that gives this role, or log in with your password and make somebody else an admin first.',
		raced: 'Somebody changed your account at the same moment. Start the login again.',
		database_away:
			'Casebook’s database does not answer: you are not logged in. Try again in a moment.',
		disk_full:
			'The disk of Casebook’s server is full: your login could not be recorded. Tell an admin.',
	},
);

/** What to say of a code, whatever an address holds. */
export function refusalOf(code: string): string {
	return Object.hasOwn(refusals, code) ? refusals[code as LoginRefusal] : refusals.oidc_failed;
}
