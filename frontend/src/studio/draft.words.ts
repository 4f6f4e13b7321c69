import { plural, words } from '../parts/i18n.svelte';

/** The page of a draft, its proofs, and publishing it. */
export const t = words(
	{
		cases: 'Cas',
		untitled: 'Cas sans titre',
		eyebrow: (id: string, times: number) =>
			`Brouillon${id && ` · ${id}`} · ${plural(times, 'envoi', 'envois')}`,
		play: 'Jouer',
		playIn: (lang: string) => `Jouer en ${lang}`,
		fr: 'français',
		en: 'anglais',
		publish: 'Publier…',
		download: 'Télécharger',
		discard: 'Supprimer',
		discardTitle: 'Supprimer ce brouillon',
		discardWhat:
			'Il ne pourra pas être retrouvé. Téléchargez-le d’abord si vous n’en avez pas d’autre copie.',
		cancel: 'Annuler',
		examiningLong:
			'Ce cas est long à vérifier\u00a0: tous ses états sont explorés. Cette page se mettra à jour d’elle-même.',
		leftOut: 'Laissés de côté, car ils ne font pas partie d’un cas\u00a0:',
		sound: 'Ce cas est prêt à être publié.',
		unsound: (n: number) =>
			n === 1
				? 'Une erreur empêche de publier ce cas.'
				: `${n} erreurs empêchent de publier ce cas.`,
		unplayable:
			'Il ne se joue pas encore\u00a0: le vérificateur n’arrive pas à le lire ou à l’explorer.',
		becomes: (id: string, version: number) =>
			`Il deviendra la version ${version} de «\u00a0${id}\u00a0».`,
		first: (id: string) => `Il deviendra un nouveau cas, «\u00a0${id}\u00a0».`,
		same: (version: number) =>
			`Il ne change rien\u00a0: la version ${version} contient exactement les mêmes fichiers.`,
		sendAgain: 'Envoyer un zip corrigé',
		sendAgainWhat: 'Il prendra la place de ce brouillon et sera vérifié à son tour.',
		away: 'Le serveur ne répond pas. Rien n’a été fait\u00a0: réessayez dans un instant.',

		proofs: 'Ce qui est prouvé',
		proofsWhat: (states: string, paths: string) =>
			`Toutes les parties possibles ont été explorées\u00a0: ${states} situations, ${paths} chemins jusqu’à une fin. Ces chiffres sont exacts.`,
		endings: 'Les fins et leurs scores',
		range: (least: string, most: string) => `de ${least} à ${most}`,
		noScore: 'sans score',
		never: 'Aucune partie n’y mène',
		lowest: 'La partie au plus bas score',
		highest: 'La partie au plus haut score',
		onePlay: 'Une partie qui y mène',
		plays: 'Voir les parties',
		bestPlay: 'La meilleure partie',
		worstPlay: 'La pire partie',
		extremes: 'Au mieux et au pire',
		comesTo: 'Fin',
		truth: 'Ce qui est vrai',
		chance: 'Hasard',
		look: 'Enquête',
		choice: 'Choix',
		bots: 'Réussir sans comprendre',
		botsWhat:
			'Ce qu’obtient en moyenne qui joue selon une règle simple. Un bon cas ne se laisse pas jouer ainsi\u00a0: moins de 60 pour le premier choix ou le plus long.',
		bot: 'Façon de jouer',
		average: 'Score moyen',
		competencies: 'Les compétences mises à l’épreuve',
		competency: 'Compétence',
		evidence: 'Preuves possibles',
		walkthroughs: 'Parcours témoins',
		walksHold: (held: number, all: number) => `${held} sur ${all} tiennent`,
		holds: 'tient',
		fails: 'ne tient pas',
		known: (why: string) => `échec connu\u00a0: ${why}`,

		publishTitle: (id: string) => `Publier «\u00a0${id}\u00a0»`,
		newVersion: (version: number) =>
			`Ce brouillon devient la version ${version}. Elle ne changera plus.`,
		newCase:
			'C’est un nouveau cas\u00a0: tous les formateurs pourront l’affecter, tous les stagiaires le voir.',
		replaces: (version: number, when: string, who: string) =>
			`La version ${version}, publiée ${who} le ${when}, reste\u00a0: les parties commencées avec elle continuent. Les nouvelles parties prennent la nouvelle version.`,
		by: (who: 'me' | 'program' | 'other') =>
			({ me: 'par vous', program: 'avec Casebook', other: 'par un collègue' })[who],
		somebodyElses: 'Ce cas a d’abord été publié par quelqu’un d’autre. Prévenez cette personne.',
		warningsLeft: (n: number) =>
			n === 1
				? 'Un avertissement reste sans réponse. Il n’empêche pas de publier.'
				: `${n} avertissements restent sans réponse. Ils n’empêchent pas de publier.`,
		noWarnings: 'Aucun avertissement ne reste sans réponse.',
		doPublish: (version: number) => `Publier la version ${version}`,
		published: (id: string, version: number) =>
			`«\u00a0${id}\u00a0» est publié\u00a0: version ${version}.`,
		alreadyThere: (version: number) =>
			`Rien de nouveau à publier\u00a0: la version ${version} contient exactement les mêmes fichiers.`,

		rehearsal: 'Essai',
		rehearsing: 'Essai d’un brouillon\u00a0: rien ne compte.',
		backToDraft: 'Revenir au brouillon',
	},
	{
		cases: 'Cases',
		untitled: 'Untitled case',
		eyebrow: (id, times) =>
			`Draft${id && ` · ${id}`} · uploaded ${times === 1 ? 'once' : `${times} times`}`,
		play: 'Play',
		playIn: (lang) => `Play in ${lang}`,
		fr: 'French',
		en: 'English',
		publish: 'Publish…',
		download: 'Download',
		discard: 'Discard',
		discardTitle: 'Discard this draft',
		discardWhat: 'It cannot be recovered. Download it first if you have no other copy.',
		cancel: 'Cancel',
		examiningLong:
			'This case takes a while to check: all its states are explored. This page will update by itself.',
		leftOut: 'Left out, as they are not part of a case:',
		sound: 'This case is ready to be published.',
		unsound: (n) =>
			n === 1
				? 'An error prevents this case from being published.'
				: `${n} errors prevent this case from being published.`,
		unplayable: 'It cannot be played yet: the checker cannot read or explore it.',
		becomes: (id, version) => `It will become version ${version} of “${id}”.`,
		first: (id) => `It will become a new case, “${id}”.`,
		same: (version) => `It changes nothing: version ${version} has exactly the same files.`,
		sendAgain: 'Upload a corrected zip',
		sendAgainWhat: 'It replaces this draft, and is checked in turn.',
		away: 'The server does not answer. Nothing was done: try again in a moment.',

		proofs: 'What is proved',
		proofsWhat: (states, paths) =>
			`Every possible attempt has been explored: ${states} situations, ${paths} paths to an ending. These figures are exact.`,
		endings: 'The endings and their scores',
		range: (least, most) => `${least} to ${most}`,
		noScore: 'no score',
		never: 'No attempt leads there',
		lowest: 'The attempt with the lowest score',
		highest: 'The attempt with the highest score',
		onePlay: 'An attempt that leads there',
		plays: 'See the attempts',
		bestPlay: 'The best attempt',
		worstPlay: 'The worst attempt',
		extremes: 'At best and at worst',
		comesTo: 'Ending',
		truth: 'What is true',
		chance: 'Chance',
		look: 'Look',
		choice: 'Choice',
		bots: 'Succeeding without understanding',
		botsWhat:
			'What somebody who plays by a simple rule scores on average. A good case cannot be beaten like that: less than 60 for always taking the first choice, or the longest.',
		bot: 'Way of playing',
		average: 'Average score',
		competencies: 'The competencies put to the test',
		competency: 'Competency',
		evidence: 'Possible evidence',
		walkthroughs: 'Walkthroughs',
		walksHold: (held, all) => `${held} of ${all} hold`,
		holds: 'holds',
		fails: 'does not hold',
		known: (why) => `known to fail: ${why}`,

		publishTitle: (id) => `Publish “${id}”`,
		newVersion: (version) => `This draft becomes version ${version}. It will never change.`,
		newCase: 'It is a new case: every trainer can assign it, and every trainee sees it.',
		replaces: (version, when, who) =>
			`Version ${version}, published ${who} on ${when}, stays: attempts begun with it continue. New attempts use the new version.`,
		by: (who) => ({ me: 'by you', program: 'with Casebook', other: 'by a colleague' })[who],
		somebodyElses: 'This case was first published by somebody else. Tell them.',
		warningsLeft: (n) =>
			n === 1
				? 'One warning has no answer. It does not prevent publishing.'
				: `${n} warnings have no answer. They do not prevent publishing.`,
		noWarnings: 'Every warning has been answered.',
		doPublish: (version) => `Publish version ${version}`,
		published: (id, version) => `“${id}” is published: version ${version}.`,
		alreadyThere: (version) =>
			`Nothing new to publish: version ${version} has exactly the same files.`,

		rehearsal: 'Rehearsal',
		rehearsing: 'You are trying out a draft: nothing counts.',
		backToDraft: 'Back to the draft',
	},
);
