import type { Criterion, Level } from '../api/comments';
import { words } from '../parts/i18n.svelte';

/** What is looked for in a reason, and how far it is found. */
export const t = words(
	{
		indices: 'Indices',
		indicesWhat: 'cite des faits précis du cas',
		perspective: 'Perspective',
		perspectiveWhat: 'dit l’intérêt ou la contrainte de l’autre',
		principe: 'Principe',
		principeWhat: 'nomme la règle et sa source',
		consequence: 'Conséquence',
		consequenceWhat: 'anticipe un effet et dit ce qui a été écarté',
		level0: 'absent',
		level1: 'vague',
		level2: 'correct',
		level3: 'correct et précis',
	},
	{
		indices: 'Clues',
		indicesWhat: 'cites precise facts of the case',
		perspective: 'Perspective',
		perspectiveWhat: 'states the other party’s interest or constraint',
		principe: 'Principle',
		principeWhat: 'names the rule and its source',
		consequence: 'Consequence',
		consequenceWhat: 'anticipates an effect and says what was set aside',
		level0: 'absent',
		level1: 'vague',
		level2: 'correct',
		level3: 'correct and specific',
	},
);

/** The criteria, in their order. */
export const criteria = ['indices', 'perspective', 'principe', 'consequence'] as const;
/** The levels, the lowest first. */
export const levels = [0, 1, 2, 3] as const;

export const levelWord = (level: Level): string =>
	[t.level0, t.level1, t.level2, t.level3][level] ?? '';

export const whatOf = (criterion: Criterion): string => t[`${criterion}What`];
