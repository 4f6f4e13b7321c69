import { words } from './i18n.svelte';

export const t = words(
	{
		title: 'Aller à…',
		where: 'Où aller',
		places: 'Lieux',
		everywhere: 'Casebook',
		cohort: 'Promotion',
		home: 'Accueil',
		settings: 'Réglages',
		help: 'Aide et raccourcis',
		nothing: 'Aucun lieu de ce nom sur cette page.',
	},
	{
		title: 'Go to…',
		where: 'Where to go',
		places: 'Places',
		everywhere: 'Casebook',
		cohort: 'Cohort',
		home: 'Home',
		settings: 'Settings',
		help: 'Help and shortcuts',
		nothing: 'No place of that name.',
	},
);
