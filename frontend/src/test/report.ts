import type { CaseReport, CohortProgress, Standing, TraineeReport } from '../api/report';
import { flow } from './flow';

export const cohortId = '0198f3a2-6c1e-7a44-9d2b-3f5a7c9e1c01';
export const personId = (i: number) =>
	`0198f3a2-6c1e-7a44-9d2b-0000000000${String(i).padStart(2, '0')}`;

const cohort = { id: cohortId, name: 'Promotion de printemps' };
const at = '2026-11-22T09:00:00Z';
const names = [
	'Amel Haddad',
	'Baptiste Roux',
	'Chloé Marin',
	'David N’Diaye',
	'Élise Ferrand',
	'Farid Cherif',
	'Gaëlle Le Bihan',
	'Hugo Perrin',
	'Inès Moreau',
	'Jules Lambert',
	'Kenza Ould',
	'Léo Vasseur',
	'Maud Girard',
	'Nour Saïdi',
];
const titles = [
	'Le client qui criait',
	'La vision contestée',
	'La passation',
	'Le bon client',
	'La petite agence',
	'Le rapport enterré',
	'L’intégration ratée',
];
const labels = [
	'Nommer et poser une limite',
	'Dire la vérité',
	'Réparer',
	'Mettre fin avec élégance',
	'Soutenir et valoriser',
	'Clarifier rôles et réussite',
];

const assignmentId = (i: number) =>
	`0198f3a2-6c1e-7a44-9d2b-1111111111${String(i).padStart(2, '0')}`;

function standing(person: number, column: number): Standing {
	const made = (person * 7 + column * 11) % 19;
	const base = { assignment: assignmentId(column), attempts: 1, capped: false, lastMove: at };
	if (person === 3) return { ...base, attempts: 0, state: 'not_begun', lastMove: undefined };
	if (made === 0) return { ...base, attempts: 0, state: 'not_begun', lastMove: undefined };
	if (made === 1) return { ...base, state: 'under_way', where: 'Au téléphone' };
	if (made === 2) return { ...base, state: 'stuck', where: 'La réunion à trois' };
	if (made === 3) return { ...base, state: 'given_up' };
	if (made === 4) return { ...base, attempts: 0, state: 'missed', lastMove: undefined };
	if (made === 5) return { ...base, state: 'finished', score: 0 };
	const score = 58 + 30 * Math.sin(person * 1.7 + column) + 11 * Math.cos(column * 2.3 + person);
	return { ...base, state: 'finished', score: Math.min(100, Math.max(4, score)) };
}

const figure = (n: number, value: number, half: number) => ({
	n,
	value,
	low: value - half,
	high: value + half,
});

/** A cohort of so many people and cases, each state and each gate among them. */
export function progress(people = 14, cases = 5): CohortProgress {
	return {
		view: 'people',
		cohort,
		at,
		enrolled: people,
		assignments: Array.from({ length: cases }, (_, i) => ({
			id: assignmentId(i),
			scenario: `cas-${i}`,
			version: 1,
			title: titles[i % titles.length] ?? '',
			opensAt: at,
			dueAt: i === 0 ? '2026-12-01T18:00:00Z' : undefined,
			attempts: 0,
			learning: false,
			withdrawn: false,
			counts: { finished: people - i },
			score: i === 4 ? { n: 3, why: 'too_few' } : figure(people - i, 62 - 3 * i, 9),
			baseline: 42,
		})),
		competencies: labels.map((label, i) => ({
			id: `c${i}`,
			label,
			mean: i === 5 ? { n: 2, why: 'too_few' } : figure(people, 55 + 4 * i, 8),
		})),
		counts: { finished: people - 3 },
		brief: [
			{ question: 'Où en est-on ?', text: 'Cas terminés : au moins 40 sur 70 à faire.' },
			{ question: 'Fait-on mieux que le hasard ?', text: 'Oui : « Le client qui criait ».' },
		],
		growth: [
			{
				from: { scenario: 'cas-0', version: 1, title: titles[0] ?? '' },
				to: { scenario: 'cas-1', version: 1, title: titles[1] ?? '' },
				shared: labels.slice(0, 2).map((label, i) => ({ id: `c${i}`, label })),
				change: figure(people - 2, 7, 6),
				g: { n: people - 2, value: 0.41, low: 0.06, high: 0.76 },
			},
		],
		people: Array.from({ length: people }, (_, i) => ({
			account: personId(i),
			name: `${names[i % names.length]}${i >= names.length ? ` ${Math.floor(i / names.length) + 1}` : ''}`,
			email: `personne${i}@exemple.fr`,
			standings: Array.from({ length: cases }, (_, j) => standing(i, j)),
			competencies: labels.map((_, j) =>
				(i + j) % 7 === 0 ? { n: 0 } : { n: 2, mean: 20 + ((i * 13 + j * 17) % 78) },
			),
			help:
				i % 5 === 2
					? [
							{
								code: 'stuck',
								text: 'Sans un coup depuis 9 jours dans « La passation ».',
								days: 9,
							},
							{ code: 'below_half', text: '38 sur 100 dans « Le client qui criait ».', value: 38 },
						]
					: [],
		})),
		rules: [
			{
				code: 'a_human_decides',
				text: 'Ces signes disent à qui parler d’abord : un humain confirme.',
			},
			{ code: 'stuck', text: 'Bloqué : partie en cours, sans un coup depuis 7 jours.' },
			{ code: 'below_half', text: 'Sous 50 : la meilleure partie n’atteint pas 50 sur 100.' },
			{ code: 'heat_maps', text: 'Personne × cas : le meilleur score de la personne, sur 100.' },
			{ code: 'growth', text: 'Sans groupe de comparaison, c’est une évolution, pas un effet.' },
			{ code: 'too_few', text: 'Moins de 5 personnes : les effectifs seuls sont montrés.' },
			{
				code: 'in_fives',
				text: 'Ne sont comptées que les personnes qui ont terminé, par groupes complets de 5.',
			},
		],
	};
}

