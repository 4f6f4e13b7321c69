import { cleanup, render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { expectAccessible } from '../../vitest/axe';
import type { Case } from '../api/cases';
import { language } from '../parts/i18n.svelte';
import { serve, type Reply } from '../test/server';
import Cases from './Cases.svelte';

const user = userEvent.setup();

const shipped: Case = {
	id: 'client-toxique',
	titles: { fr: 'Le client qui criait', en: 'The client who shouted' },
	langs: ['fr', 'en'],
	minutes: 30,
	level: 2,
	mine: false,
	versions: [{ version: 1, by: 'program', publishedAt: '2026-03-02T22:47:00Z' }],
};
const mine: Case = {
	...shipped,
	id: 'mon-client',
	titles: { fr: 'Mon client' },
	langs: ['fr'],
	mine: true,
	versions: [
		{ version: 2, by: 'me', publishedAt: '2026-03-03T22:47:00Z' },
		{ version: 1, by: 'other', publishedAt: '2026-03-02T22:47:00Z' },
	],
};
const draft = {
	id: '0198f3a2-6c1e-7a44-9d2b-3f5a7c9e1b02',
	titles: {},
	revision: 2,
	mine: false,
	createdAt: '2026-03-02T22:47:00Z',
	changedAt: '2026-03-02T22:47:00Z',
};

beforeEach(() => language.choose('fr'));
afterEach(() => {
	cleanup();
	vi.unstubAllGlobals();
});

async function shown(cases: Case[], drafts: unknown[] = []) {
	const calls = serve(({ path }): Reply => (path === '/cases' ? { cases, drafts } : {}));
	const view = render(Cases);
	await screen.findByRole('heading', { name: 'Cas publiés' });
	return { ...view, calls };
}

it('lists drafts, cases with their versions, and retired cases apart', async () => {
	const { container } = await shown(
		[shipped, { ...mine, retiredAt: '2026-03-05T10:00:00Z' }],
		[draft],
	);
	const one = screen.getByRole('article', { name: 'Le client qui criait' });
	expect(one).toHaveTextContent('livrée avec Casebook');
	expect(within(one).queryByRole('button', { name: 'Retirer' })).toBeNull();
	expect(
		within(one).getByRole('link', { name: /Télécharger la version 1 .* réponses comprises/ }),
	).toHaveAttribute('href', '/api/v1/cases/client-toxique/versions/1/archive');
	const gone = screen.getByRole('article', { name: 'Mon client' });
	expect(gone).toHaveTextContent('retiré le 5 mars 2026');
	expect(within(gone).getByRole('button', { name: 'Remettre à disposition' })).toBeVisible();
	expect(screen.getByRole('link', { name: /Cas sans titre/ })).toHaveAttribute(
		'href',
		`/cases/drafts/${draft.id}`,
	);
	await expectAccessible(container);
});

it('retires a case only when that is meant', async () => {
	const { calls } = await shown([mine]);
	await user.click(screen.getByRole('button', { name: 'Retirer' }));
	const dialog = screen.getByRole('dialog', { name: 'Retirer «\u00a0Mon client\u00a0»' });
	await expectAccessible(dialog);
	expect(calls.some(({ method }) => method === 'PUT')).toBe(false);
	await user.click(within(dialog).getByRole('button', { name: 'Retirer' }));
	await vi.waitFor(() =>
		expect(calls).toContainEqual(
			expect.objectContaining({
				method: 'PUT',
				path: '/cases/mon-client/retirement',
				body: { retired: true },
			}),
		),
	);
});

it('says why a case was not retired', async () => {
	await shown([mine]);
	serve(() => ({ problem: 409, code: 'not_your_case', detail: 'Ce cas n’est pas à vous.' }));
	await user.click(screen.getByRole('button', { name: 'Retirer' }));
	await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Retirer' }));
	expect(await screen.findByText('Ce cas n’est pas à vous.')).toBeVisible();
});

it('of an empty library says what comes first', async () => {
	const { container } = await shown([]);
	expect(screen.getByText('Aucun cas n’est publié.')).toBeVisible();
	await expectAccessible(container);
});

it('refuses at once what the server would not take', async () => {
	await shown([]);
	const big = new File([new Uint8Array(20 * 1024 * 1024 + 1)], 'big.zip');
	await user.upload(screen.getByLabelText('Choisir un zip'), big);
	expect(await screen.findByRole('alert')).toHaveTextContent('20 Mio');
});
