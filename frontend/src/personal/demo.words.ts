import { words } from '../parts/i18n.svelte';

export const t = words(
	{
		mark: 'Démonstration',
		offer: 'Voir une promotion de démonstration',
		offerWhy:
			'24 personnes inventées ont joué les cas livrés ces dernières semaines. Vous en devenez formateur ou formatrice, et la retirez d’un clic.',
		add: 'Ajouter la démonstration',
		there: 'La démonstration est là : personnes, réponses et résultats sont inventés.',
		open: 'Ouvrir la promotion',
		trainer: 'Regarder en formatrice',
		manager: 'Regarder en responsable',
		remove: 'Retirer la démonstration',
		busy: 'Un instant…',
	},
	{
		mark: 'Demonstration',
		offer: 'See a demonstration cohort',
		offerWhy:
			'24 made-up people have played the cases supplied with Casebook over the last few weeks. You become their trainer, and can remove it all in one click.',
		add: 'Add the demonstration',
		there: 'The demonstration is in place. Its people, answers and results are all made up.',
		open: 'Open the cohort',
		trainer: 'View as a trainer',
		manager: 'View as a manager',
		remove: 'Remove the demonstration',
		busy: 'One moment…',
	},
);
