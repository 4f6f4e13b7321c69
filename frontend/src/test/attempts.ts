import type { Attempt, AttemptSummary, Exhibit, Progress, ScenarioSummary } from '../api/client';

export const id = '0198f3a2-6c1e-7a44-9d2b-3f5a7c9e1b02';

const none = { html: '', headers: [], messages: [], bars: [] };
const p = (text: string) => `<p>${text}</p>\n`;

export const thread: Exhibit = {
	...none,
	id: 'fil',
	kind: 'chat',
	title: 'Fil de discussion « lancement »',
	step: 0,
	messages: [
		{ who: 'Marc', at: '22:47', html: p('C’est nul. On dirait un exposé de collège.') },
		{
			who: 'Marc',
			at: '22:48',
			html: p('Je veux une version correcte à 8 h. Vous êtes payés pour ça, non ?'),
		},
		{ who: 'Léa', at: '22:55', html: p('Bien reçu, je reprends la partie 2.') },
		{ who: 'Marc', at: '22:56', html: p('La partie 2 ? TOUT.') },
	],
};

export const log: Exhibit = {
	...none,
	id: 'carnet',
	kind: 'table',
	title: 'Carnet de bord de Léa',
	step: 1,
	html: `<table><thead><tr><th>Jour</th><th>Ce qui s’est passé</th><th>Effet sur le travail</th></tr></thead>
<tbody><tr><td>Mardi</td><td>Marc coupe la parole onze fois en trente minutes</td><td>Le point sur les messages n’a pas eu lieu</td></tr>
<tr><td>Jeudi</td><td>« Vous le faites exprès ? » devant douze personnes</td><td>Karim ne prend plus la parole ; deux livrables en retard</td></tr></tbody></table>`,
};

export const orgchart: Exhibit = {
	...none,
	id: 'organigramme',
	kind: 'orgchart',
	title: 'Qui décide chez Nexalia',
	step: 2,
	html: `<ul><li>Hélène Aubry, directrice générale (arrivée en mars)
<ul><li><strong>Marc Verdier</strong>, directeur marketing : premier lancement sous ses yeux</li>
<li>Paul Meunier, directeur commercial</li></ul></li></ul>`,
};

/** One exhibit of each of the other kinds. */
export const others: Exhibit[] = [
	{
		...none,
		id: 'mail',
		kind: 'email',
		title: 'Courriel d’Hélène Aubry',
		step: 0,
		headers: [
			{ label: 'De', value: 'Hélène Aubry <h.aubry@nexalia.example>' },
			{ label: 'À', value: 'Vous' },
			{ label: 'Objet', value: 'Point d’étape du lancement' },
		],
		html: p('Bonjour,') + p('Pouvez-vous me dire où en est le dossier ? Je vois Marc demain.'),
	},
	{
		...none,
		id: 'appel',
		kind: 'call',
		title: 'Appel du mardi',
		step: 0,
		messages: [
			{ who: 'Marc', at: '00:04', html: p('Vous vous moquez de moi ?') },
			{ who: 'Léa', at: '00:09', html: p('Le lot 3 part ce matin, je vous envoie le…') },
		],
	},
	{
		...none,
		id: 'reunion',
		kind: 'meeting',
		title: 'Comité du jeudi',
		step: 0,
		html: p('Présents : Marc Verdier, Léa Fontaine, Karim Benali.'),
		messages: [
			{ who: 'Marc Verdier', html: p('Demande que tout soit repris avant vendredi.') },
			{ who: 'Karim Benali', html: p('Rappelle que le périmètre a grossi depuis la signature.') },
		],
	},
	{
		...none,
		id: 'lettre',
		kind: 'doc',
		title: 'Lettre de mission',
		step: 0,
		html:
			p('La mission couvre la stratégie de lancement et ses deux livrables.') +
			p('Elle dure dix semaines.'),
	},
	{
		...none,
		id: 'budget',
		kind: 'figure',
		title: 'Jours consommés',
		step: 0,
		html: p('Jours vendus : 40.'),
		bars: [
			{ label: 'Cadrage', value: 12, text: '12 j' },
			{ label: 'Production', value: 31, text: '31 j' },
			{ label: 'Reprises', value: 9.5, text: '9,5 j' },
		],
	},
];

