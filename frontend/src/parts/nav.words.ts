import { words } from './i18n.svelte';

export const t = words(
	{
		places: 'Lieux de Casebook',
		home: 'Jouer',
		cohorts: 'Promotions',
		cases: 'Cas',
		people: 'Personnes',
		account: 'Mon compte',
		pages: 'Pages',
		trail: 'Vous êtes ici',
		views: 'Vues de la promotion',
		progress: 'Progression',
		rationales: 'Justifications',
		assignments: 'Affectations',
		settings: 'Réglages',
	},
	{
		places: 'Places in Casebook',
		home: 'Play',
		cohorts: 'Cohorts',
		cases: 'Cases',
		people: 'People',
		account: 'My account',
		pages: 'Pages',
		trail: 'You are here',
		views: 'Views of the cohort',
		progress: 'Progress',
		rationales: 'Rationales',
		assignments: 'Assignments',
		settings: 'Settings',
	},
);
