import { cleanup, render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { expectAccessible } from '../../vitest/axe';
import type { DraftReport } from '../api/cases';
import { language } from '../parts/i18n.svelte';
import { signal } from '../test/attempts';
import { serve, type Reply } from '../test/server';
import Draft from './Draft.svelte';

const user = userEvent.setup();
const id = '0198f3a2-6c1e-7a44-9d2b-3f5a7c9e1b02';
const tale = {
	steps: [
		{ kind: 'look' as const, title: 'Un signal', label: 'Ouvrir le carnet' },
		{ kind: 'choice' as const, title: 'Un signal', label: 'Appeler' },
	],
	ending: 'Une fin propre',
};
const sound: DraftReport = {
	draft: {
		id,
		scenario: 'mon-client',
		titles: { fr: 'Mon client' },
		revision: 2,
		mine: true,
		createdAt: '2026-03-02T22:47:00Z',
		changedAt: '2026-03-02T22:47:00Z',
	},
	langs: ['fr', 'en'],
	errors: 0,
	warnings: 1,
	flaws: [
		{
			code: 'L03',
			level: 'warning',
			file: 'scenario.yaml',
			line: 53,
			column: 9,
			detail: '`attendre` ne l’emporte nulle part.',
			where: 'Un signal · Attendre',
			shown: tale,
		},
	],
	walkthroughs: [{ name: 'Le bon chemin', line: 3, passed: true }],
	proofs: {
		states: 448,
		paths: 450,
		endings: [
			{
				id: 'propre',
				title: 'Une fin propre',
				reached: true,
				minScore: 37.2,
				maxScore: 98.5,
				lowest: tale,
				highest: tale,
			},
			{ id: 'jamais', title: 'Une fin perdue', reached: false },
		],
		competencies: [{ id: 'dire', label: 'Dire', least: -1, most: 2, lowest: tale, highest: tale }],
		bots: [{ name: 'random', label: 'au hasard', score: 47 }],
		best: tale,
		worst: tale,
	},
	publication: {
		scenario: 'mon-client',
		version: 3,
		same: false,
		replaces: { version: 2, by: 'me', publishedAt: '2026-03-02T10:00:00Z' },
	},
};
const broken: DraftReport = {
	...sound,
	langs: [],
	errors: 1,
	warnings: 0,
	flaws: [
		{
			code: 'S050',
			level: 'error',
			file: 'scenario.yaml',
			line: 12,
			column: 3,
			detail: 'Vouliez-vous dire `appel` ?',
		},
	],
	walkthroughs: [],
	proofs: undefined,
	publication: { version: 3, same: false, refusal: 'Une erreur empêche de publier ce cas.' },
};

beforeEach(() => language.choose('fr'));
afterEach(() => {
	cleanup();
	vi.unstubAllGlobals();
	vi.useRealTimers();
});

async function shown(report: Reply, others: (path: string) => Reply = () => ({})) {
	const calls = serve(({ path }) => (path.endsWith('/report') ? report : others(path)));
	const view = render(Draft, { id });
	await screen.findByRole('heading', { level: 1, name: 'Mon client' });
	return { ...view, calls };
}

it('shows flaws with their place, and proofs that a reader can follow', async () => {
	const { container } = await shown(sound);
	expect(screen.getByText('scenario.yaml, ligne 53')).toBeVisible();
	expect(screen.getByText('Un choix toujours moins bon qu’un autre')).toBeVisible();
	expect(screen.getByText('de 37,2 à 98,5')).toBeVisible();
	expect(screen.getByText('Aucune partie n’y mène')).toBeVisible();
	await user.click(screen.getByText('Voir la partie qui le montre'));
	expect(screen.getAllByText('Ouvrir le carnet')[0]).toBeVisible();
	await expectAccessible(container);
});

it('of a broken draft says what is wrong, and lets nobody play or publish it', async () => {
	const { container } = await shown(broken);
	expect(screen.getByText('Le cas ne se lit pas')).toBeVisible();
	expect(screen.getByText('appel').tagName).toBe('CODE');
	expect(screen.queryByRole('button', { name: /Jouer/ })).toBeNull();
	expect(screen.getByRole('button', { name: 'Publier…' })).toBeDisabled();
	await expectAccessible(container);
});

it('publishes once it has said what changes', async () => {
	const { calls } = await shown(sound, () => ({
		scenario: 'mon-client',
		version: 3,
		added: true,
	}));
	await user.click(screen.getByRole('button', { name: 'Publier…' }));
	const dialog = screen.getByRole('dialog', { name: 'Publier «\u00a0mon-client\u00a0»' });
	expect(dialog).toHaveTextContent('devient la version 3');
	expect(dialog).toHaveTextContent('La version 2, publiée par vous le 2 mars 2026, reste');
	expect(dialog).toHaveTextContent('Un avertissement reste sans réponse');
	await expectAccessible(dialog);
	await user.click(within(dialog).getByRole('button', { name: 'Publier la version 3' }));
	expect(await screen.findByText(/est publié : version 3/)).toBeVisible();
	expect(calls.at(-1)).toMatchObject({
		method: 'POST',
		path: `/case-drafts/${id}/publication`,
		body: { revision: 2, version: 3 },
	});
});

it('reads the report again when it could not be published', async () => {
	const { calls } = await shown(sound, () => ({
		problem: 409,
		code: 'version_taken',
		detail: 'Le cas en est à la version 3.',
	}));
	await user.click(screen.getByRole('button', { name: 'Publier…' }));
	await user.click(screen.getByRole('button', { name: 'Publier la version 3' }));
	expect(await screen.findByText('Le cas en est à la version 3.')).toBeVisible();
	await vi.waitFor(() =>
		expect(calls.filter(({ path }) => path.endsWith('/report'))).toHaveLength(2),
	);
});

it('is played as a trainee would', async () => {
	const { calls } = await shown(sound, () => signal);
	await user.click(screen.getByRole('button', { name: 'Jouer en anglais' }));
	await vi.waitFor(() =>
		expect(location.pathname).toBe(`/cases/drafts/${id}/attempts/${signal.id}`),
	);
	expect(calls.at(-1)).toMatchObject({
		path: `/case-drafts/${id}/rehearsals`,
		body: { lang: 'en' },
	});
});

it('waits for a check that takes long', async () => {
	vi.useFakeTimers({ shouldAdvanceTime: true });
	let asked = 0;
	serve(() =>
		++asked === 1 ? { problem: 409, code: 'still_examining', detail: 'Patience.' } : sound,
	);
	render(Draft, { id });
	expect(await screen.findByText(/long à vérifier/)).toBeVisible();
	await vi.advanceTimersByTimeAsync(2000);
	expect(await screen.findByRole('heading', { level: 1, name: 'Mon client' })).toBeVisible();
	expect(screen.queryByText(/long à vérifier/)).toBeNull();
});