/** The first decision of the example case, as a guest sees it. */
export const signal: Attempt = {
	id,
	scenario: 'client-toxique',
	version: 1,
	lang: 'fr',
	langs: ['fr', 'en'],
	timing: 'standard',
	status: 'in_progress',
	step: 0,
	title: 'Le client qui criait',
	pitchHtml: p(
		'Première semaine de mission chez Nexalia. Le travail avance, mais votre interlocuteur humilie l’équipe. Vous dirigez le compte. Ce soir, vous avez vingt-cinq minutes avant de décider quoi faire.',
	),
	minutes: 25,
	level: 2,
	learning: false,
	readers: 'nobody',
	node: {
		id: 'signal',
		kind: 'decision',
		title: '22 h 47',
		bodyHtml: p(
			'Le message de Marc vient de tomber. Léa vous écrit en privé : « Je n’y arrive plus. » Le comité de lancement est demain à 18 h 30.',
		),
		ask: 'Que faites-vous avant le comité ?',
	},
	passage: [],
	choices: [
		{
			id: 'ecrire',
			label: 'Lui écrire ce soir',
			html: p(
				'Vous rédigez un message posé, avec copie à la direction de Nexalia, pour que tout soit clair et tracé.',
			),
		},
		{
			id: 'appeler',
			label: 'Lui parler demain, seul à seul',
			html: p(
				'Vous proposez à Marc un appel de quinze minutes demain à 18 h, seul à seul, avant le comité.',
			),
		},
		{
			id: 'attendre',
			label: 'Laisser passer le lancement',
			html: p(
				'Vous gardez le sujet pour le bilan de la semaine prochaine : après le lancement, tout le monde sera plus calme.',
			),
		},
	],
	looks: [
		{ id: 'carnet', label: 'Demander à Léa ses notes de la semaine', cost: 15, unit: 'min' },
		{ id: 'lea', label: 'Appeler Léa pour savoir comment elle va', cost: 10, unit: 'min' },
		{ id: 'orga', label: 'Regarder qui Marc a au-dessus de lui', cost: 5, unit: 'min' },
	],
	exhibits: [thread],
	cast: [
		{
			id: 'marc',
			name: 'Marc Verdier',
			role: 'client',
			html: p(
				'Directeur marketing de Nexalia, en poste depuis quatre mois. Brillant, pressé, cassant.',
			),
			gauges: [],
		},
		{
			id: 'lea',
			name: 'Léa Fontaine',
			role: 'équipe',
			html: p('Consultante, deux ans d’expérience, en première ligne sur le compte.'),
			gauges: [],
		},
	],
	gauges: [{ id: 'temps', label: 'Temps', value: 25, min: 0, max: 25, unit: 'min', change: 0 }],
	thread: [],
	startedAt: '2026-03-09T21:00:00Z',
	updatedAt: '2026-03-09T21:00:00Z',
};

/** The same decision after a look at Léa's notes. */
export const looked: Attempt = {
	...signal,
	step: 1,
	passage: [
		{
			kind: 'look',
			title: 'Demander à Léa ses notes de la semaine',
			html: p('Elle vous envoie un tableau daté. Des faits, pas des adjectifs.'),
			step: 0,
		},
	],
	looks: signal.looks.filter(({ cost }) => cost <= 10).slice(0, 1),
	exhibits: [thread, log],
	gauges: [{ id: 'temps', label: 'Temps', value: 10, min: 0, max: 25, unit: 'min', change: -15 }],
	thread: [
		{
			step: 0,
			node: 'signal',
			title: '22 h 47',
			move: '?carnet',
			label: 'Demander à Léa ses notes de la semaine',
		},
	],
};