/** The same cohort for its manager: no rows, whole groups of five, a hidden cell. */
export function figures(): CohortProgress {
	const { assignments, ...rest } = progress();
	return {
		...rest,
		view: 'figures',
		people: [],
		assignments: assignments.map((one, i) => ({
			...one,
			counts: { finished: 10 },
			score: i === 4 ? { why: 'too_few' } : { ...one.score, n: 10 },
		})),
	};
}

/** A case that fourteen people have played twenty-four times. */
export function caseReport(): CaseReport {
	const choice = (id: string, label: string, chosen: number, more = {}) => ({
		id,
		label,
		offered: 24,
		chosen,
		share: {
			n: 24,
			value: chosen / 24,
			low: Math.max(0, chosen / 24 - 0.17),
			high: chosen / 24 + 0.17,
		},
		...more,
	});
	const levels = [0.55, 0.75, 0.95].map((certainty, i) => ({
		confidence: i + 1,
		certainty,
		credit: i === 2 ? { n: 3, why: 'too_few' } : figure(9 + i, 0.5 + 0.12 * i, 0.2),
	}));
	return {
		view: 'people',
		cohort,
		scenario: 'client-toxique',
		version: 1,
		title: 'Le client qui criait',
		at,
		attempts: 'all',
		people: 14,
		completed: 24,
		abandoned: 2,
		score: { mean: figure(24, 58.4, 8.1), q1: 44, median: 60, q3: 73, capped: 3 },
		baseline: 42,
		endings: [
			{
				id: 'refonde',
				title: 'Contrat refondé',
				tone: 'good',
				count: 9,
				share: figure(24, 0.375, 0.18),
			},
			{
				id: 'sauve',
				title: 'Contrat sauvé à perte',
				tone: 'mixed',
				count: 8,
				share: figure(24, 0.33, 0.18),
			},
			{
				id: 'rupture',
				title: 'Une relation abîmée',
				tone: 'bad',
				count: 7,
				share: figure(24, 0.29, 0.17),
			},
		],
		left: [{ node: 'trois', title: 'La réunion à trois', count: 2 }],
		map: {
			nodes: flow.nodes.map((node) => ({
				...node,
				stops: node.kind === 'ending' ? node.count : 0,
			})),
			links: flow.links,
		},
		coverage: { taken: 9, possible: 14, paths: 8, newPath: 0.12 },
		decisions: [
			{
				node: 'debut',
				title: 'Troisième sonnerie',
				ask: 'Que faites-vous de cet appel ?',
				scored: true,
				met: 24,
				choices: [
					choice('appeler', 'L’appeler tout de suite', 11, { credit: 1, best: true }),
					choice('ecrire', 'Lui écrire ce soir', 12, { credit: 0.44 }),
					choice('attendre', 'Laisser passer le lancement', 1, {
						credit: 0,
						dead: true,
						incident: 'silence',
					}),
				],
				looks: [choice('?carnet', 'Relire le carnet de Léa', 15)],
				credit: figure(24, 0.68, 0.14),
				regret: { mean: 2.9, stake: 9 },
				discrimination: { n: 24, value: 0.41, low: 0.01, high: 0.7, threshold: 0.2 },
				spread: { n: 24, entropy: 1.23, normalised: 0.86, effective: 2.35 },
				distractors: 0.5,
				seconds: { n: 24, value: 94, low: 70, high: 130 },
				confidence: levels,
			},
			{
				node: 'trois',
				title: 'La réunion à trois',
				ask: 'Par quoi commencez-vous ?',
				scored: false,
				met: 4,
				choices: [
					{
						id: 'cadre',
						label: 'Refaire le cadre',
						offered: 4,
						chosen: 3,
						share: { n: 4, why: 'too_few' },
					},
					{
						id: 'partir',
						label: 'Quitter la salle',
						offered: 4,
						chosen: 1,
						share: { n: 4, why: 'too_few' },
					},
				],
				looks: [],
				credit: { why: 'not_scored' },
				regret: { why: 'not_scored' },
				discrimination: { why: 'not_scored' },
				seconds: { n: 4, why: 'too_few' },
				confidence: [],
				why: 'too_few',
			},
		],
		splits: {
			node: 'debut',
			title: 'Troisième sonnerie',
			normalised: 0.86,
			text: '11 ont appelé tout de suite, 12 ont écrit le soir : un bon début de discussion.',
		},
		reliability: { spine: ['debut'], rows: 24, why: 'few_spine_decisions' },
		incidents: [
			{
				id: 'silence',
				label: 'Rien n’est dit au client',
				kind: 'must_not',
				count: 1,
				share: figure(24, 0.04, 0.04),
				choices: [
					{
						node: 'debut',
						title: 'Troisième sonnerie',
						choice: 'attendre',
						label: 'Laisser passer',
						count: 1,
					},
				],
			},
		],
		competencies: labels
			.slice(0, 3)
			.map((label, i) => ({ id: `c${i}`, label, mean: figure(14, 48 + 9 * i, 9) })),
		rules: [
			{ code: 'offered', text: 'Un choix est rapporté aux fois où il était proposé.' },
			{ code: 'too_few', text: 'Moins de 5 réponses : les effectifs seuls sont montrés.' },
			{ code: 'not_scored', text: 'Décision de discussion : jamais notée.' },
			{
				code: 'few_spine_decisions',
				text: 'La fidélité demande au moins 5 décisions notées que 95 % des parties rencontrent ; ce cas se ramifie trop.',
			},
			{ code: 'in_fives', text: 'Par groupes complets de 5.' },
			{ code: 'rounded', text: 'Les effectifs sont arrondis à 5 près.' },
			{ code: 'no_complete_group', text: 'Le premier groupe de 5 n’est pas encore complet.' },
		],
	};
}

