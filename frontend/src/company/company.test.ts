import { render, screen, within } from '@testing-library/svelte';
import { beforeEach, describe, expect, it } from 'vitest';
import { expectAccessible } from '../../vitest/axe';
import type { Comment, PeerDecision, Peers } from '../api/comments';
import { language } from '../parts/i18n.svelte';
import CohortCard from './CohortCard.svelte';
import Comments from './Comments.svelte';
import { flowOf } from './flow';
import PeerChoices from './PeerChoices.svelte';

beforeEach(() => language.choose('fr'));

const said = (text: string | null | undefined) => text?.replace(/\s+/g, ' ').trim() ?? '';

const comment: Comment = {
	attempt: '0198d2b4-6f10-7c31-9a55-2f3f1f0c7a11',
	step: 1,
	rater: 'Ada Formatrice',
	mine: false,
	levels: { indices: 3, principe: 0 },
	text: 'Des faits datés.\nQuelle règle\u202f?',
	revision: 1,
	writtenAt: '2026-03-09T12:00:00Z',
	changedAt: '2026-03-09T12:00:00Z',
	unread: true,
};

describe('a comment', () => {
	it('says who, what, and each level in words; what is not rated is left out', () => {
		render(Comments, { comments: [comment] });
		expect(screen.getByRole('heading', { name: 'Ce qu’en dit votre formateur' })).toBeVisible();
		expect(screen.getByText('Ada Formatrice')).toBeVisible();
		expect(screen.getByText('Nouveau')).toBeVisible();
		expect(said(screen.getByText('Indices').parentElement?.textContent)).toBe(
			'Indices 3, correct et précis',
		);
		expect(said(screen.getByText('Principe').parentElement?.textContent)).toBe(
			'Principe 0, absent',
		);
		expect(screen.queryByText('Perspective')).toBeNull();
	});

	it('of somebody without a name is a trainer’s; a changed one says when', () => {
		render(Comments, {
			comments: [
				{ ...comment, rater: '', revision: 2, changedAt: '2026-03-10T12:00:00Z', unread: false },
				{ ...comment, rater: 'Grace' },
			],
		});
		expect(screen.getByRole('heading', { name: 'Ce qu’en disent vos formateurs' })).toBeVisible();
		expect(screen.getByText('Un formateur')).toBeVisible();
		expect(screen.getByText(/modifié le 10 mars/)).toBeVisible();
	});

	it('says so when the others are made up', async () => {
		const { container } = render(PeerChoices, { decision, lang: 'fr', demo: true });
		expect(screen.getByText('Démonstration')).toBeVisible();
		await expectAccessible(container);
	});

	it('is accessible', async () => {
		await expectAccessible(render(Comments, { comments: [comment] }).container);
	});
});

const decision: PeerDecision = {
	step: 0,
	node: 'signal',
	people: 5,
	choices: [
		{ choice: 'appeler', label: 'Appeler', share: 50, own: false },
		{ choice: 'attendre', label: 'Attendre', share: 0, own: true },
		{ choice: 'ecrire', label: 'Écrire', share: 100, own: false },
	],
};

describe('what the others chose', () => {
	it('is told in round shares without a count, and marks one’s own', () => {
		render(PeerChoices, { decision, lang: 'fr' });
		const lines = screen.getAllByRole('listitem').map((item) => said(item.textContent));
		expect(lines[0]).toMatch(/^Appeler environ 50 %$/);
		expect(lines[1]).toMatch(/^Attendre.?votre choix presque personne$/);
		expect(lines[2]).toMatch(/^Écrire presque tous$/);
	});

	it('is accessible', async () => {
		await expectAccessible(render(PeerChoices, { decision, lang: 'fr' }).container);
	});
});

const peers: Peers = {
	people: 5,
	decisions: [decision],
	path: {
		nodes: [
			{ id: 'signal', title: '22 h 47', ending: false, column: 0, people: 5, own: true },
			{ id: 'appel', title: 'L’appel', ending: false, column: 1, people: 5, own: false },
			{ id: 'fin', title: 'La fin', ending: true, tone: 'good', column: 2, people: 0, own: true },
		],
		links: [
			{ from: 'signal', choice: 'appeler', label: 'Appeler', to: 'appel', people: 5, own: false },
			{ from: 'signal', choice: 'attendre', label: 'Attendre', to: 'fin', people: 0, own: true },
		],
	},
	competencies: [],
};

describe('the cohort’s paths', () => {
	it('are drawn with oneself among the others', () => {
		const flow = flowOf(peers.path ?? { nodes: [], links: [] }, (text) => text);
		expect(flow.nodes.map(({ count }) => count)).toEqual([6, 5, 1]);
		expect(flow.links.map(({ count }) => count)).toEqual([5, 1]);
		expect(flow.own.map(({ choice }) => choice)).toEqual(['attendre']);
	});

	it('say whose they are, and are accessible', async () => {
		const { container } = render(CohortCard, { peers, lang: 'fr' });
		const card = screen.getByRole('region', { name: 'Votre parcours et ceux de la promotion' });
		expect(
			within(card).getByText(/au moins 5.autres personnes, à leur première partie/),
		).toBeVisible();
		expect(await within(card).findByRole('table', { hidden: true })).toBeInTheDocument();
		await expectAccessible(container);
	});

	it('say so when they are made up', async () => {
		const { container } = render(CohortCard, { peers: { ...peers, demo: true }, lang: 'fr' });
		expect(screen.getByText('Démonstration')).toBeVisible();
		await expectAccessible(container);
	});

	it('of too few people are not there, and why is said', async () => {
		const { container } = render(CohortCard, { peers: { people: 0, decisions: [] }, lang: 'fr' });
		expect(
			screen.getByRole('heading', { name: 'La promotion se montre à partir de cinq' }),
		).toBeVisible();
		expect(screen.getByText(/personne ne peut être reconnu/)).toBeVisible();
		await expectAccessible(container);
	});
});