/** The timed call, its clock not started. */
export const call: Attempt = {
	...looked,
	step: 2,
	node: {
		id: 'appel',
		kind: 'decision',
		title: 'L’appel de 18 h',
		bodyHtml: p(
			'Marc décroche en parlant : « Vos gens me font perdre mon temps. Si c’est ça votre niveau, dites-le. »',
		),
		ask: 'Vous avez quatre-vingt-dix secondes avant qu’il ne raccroche. Que dites-vous ?',
		timer: { seconds: 90, running: false },
	},
	passage: [
		{ kind: 'result', html: p('Le silence tient lieu de réponse.'), step: 1 },
		{ kind: 'later', html: p('Léa vous écrit : « J’ai demandé à changer de compte. »'), step: 1 },
		{ kind: 'scene', title: 'Le lendemain', html: p('Il est 17 h 58. Vous fermez la porte.') },
		{ kind: 'branch', title: 'Le silence au bout du fil', html: p('« … Allô ? »') },
	],
	choices: [
		{
			id: 'nommer',
			label: 'Nommer les faits, l’effet, la limite',
			html: p(
				'« Marc, je vous arrête. Mardi, onze interruptions ; jeudi, devant douze personnes. »',
			),
		},
		{
			id: 'encaisser',
			label: 'Reprendre le dossier vous-même',
			html: p('« Je comprends votre frustration. Je reprends le dossier moi-même. »'),
		},
	],
	looks: [],
	thread: [
		...looked.thread,
		{
			step: 1,
			node: 'signal',
			title: '22 h 47',
			move: 'attendre',
			label: 'Laisser passer le lancement',
		},
	],
};

/** What it changes to decide at once: the call, without a look before it. */
export const called: Progress = (({
	status,
	node,
	passage,
	choices,
	looks,
	cast,
	gauges,
	thread,
}) => ({
	...{ id, status, step: 1, node, passage, choices, looks, cast, gauges },
	exhibits: [],
	thread: thread.slice(-1).map((item) => ({ ...item, step: 0 })),
	updatedAt: '2026-03-09T21:02:00Z',
}))(call);

export const running: Attempt = {
	...call,
	node: { ...call.node, timer: { seconds: 90, running: true, remainingMs: 90_000 } },
};

export const ending: Attempt = {
	...call,
	status: 'completed',
	step: 3,
	node: {
		id: 'reparee',
		kind: 'ending',
		title: 'Une relation réparée',
		bodyHtml: p('Six semaines plus tard, Marc demande que la même équipe suive la phase 2.'),
		tone: 'good',
	},
	passage: [
		{ kind: 'result', html: p('« Vendredi, ça me va. » Le soir même, il écrit à Léa.'), step: 2 },
	],
	choices: [],
	thread: [
		...call.thread,
		{
			step: 2,
			node: 'appel',
			title: 'L’appel de 18 h',
			move: 'nommer',
			label: 'Nommer les faits, l’effet, la limite',
		},
	],
	endedAt: '2026-03-09T21:24:00Z',
};

export const scenario: ScenarioSummary = {
	id: 'client-toxique',
	version: 1,
	lang: 'fr',
	langs: ['fr', 'en'],
	title: 'Le client qui criait',
	theme: 'Un client toxique',
	pitchHtml: signal.pitchHtml,
	minutes: 25,
	level: 2,
	competencies: [
		{ id: 'diagnostic', label: 'Comprendre avant d’agir' },
		{ id: 'verite', label: 'Dire la vérité' },
		{ id: 'limites', label: 'Poser des limites' },
		{ id: 'equipe', label: 'Protéger l’équipe' },
		{ id: 'reparer', label: 'Réparer la relation' },
		{ id: 'sortie', label: 'Finir avec élégance' },
	],
	sources: [
		{ id: 'ballou4', author: 'A. Ballou', title: 'Le client toxique' },
		{ id: 'vision', author: 'B. Autrice', title: 'La vision contestée' },
	],
};

export const summary: AttemptSummary = {
	id,
	scenario: 'client-toxique',
	version: 1,
	lang: 'fr',
	status: 'in_progress',
	step: 2,
	title: 'Le client qui criait',
	minutes: 25,
	level: 2,
	where: 'L’appel de 18 h',
	startedAt: '2026-03-09T21:00:00Z',
	updatedAt: '2026-03-09T21:12:00Z',
};