/** A person with a finished attempt, one under way, and nothing to compare them with yet. */
export function trainee(): TraineeReport {
	const decision = {
		node: 'debut',
		title: 'Troisième sonnerie',
		kind: 'decision' as const,
		offered: ['appeler', 'ecrire'],
		scored: true,
		timedOut: false,
	};
	return {
		cohort,
		account: personId(2),
		name: 'Chloé Marin',
		email: 'chloe.marin@exemple.fr',
		at,
		attempts: [
			{
				id: '0198f3a2-6c1e-7a44-9d2b-222222222201',
				assignment: assignmentId(0),
				scenario: 'client-toxique',
				version: 1,
				title: 'Le client qui criait',
				status: 'completed',
				learning: false,
				startedAt: at,
				lastMove: at,
				endedAt: at,
				step: 3,
				where: 'Contrat sauvé à perte',
				score: 61,
				capped: false,
				baseline: 42,
				decisions: [
					{
						...decision,
						step: 0,
						kind: 'look',
						move: '?carnet',
						label: 'Relire le carnet de Léa',
						seconds: 31,
						regret: 0,
						stake: 2,
					},
					{
						...decision,
						step: 1,
						move: 'ecrire',
						label: 'Lui écrire ce soir',
						rationale: 'Je veux une trace, et une nuit pour lui comme pour moi.',
						confidence: 3,
						seconds: 94,
						regret: 5,
						stake: 9,
						best: 'appeler',
						bestLabel: 'L’appeler tout de suite',
					},
					{
						...decision,
						step: 2,
						title: 'La réunion à trois',
						move: 'cadre',
						label: 'Refaire le cadre',
						seconds: 61,
						regret: 0,
						stake: 6,
						confidence: 2,
						rationale: 'Chacun doit savoir ce qui est dû, et à qui.',
					},
				],
			},
			{
				id: '0198f3a2-6c1e-7a44-9d2b-222222222202',
				assignment: assignmentId(1),
				scenario: 'passation',
				version: 1,
				title: 'La passation',
				status: 'in_progress',
				learning: true,
				startedAt: at,
				lastMove: at,
				step: 0,
				where: 'Le premier appel',
				capped: false,
				decisions: [],
			},
		],
		growth: [],
		growthWhy: 'no_parallel_case',
		competencies: labels
			.slice(0, 4)
			.map((label, i) =>
				i === 3
					? { id: `c${i}`, label, n: 0 }
					: { id: `c${i}`, label, n: 1 + i, mean: 34 + 19 * i },
			),
		calibration: { decisions: 2, brier: 0.31, overconfidence: 0.22 },
		confidence: caseReport().decisions[0]?.confidence ?? [],
		help: [{ code: 'below_half', text: '38 sur 100 dans « La passation ».' }],
		rules: progress().rules.concat([
			{
				code: 'no_parallel_case',
				text: 'L’évolution se lit entre deux cas parallèles ; il n’y en a pas encore deux de terminés.',
			},
		]),
	};
}
