import type { FlowLink, FlowNode } from '../parts/charts/sankey';

const decision = (id: string, title: string, column: number, count: number): FlowNode => ({
	id,
	title,
	column,
	count,
	kind: 'decision',
});

/** Twenty-four people on their way through a case with four endings; one path skips a column. */
export const flow: { nodes: FlowNode[]; links: FlowLink[] } = {
	nodes: [
		decision('debut', 'Troisième sonnerie', 0, 24),
		decision('appel', 'Au téléphone avec Vautrin', 1, 14),
		decision('ecrit', 'Le message du soir', 1, 10),
		decision('trois', 'La réunion à trois', 2, 15),
		{ id: 'refonde', title: 'Contrat refondé', column: 3, count: 9, kind: 'ending', tone: 'good' },
		{
			id: 'sauve',
			title: 'Contrat sauvé à perte',
			column: 3,
			count: 8,
			kind: 'ending',
			tone: 'mixed',
		},
		{
			id: 'rupture',
			title: 'Une relation abîmée',
			column: 3,
			count: 7,
			kind: 'ending',
			tone: 'bad',
		},
	],
	links: [
		{ from: 'debut', to: 'appel', choice: 'appeler', label: 'L’appeler tout de suite', count: 14 },
		{ from: 'debut', to: 'ecrit', choice: 'ecrire', label: 'Lui écrire ce soir', count: 10 },
		{ from: 'appel', to: 'trois', choice: 'nommer', label: 'Nommer les faits', count: 11 },
		{ from: 'appel', to: 'rupture', choice: 'couper', label: 'Couper court', count: 3 },
		{ from: 'ecrit', to: 'trois', choice: 'proposer', label: 'Proposer une réunion', count: 4 },
		{ from: 'ecrit', to: 'sauve', choice: 'ceder', label: 'Céder sur le délai', count: 6 },
		{ from: 'trois', to: 'refonde', choice: 'cadre', label: 'Refaire le cadre', count: 9 },
		{ from: 'trois', to: 'sauve', choice: 'remise', label: 'Accorder une remise', count: 2 },
		{ from: 'trois', to: 'rupture', choice: 'partir', label: 'Quitter la salle', count: 4 },
	],
};
