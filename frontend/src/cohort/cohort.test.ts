import { cleanup, render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { expectAccessible } from '../../vitest/axe';
import Assigned from '../home/Assigned.svelte';
import { language } from '../parts/i18n.svelte';
import { router } from '../parts/router.svelte';
import { id } from '../test/attempts';
import { serve } from '../test/server';
import Cohorts from './Cohorts.svelte';
import { asCsv } from './hand-over';
import Import from './Import.svelte';
import Members from './Members.svelte';
import { fromLocal, toLocal } from './local';
import NoticePage from './NoticePage.svelte';
import Settings from './Settings.svelte';

const user = userEvent.setup();
const cohort = {
	id,
	name: 'Printemps',
	notice: '',
	standardNotice: 'Qui voit quoi.',
	noticeVersion: 1,
	retentionDays: 365,
	revision: 1,
	post: 'trainer',
	people: 3,
	leads: [{ account: id, name: 'Anna', email: 'anna@example.org', post: 'trainer' }],
	createdAt: '2026-03-09T12:00:00Z',
};

const myself = { id, kind: 'person', role: 'trainer', posts: [] };

beforeEach(() => language.choose('fr'));

afterEach(() => {
	cleanup();
	vi.unstubAllGlobals();
});

it('a file of links starts no formula, whatever somebody is called', () => {
	const links = [{ name: '=1+1', email: 'a@x.fr', path: '/link/abc' }];
	expect(asCsv(links, ['Nom', 'E-mail', 'Lien'], 'https://c.x', 'fr')).toBe(
		'\ufeff"Nom";"E-mail";"Lien"\r\n"\'=1+1";"a@x.fr";"https://c.x/link/abc"\r\n',
	);
	expect(asCsv(links, ['N'], 'https://c.x', 'en')).toContain('"a@x.fr","https');
});

it('a moment that is shown in an input comes back as it was, to the minute', () => {
	const iso = '2026-03-29T01:30:00.000Z'; // the clocks change in Europe half an hour before
	expect(fromLocal(toLocal(iso))).toBe(iso);
	expect(toLocal(undefined)).toBe('');
	expect(fromLocal('')).toBeUndefined();
});

describe('the list of cohorts', () => {
	it('leads to each, and is searched', async () => {
		const summary = { ...cohort, assignments: 2 };
		const calls = serve(({ path }) => (path === '/me' ? myself : { cohorts: [summary], total: 1 }));
		const { container } = render(Cohorts);
		const link = await screen.findByRole('link', { name: 'Printemps' });
		expect(link).toHaveAttribute('href', `/cohorts/${id}`);
		await user.type(screen.getByRole('searchbox'), 'prin');
		await vi.waitFor(() => expect(calls.at(-1)?.path).toBe('/cohorts?search=prin'));
		await expectAccessible(container);
	});

	it('asks nothing more once it is left, even in the middle of a search', async () => {
		vi.useFakeTimers({ shouldAdvanceTime: true });
		const calls = serve(({ path }) => (path === '/me' ? myself : { cohorts: [cohort], total: 1 }));
		const { unmount } = render(Cohorts);
		await user.type(await screen.findByRole('searchbox'), 'prin');
		unmount();
		const asked = calls.length;
		await vi.advanceTimersByTimeAsync(1000);
		vi.useRealTimers();
		expect(calls).toHaveLength(asked);
	});

	it('says what to do when there is none', async () => {
		serve(({ path }) => (path === '/me' ? myself : { cohorts: [], total: 0 }));
		const { container } = render(Cohorts);
		expect(await screen.findByText('Aucune promotion pour l’instant')).toBeVisible();
		expect(screen.getAllByRole('link', { name: 'Créer une promotion' })[0]).toBeVisible();
		await expectAccessible(container);
	});
});

describe('a list of people', () => {
	it('is seen before it is kept, and a row that is wrong keeps all of it out', async () => {
		const row = { line: 2, name: 'Zoé', email: 'zoe', verdict: 'bad_address', wrong: true };
		const report = {
			kept: false,
			rows: [row],
			total: 1,
			wrong: 1,
			enrolled: 0,
			notes: [],
			links: [],
		};
		const calls = serve(() => report);
		const { container } = render(Import, { id, onclose: () => undefined });
		const input = container.querySelector('input');
		if (!input) throw new Error('there is no input');
		await user.upload(input, new File(['nom;mail\nZoé;zoe'], 'liste.csv', { type: 'text/csv' }));
		expect(await screen.findByRole('alert')).toHaveTextContent('1 ligne est à corriger');
		expect(screen.getByRole('row', { name: /Zoé/ })).toHaveTextContent('À corriger');
		expect(screen.queryByRole('button', { name: /^Inscrire/ })).toBeNull();
		expect(calls.map(({ path }) => path)).toEqual([`/cohorts/${id}/imports?dry=true`]);
		await expectAccessible(container);
	});
});

describe('the people of a cohort', () => {
	it('who have not come yet are given another link', async () => {
		const member = { account: id, name: 'Chloé', email: 'c@x.fr', enrolledAt: cohort.createdAt };
		const link = { name: 'Chloé', email: 'c@x.fr', path: '/link/neuf' };
		const calls = serve(({ method, path }) => {
			if (path.endsWith('/invitations')) return { invitations: [] };
			if (method === 'POST') return { ...link, verdict: 'here', mailed: false, link };
			if (path.includes('/members'))
				return { members: [{ ...member, way: 'hand', state: 'invited' }], total: 1 };
			return path === '/me' ? myself : cohort;
		});
		const { container } = render(Members, { id });
		await user.click(await screen.findByRole('button', { name: 'Nouveau lien pour Chloé' }));
		const dialog = await screen.findByRole('dialog', { name: 'Nouveau lien pour Chloé' });
		expect(dialog).toHaveTextContent('/link/neuf');
		expect(calls.find(({ method }) => method === 'POST')).toMatchObject({
			path: `/cohorts/${id}/members`,
			body: { name: 'Chloé', email: 'c@x.fr' },
		});
		await expectAccessible(container);
	});
});

describe('a cohort’s settings', () => {
	it('show both texts when somebody else was faster', async () => {
		const calls = serve(({ method, path }) =>
			path === '/me'
				? myself
				: method === 'PUT'
					? {
							problem: 409,
							code: 'cohort_changed',
							detail: 'x',
							cohort: { ...cohort, name: 'Hiver', revision: 2 },
						}
					: cohort,
		);
		const { container } = render(Settings, { id });
		const name = await screen.findByRole('textbox', { name: 'Nom' });
		await user.clear(name);
		await user.type(name, 'Automne');
		await user.click(screen.getByRole('button', { name: 'Enregistrer' }));
		const both = await screen.findByRole('region', { name: /Quelqu’un d’autre a changé/ });
		expect(both).toHaveTextContent(/Hiver.*Automne/);
		await expectAccessible(container);
		await user.click(within(both).getByRole('button', { name: /le mien/ }));
		expect(calls.at(-1)?.body).toMatchObject({ name: 'Automne', revision: 2 });
	});
});

describe('what is assigned to somebody', () => {
	const given = {
		id,
		cohort: id,
		cohortName: 'Printemps',
		scenario: 'client-toxique',
		version: 1,
		title: 'Le client qui criait',
		lang: 'fr',
		langs: ['fr', 'en'],
		minutes: 30,
		learning: false,
		made: 0,
		left: 1,
		opensAt: '2026-03-09T12:00:00Z',
	};

	it('leads to the notice that has not been read', async () => {
		const due = { ...given, state: 'to_do', dueAt: new Date(Date.now() + 3_600_000).toISOString() };
		serve(({ method }) =>
			method === 'POST'
				? { problem: 409, code: 'notice_unread', detail: 'Lisez la notice.' }
				: { assignments: [due] },
		);
		const { container } = render(Assigned, { reading: 'fr', ontold: vi.fn() });
		await user.click(await screen.findByRole('button', { name: 'Commencer Le client qui criait' }));
		await vi.waitFor(() =>
			expect(router.route).toEqual({ name: 'elsewhere', path: `/cohorts/${id}/notice` }),
		);
		expect(location.search).toBe(`?assignment=${id}&lang=fr`);
		expect(screen.getByText(/est à commencer/)).toBeVisible();
		await expectAccessible(container);
	});

	it('is nothing at all for those who have no cohort', async () => {
		const calls = serve(() => ({ assignments: [] }));
		const { container } = render(Assigned, { reading: 'fr', ontold: vi.fn() });
		await vi.waitFor(() => expect(calls).toHaveLength(1));
		expect(container).toHaveTextContent(/^$/);
	});

	it('is resumed, read over, or missed', async () => {
		serve(() => ({
			assignments: [
				{ ...given, id: id.replace(/^./, 'a'), state: 'in_progress', attempt: id },
				{ ...given, id: id.replace(/^./, 'b'), state: 'done', attempt: id, left: 0 },
				{ ...given, id: id.replace(/^./, 'c'), state: 'missed', left: 0 },
			],
		}));
		const { container } = render(Assigned, { reading: 'en', ontold: vi.fn() });
		expect(await screen.findByRole('link', { name: /^Reprendre/ })).toBeVisible();
		await user.click(screen.getByText('Déjà faits (2)'));
		expect(screen.getByRole('link', { name: /^Lire le bilan/ })).toBeVisible();
		expect(screen.getByText('Toutes vos parties sont jouées')).toBeVisible();
		await expectAccessible(container);
	});
});

it.each([true, undefined])('a notice says whether its cohort is made up: %s', async (demo) => {
	const notice = { cohort: id, cohortName: 'Printemps', version: 1, html: '<p>Qui voit quoi.</p>' };
	serve(({ path }) => (path === '/me' ? myself : { ...notice, read: true, demo }));
	const { container } = render(NoticePage, { id });
	expect(await screen.findByText('Qui voit quoi.')).toBeVisible();
	expect(screen.queryAllByText('Démonstration')).toHaveLength(demo ? 1 : 0);
	await expectAccessible(container);
});
