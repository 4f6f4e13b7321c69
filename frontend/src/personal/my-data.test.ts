import { cleanup, render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { expectAccessible } from '../../vitest/axe';
import { language } from '../parts/i18n.svelte';
import { serve, type Reply } from '../test/server';
import DemoPanel from './DemoPanel.svelte';
import ErasePerson from './ErasePerson.svelte';
import MyData from './MyData.svelte';
import RetentionPanel from './RetentionPanel.svelte';

const user = userEvent.setup();

beforeEach(() => language.choose('fr'));
afterEach(() => {
	cleanup();
	vi.unstubAllGlobals();
});

const seen = {
	entries: [
		{
			seq: 9,
			at: '2026-03-02T22:47:00Z',
			action: 'report.viewed',
			actor: { kind: 'account', name: 'Tom Formateur' },
			subject: { kind: 'account', name: 'Léa' },
			details: [],
		},
	],
};

it('tells who has seen my work, and erases me in two steps', async () => {
	const calls = serve(({ method, path }): Reply => {
		if (path.startsWith('/me/sightings')) return seen;
		if (path === '/me/erasure' && method === 'GET')
			return { attempts: 2, enrolments: 1, proof: 'word', word: 'EFFACER' };
		if (path === '/me') return { id: 'x', kind: 'person', role: 'trainee', posts: [] };
		return {};
	});
	const { container } = render(MyData);
	expect(await screen.findByText('Tom Formateur')).toBeVisible();
	expect(screen.getByText('travail consulté')).toBeVisible();
	await user.click(screen.getByRole('button', { name: 'Tout effacer…' }));
	expect(calls.some((call) => call.method === 'POST')).toBe(false);
	await user.type(await screen.findByLabelText('Pour confirmer, tapez EFFACER'), 'EFFACER');
	await user.click(screen.getByRole('button', { name: 'Effacer pour de bon' }));
	expect(await screen.findByRole('heading', { name: 'Tout est effacé' })).toBeVisible();
	expect(calls.find((call) => call.method === 'POST')?.body).toEqual({ word: 'EFFACER' });
	await expectAccessible(container);
});

it('erases somebody by the password of the admin, once it is said what goes', async () => {
	const calls = serve(({ method }): Reply =>
		method === 'GET' ? { name: 'Léa', attempts: 1, enrolments: 2, proof: 'password' } : {},
	);
	const onerased = vi.fn();
	const { container } = render(ErasePerson, { id: 'p', onerased, onclose: () => undefined });
	expect(await screen.findByRole('dialog', { name: /^Effacer Léa/ })).toBeVisible();
	expect(screen.getByText(/1.partie, 2.inscriptions/)).toBeVisible();
	await expectAccessible(container);
	await user.type(screen.getByLabelText('Votre mot de passe'), 'le mien');
	expect(onerased).not.toHaveBeenCalled();
	await user.click(screen.getByRole('button', { name: 'Effacer pour de bon' }));
	await vi.waitFor(() => expect(onerased).toHaveBeenCalledOnce());
	expect(calls.find(({ method }) => method === 'POST')).toMatchObject({
		path: '/accounts/p/erasure',
		body: { password: 'le mien' },
	});
});

it('foretells a retention, and that of another time', async () => {
	serve(({ path }) => ({
		days: path.includes('days=') ? 30 : 365,
		due: { by: '2026-03-02', attempts: 3, people: 2 },
		coming: [{ by: '2026-03-31', attempts: 7, people: 5 }],
	}));
	const { container } = render(RetentionPanel, { id: 'c' });
	expect(await screen.findByText(/365/)).toBeVisible();
	expect(screen.getByRole('row', { name: 'À retirer maintenant 3 2' })).toBeVisible();
	expect(screen.queryByText('Démonstration')).toBeNull();
	await user.type(screen.getByLabelText(/Essayer/), '30');
	expect(await screen.findByText(/30 jours/)).toBeVisible();
	await expectAccessible(container);
});

it('says of a retention that it takes only what was made up', async () => {
	serve(() => ({
		days: 0,
		due: { by: '2026-03-02', attempts: 0, people: 0 },
		coming: [],
		demo: true,
	}));
	const { container } = render(RetentionPanel, { id: 'c' });
	expect(await screen.findByText('Démonstration')).toBeVisible();
	await expectAccessible(container);
});

it('brings the demonstration in and takes it out', async () => {
	let there = false;
	serve(({ method }) => {
		if (method === 'POST') there = true;
		if (method === 'DELETE') there = false;
		return { there, cohort: there ? 'c1' : undefined, post: 'trainer' };
	});
	const { container } = render(DemoPanel);
	await user.click(await screen.findByRole('button', { name: 'Ajouter la démonstration' }));
	expect(await screen.findByRole('link', { name: 'Ouvrir la promotion' })).toHaveAttribute(
		'href',
		'/cohorts/c1',
	);
	await user.click(screen.getByRole('button', { name: 'Retirer la démonstration' }));
	expect(await screen.findByRole('button', { name: 'Ajouter la démonstration' })).toBeVisible();
	await expectAccessible(container);
});
