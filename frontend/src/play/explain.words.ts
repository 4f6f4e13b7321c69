import { words } from '../parts/i18n.svelte';

/** What is said around an explanation, in learning mode; the rest is said as in the debrief. */
export const t = words(
	{
		title: 'Ce que cette décision valait',
		mode: 'Mode apprentissage',
		skip: 'Continuer l’histoire',
		incident: 'Incident critique\u00a0: il plafonne le score.',
		shows: 'Ce que ce choix montre',
	},
	{
		title: 'What this decision was worth',
		mode: 'Learning mode',
		skip: 'Go on with the story',
		incident: 'Critical incident: it caps the score.',
		shows: 'What this choice shows',
	},
);
