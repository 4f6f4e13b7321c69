import { words } from '../parts/i18n.svelte';

export const t = words(
	{
		title: 'Journal',
		people: 'Personnes',
		lead: 'Ce qui a été fait ici, par qui et à quoi : les noms sont ceux d’aujourd’hui. Rien ne s’y change ni ne s’en retire.',
		empty: 'Rien n’a encore été noté.',
		more: 'Plus anciennes',
		onlyBy: (name: string) => `Seulement ce qu’a fait ${name}`,
		onlyOf: (name: string) => `Seulement ce qui concerne ${name}`,
		thisAccount: 'ce compte',
		thisOne: 'cet élément',
		all: 'Tout montrer',
	},
	{
		title: 'Audit trail',
		people: 'People',
		lead: 'What was done here, by whom and to what. Names are shown as they are today. Nothing is ever changed or removed.',
		empty: 'Nothing has been recorded yet.',
		more: 'Show earlier entries',
		onlyBy: (name) => `Only what ${name} did`,
		onlyOf: (name) => `Only what concerns ${name}`,
		thisAccount: 'this account',
		thisOne: 'this one',
		all: 'Show everything',
	},
);
