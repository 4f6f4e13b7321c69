import { words } from '../parts/i18n.svelte';

export const t = words(
	{
		title: 'Durée de conservation',
		cohort: 'La promotion',
		lead: 'Passé ce délai après sa fin, une partie perd son nom et tout ce qui y a été écrit ; il ne reste que les chiffres. Ici, rien ne change : on ne fait que regarder.',
		days: 'Essayer une autre durée, en jours',
		forGood: 'Les noms sont gardés sans limite : rien ne sera retiré.',
		own: (days: number) => `Noms gardés ${String(days)} jours après la fin de chaque partie.`,
		now: 'À retirer maintenant',
		when: 'Quand',
		by: (day: string) => `Avant la fin du ${day}`,
		attempts: 'Parties',
		people: 'Personnes',
		caption: 'Ce qui perdra son nom, et quand',
	},
	{
		title: 'Retention',
		cohort: 'The cohort',
		lead: 'After this period, an attempt loses its name and everything written in it: only figures are left. This page is a preview; it changes nothing.',
		days: 'Try another period, in days',
		forGood: 'Names are kept indefinitely: nothing will be removed.',
		own: (days: number) => `Names are kept for ${String(days)} days after the end of each attempt.`,
		now: 'To be removed now',
		when: 'When',
		by: (day) => `By the end of ${day}`,
		attempts: 'Attempts',
		people: 'People',
		caption: 'What will lose its name, and when',
	},
);
