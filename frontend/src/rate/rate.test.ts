import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { expectAccessible } from '../../vitest/axe';
import type { Agreement, Comment, GivenReason } from '../api/comments';
import { language } from '../parts/i18n.svelte';
import { serve, type Reply } from '../test/server';
import Rationales from './Rationales.svelte';

beforeEach(() => language.choose('fr'));

const cohort = '0198d2b4-6f10-7c31-9a55-2f3f1f0c7a01';
const attempt = '0198d2b4-6f10-7c31-9a55-2f3f1f0c7a11';

const reason: GivenReason = {
	attempt,
	step: 0,
	scenario: 'client-toxique',
	title: 'Le client qui criait',
	lang: 'fr',
	node: {
		id: 'signal',
		kind: 'decision',
		title: '22 h 47',
		bodyHtml: '<p>Le téléphone vibre.</p>',
	},
	choices: [
		{ id: 'appeler', label: 'Appeler Marc', html: '' },
		{ id: 'attendre', label: 'Attendre', html: '' },
	],
	choice: 'attendre',
	rationale: 'Il est tard, et Marc crie souvent.',
	confidence: 2,
	twice: true,
	raters: 0,
	comments: [],
};
const second = { ...reason, step: 2, rationale: 'Nommer ce qui s’est passé.' };

const kept = (over: Partial<Comment>): Comment => ({
	attempt,
	step: 0,
	rater: 'Ada',
	mine: true,
	levels: {},
	text: '',
	revision: 1,
	writtenAt: '2026-03-09T12:00:00Z',
	changedAt: '2026-03-09T12:00:00Z',
	unread: true,
	...over,
});

const agreement: Agreement = {
	rationales: 60,
	rated: 40,
	twice: 31,
	wanted: 12,
	apart: 2,
	criteria: [
		{
			criterion: 'indices',
			pairs: 31,
			exact: 25,
			adjacent: 30,
			apart: 1,
			measure: 'icc',
			value: 0.82,
			low: 0.7,
			high: 0.91,
			verdict: 'good',
		},
		{
			criterion: 'perspective',
			pairs: 8,
			exact: 7,
			adjacent: 8,
			apart: 0,
			measure: 'ac1',
			value: 0.9,
		},
		{ criterion: 'principe', pairs: 3, apart: 0 },
		{ criterion: 'consequence', pairs: 0, apart: 0 },
	],
};

function answer(put: (body: unknown) => Reply, list: GivenReason[] = [reason, second]) {
	return serve(({ method, path, body }) => {
		if (path.endsWith('/agreement')) return agreement;
		if (path.includes('/rationales')) return { total: 60, unrated: list.length, rationales: list };
		if (method === 'PUT') return put(body);
		if (path.endsWith('/comments'))
			return { comments: [kept({ text: 'Autre onglet', revision: 4 })] };
		return { problem: 404, code: 'not_found', detail: '' };
	});
}

const keep = (body: unknown) => kept(body as Partial<Comment>);

describe('rating reasons', () => {
	it('shows a reason with its scene, without a name', async () => {
		answer(keep);
		render(Rationales, { id: cohort });
		const card = await screen.findByRole('article', { name: 'Raison 1 sur 2' });
		expect(within(card).getByText(reason.rationale)).toBeVisible();
		expect(within(card).getByText('Attendre')).toBeVisible();
		expect(within(card).getByText('À noter par deux formateurs')).toBeVisible();
		expect(screen.getByRole('checkbox', { name: /Montrer les noms/ })).not.toBeChecked();
	});

	it('is done by keys alone: 0 to 3, Tab, Ctrl+Enter', async () => {
		const user = userEvent.setup();
		const calls = answer(keep);
		render(Rationales, { id: cohort });
		const clues = await screen.findByRole('group', { name: /Indices/ });
		within(clues)
			.getByRole('radio', { name: /pas noté/ })
			.focus();
		await user.keyboard('3{Tab}2{Control>}{Enter}{/Control}');
		await screen.findByRole('article', { name: 'Raison 2 sur 2' });
		const put = calls.find(({ method }) => method === 'PUT');
		expect(put?.path).toBe(`/cohorts/${cohort}/attempts/${attempt}/comments/0`);
		expect(put?.body).toEqual({ revision: 0, levels: { indices: 3, perspective: 2 }, text: '' });
		expect(screen.getByText(/60.raisons données, 1 attend votre note/)).toBeVisible();
	});

	it('loses nothing that was typed when the page is turned', async () => {
		const user = userEvent.setup();
		answer(keep);
		render(Rationales, { id: cohort });
		await user.type(await screen.findByLabelText('Commentaire'), 'Une idée');
		await user.click(screen.getByRole('button', { name: 'Suivante' }));
		await screen.findByRole('article', { name: 'Raison 2 sur 2' });
		expect(screen.getByLabelText('Commentaire')).toHaveValue('');
		await user.click(screen.getByRole('button', { name: 'Précédente' }));
		await waitFor(() => expect(screen.getByLabelText('Commentaire')).toHaveValue('Une idée'));
	});

	it('shows what another tab has kept, and lets one choose', async () => {
		const user = userEvent.setup();
		answer(() => ({ problem: 409, code: 'comment_conflict', detail: 'Changé ailleurs.' }));
		render(Rationales, { id: cohort });
		await user.type(await screen.findByLabelText('Commentaire'), 'Le mien');
		await user.click(screen.getByRole('button', { name: 'Enregistrer et continuer' }));
		expect(await screen.findByText('Autre onglet')).toBeVisible();
		const calls = answer(keep);
		await user.click(screen.getByRole('button', { name: 'Garder le mien' }));
		await user.click(screen.getByRole('button', { name: 'Enregistrer et continuer' }));
		await waitFor(() =>
			expect(calls.find(({ method }) => method === 'PUT')?.body).toMatchObject({
				revision: 4,
				text: 'Le mien',
			}),
		);
	});

	it('says so in words when the server is away, and keeps what was typed', async () => {
		const user = userEvent.setup();
		answer(() => 'silence');
		render(Rationales, { id: cohort });
		await user.type(await screen.findByLabelText('Commentaire'), 'Le mien');
		await user.click(screen.getByRole('button', { name: 'Enregistrer et continuer' }));
		expect(await screen.findByText(/^Le serveur ne répond pas/)).toBeVisible();
		expect(screen.getByLabelText('Commentaire')).toHaveValue('Le mien');
	});

	it('tells how far trainers agree, and where there are too few', async () => {
		answer(keep);
		render(Rationales, { id: cohort });
		const table = await screen.findByRole('table');
		expect(
			within(table).getByRole('row', { name: /Indices 31 25 30 0,82, de 0,70 à 0,91 fiable/ }),
		).toBeVisible();
		expect(within(table).getByRole('row', { name: /Perspective 8 7 8 AC1 0,90/ })).toBeVisible();
		expect(
			within(table).getByRole('row', { name: /Principe 3 à partir de 5 paires/ }),
		).toBeVisible();
	});

	it('says when all is rated', async () => {
		answer(keep, []);
		render(Rationales, { id: cohort });
		expect(await screen.findByRole('heading', { name: 'Tout est noté' })).toBeVisible();
	});

	it('is accessible', async () => {
		answer(keep);
		const { container } = render(Rationales, { id: cohort });
		await screen.findByRole('table');
		await expectAccessible(container);
	});
});
