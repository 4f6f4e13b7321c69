import { cleanup, render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { expectAccessible } from '../../vitest/axe';
import type { Account } from '../api/client';
import { language } from '../parts/i18n.svelte';
import { me } from '../parts/me.svelte';
import { router } from '../parts/router.svelte';
import { settings } from '../parts/settings.svelte';
import { forget, keep } from '../play/kept';
import { id, scenario, signal, summary } from '../test/attempts';
import { serve, type Reply } from '../test/server';
import Home from './Home.svelte';
import NotFound from './NotFound.svelte';

const user = userEvent.setup();
const english = { ...scenario, lang: 'en' as const, title: 'The client who shouted' };
const nobody: Reply = { problem: 401, code: 'signed_out', detail: '' };

beforeEach(() => {
	language.choose('fr');
	document.cookie = 'casebook_signed_in=1';
});

afterEach(async () => {
	cleanup();
	me.left();
	vi.unstubAllGlobals();
	await forget('lists', 'attempts.');
	await forget('lists', 'scenarios.fr');
	await forget('lists', 'scenarios.en');
});

async function home(
	attempts: Reply,
	scenarios: Reply = { scenarios: [scenario] },
	commented: object[] = [],
) {
	const calls = serve(({ method, path }) => {
		if (path === '/scenarios?lang=en') return { scenarios: [english] };
		if (path.startsWith('/scenarios')) return scenarios;
		if (path === '/comments/unread') return { attempts: commented };
		if (path.startsWith('/me/assignments')) return { assignments: [] };
		if (path === '/guests') return { id, kind: 'guest' };
		if (path.endsWith('/abandon')) return { ...signal, status: 'abandoned' };
		return method === 'POST' ? signal : attempts;
	});
	const view = render(Home);
	await screen.findByRole('heading', { level: 1 });
	return { ...view, calls };
}

describe('a first visit', () => {
	it('offers the cases, and begins one as a guest in the language chosen', async () => {
		settings.timing = 'x2';
		const { calls, container } = await home(nobody);
		const card = screen.getByRole('article', { name: 'Le client qui criait' });
		expect(card).toHaveTextContent('Un client toxique');
		expect(card).toHaveTextContent('Pratique');
		expect(card).toHaveTextContent('A. Ballou');
		await expectAccessible(container);
		await user.click(screen.getByRole('radio', { name: 'English' }));
		const translated = await screen.findByRole('article', { name: 'The client who shouted' });
		await user.click(within(translated).getByRole('button', { name: 'Commencer' }));
		await vi.waitFor(() => expect(router.route).toEqual({ name: 'play', id }));
		expect(calls.filter(({ method }) => method === 'POST')).toMatchObject([
			{ path: '/guests' },
			{ path: '/attempts', body: { scenario: 'client-toxique', lang: 'en', timing: 'x2' } },
		]);
		settings.timing = 'standard';
	});

	it('asks for no attempts before anybody was signed in', async () => {
		document.cookie = 'casebook_signed_in=; max-age=0';
		const { calls } = await home(nobody);
		expect(calls.some(({ path }) => path === '/attempts')).toBe(false);
	});

	it('says why a case could not be begun', async () => {
		await home(nobody);
		serve(() => ({ problem: 429, code: 'too_many', detail: 'Attendez une minute.' }));
		await user.click(screen.getByRole('button', { name: 'Commencer' }));
		expect(await screen.findByText('Attendez une minute.')).toBeVisible();
	});

	it('of an empty library says what will come', async () => {
		const { container } = await home(nobody, { scenarios: [] });
		expect(screen.getByText(/Aucun cas n’est encore publié/)).toBeVisible();
		await expectAccessible(container);
	});
});

describe('somebody with an account', () => {
	const given = { ...scenario, id, scenario: scenario.id, cohort: id, cohortName: 'Printemps' };
	const person = { id, kind: 'person', role: 'trainee', verified: true, hasPassword: true };

	it('is not told to log in, and is warned where a case would not count for the cohort', async () => {
		me.is({ ...person, posts: [] } as unknown as Account);
		serve(({ path }) => {
			if (path.startsWith('/me/assignments'))
				return { assignments: [{ ...given, state: 'to_do', opensAt: '2026-03-09T12:00:00Z' }] };
			return { attempts: [], scenarios: [scenario] };
		});
		const { container } = render(Home);
		const card = await screen.findByRole('article', { name: 'Le client qui criait' });
		expect(await within(card).findByText(/vous jouez pour vous seul/)).toBeVisible();
		expect(screen.queryByText('Vous avez un compte\u00a0?')).toBeNull();
		expect(screen.queryByRole('link', { name: 'Se connecter' })).toBeNull();
		await expectAccessible(container);
	});
});

describe('coming back', () => {
	const done = {
		...summary,
		id: id.replace(/02$/, '03'),
		status: 'completed',
		where: 'Une fin propre',
	};
	const other = { ...summary, id: id.replace(/02$/, '04') };

	it('resumes first, and says where', async () => {
		const { container } = await home({ attempts: [summary, done] });
		const link = screen.getByRole('link', { name: 'Reprendre' });
		expect(link).toHaveAttribute('href', `/play/${id}`);
		expect(screen.getByText('L’appel de 18\u00a0h', { normalizer: (text) => text })).toBeVisible();
		expect(screen.getByRole('link', { name: 'Lire le bilan' })).toHaveAttribute(
			'href',
			`/debrief/${done.id}`,
		);
		expect(screen.getByRole('button', { name: 'Rejouer depuis le début' })).toBeVisible();
		await expectAccessible(container);
	});

	it('says where a trainer has commented', async () => {
		const news = { attempt: done.id, scenario: 'client-toxique', title: done.title, comments: 2 };
		await home({ attempts: [done] }, undefined, [news]);
		expect(await screen.findByText(/2.nouveaux commentaires de vos formateurs/)).toBeVisible();
		expect(screen.getAllByRole('link', { name: 'Lire le bilan' })[0]).toHaveAttribute(
			'href',
			`/debrief/${done.id}`,
		);
	});

	it('shows older attempts when asked to, a page at a time', async () => {
		const pages: Record<string, Reply> = {
			'/comments/unread': { attempts: [] },
			'/attempts': { attempts: [summary, done], next: done.id },
			[`/attempts?before=${done.id}`]: { attempts: [other] },
		};
		serve(({ path }) => pages[path] ?? { scenarios: [scenario], assignments: [] });
		const { container } = render(Home);
		await user.click(
			await screen.findByRole('button', { name: 'Voir les parties plus anciennes' }),
		);
		expect(await screen.findByRole('button', { name: 'Abandonner' })).toBeVisible();
		expect(screen.getByRole('link', { name: 'Lire le bilan' })).toBeVisible();
		expect(screen.queryByRole('button', { name: /plus anciennes/ })).toBeNull();
		await expectAccessible(container);
	});

	it('says why older attempts could not be shown, and lets one try again', async () => {
		await home({ attempts: [summary, done], next: done.id });
		serve(() => ({ problem: 500, code: 'internal', detail: 'Quelque chose a échoué.' }));
		await user.click(screen.getByRole('button', { name: 'Voir les parties plus anciennes' }));
		expect(await screen.findByText('Quelque chose a échoué.')).toBeVisible();
		expect(screen.getByRole('button', { name: /plus anciennes/ })).toBeEnabled();
	});

	it('abandons an attempt only when that is meant', async () => {
		const { calls } = await home({ attempts: [summary, other] });
		await user.click(screen.getByRole('button', { name: 'Abandonner' }));
		const dialog = screen.getByRole('dialog', { name: 'Abandonner cette partie' });
		expect(calls.some(({ path }) => path.endsWith('/abandon'))).toBe(false);
		await user.click(within(dialog).getByRole('button', { name: 'Abandonner' }));
		await vi.waitFor(() =>
			expect(calls.some(({ path }) => path === `/attempts/${other.id}/abandon`)).toBe(true),
		);
	});
});

describe('without a server', () => {
	it('shows what this device keeps', async () => {
		await keep('lists', 'scenarios.fr', [scenario]);
		await keep('lists', 'attempts.', [summary]);
		const { container } = await home('silence', 'silence');
		expect(screen.getByText('Le serveur ne répond pas.')).toBeVisible();
		expect(screen.getByRole('link', { name: 'Reprendre' })).toBeVisible();
		expect(screen.getByRole('button', { name: 'Rejouer depuis le début' })).toBeDisabled();
		await expectAccessible(container);
	});

	it('shows nobody the attempts of somebody else', async () => {
		await keep('lists', 'scenarios.fr', [scenario]);
		await keep('lists', 'attempts.ada', [summary]);
		await home('silence', 'silence');
		expect(screen.getByText('Le serveur ne répond pas.')).toBeVisible();
		expect(screen.queryByRole('link', { name: 'Reprendre' })).toBeNull();
	});

	it('that works, offers to try again', async () => {
		serve(() => ({ problem: 500, code: 'internal', detail: '' }));
		render(Home);
		expect(await screen.findByText('La bibliothèque n’a pas pu être lue.')).toBeVisible();
		serve(({ path }) =>
			path.startsWith('/scenarios') ? { scenarios: [scenario] } : { attempts: [], assignments: [] },
		);
		await user.click(screen.getByRole('button', { name: 'Réessayer' }));
		expect(await screen.findByRole('article')).toBeVisible();
	});
});

it('an unknown address is told as one reads it', async () => {
	const { container } = render(NotFound, { path: '/nulle-part' });
	expect(screen.getByText(/nulle-part/)).toBeVisible();
	expect(screen.getByRole('link', { name: 'Revenir à l’accueil' })).toHaveAttribute('href', '/');
	await expectAccessible(container);
});
