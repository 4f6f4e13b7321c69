import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { expectAccessible } from '../../vitest/axe';
import { desk } from '../parts/desk.svelte';
import { language } from '../parts/i18n.svelte';
import { router } from '../parts/router.svelte';
import Debrief from './Debrief.svelte';
import { keep } from './keepsake';
import { badDebrief } from './testdata/fixtures';
import { problem, serve } from './testdata/server';
import type { Reflection } from './wire';

let id = '';
let count = 0;

beforeEach(() => {
	language.choose('fr');
	id = `0198d2b4-6f10-7c31-9a55-${String(++count).padStart(12, '0')}`;
});

function open(reflection: Reflection = {}) {
	const sent = serve({
		'GET debrief': { body: { ...badDebrief(), attempt: id, reflection } },
		'PUT reflection': (body) => ({ body }),
	});
	return { sent, ...render(Debrief, { id }) };
}

const chapters = () =>
	screen.getAllByRole('heading', { level: 2 }).map((heading) => heading.textContent);

describe('the debrief', () => {
	it('asks before it shows any score', async () => {
		open();
		expect(await screen.findByText(/Comment en sortez-vous/)).toBeVisible();
		const text = document.getElementById('main')?.textContent ?? '';
		expect(text).not.toMatch(/score|points|sur 100|61,6/i);
	});

	it('then tells the story in order, the score among its reasons', async () => {
		open();
		await userEvent.click(await screen.findByRole('button', { name: 'Passer cette question' }));
		expect(await screen.findByRole('heading', { level: 1 })).toHaveTextContent(
			'Une relation abîmée',
		);
		expect(chapters().slice(0, 6)).toEqual([
			'Réactions',
			'Ce qui s’est passé',
			'Analyse',
			'Et si…',
			'Principes',
			'Lundi',
		]);
		const text = document.getElementById('main')?.textContent ?? '';
		expect(text.indexOf('laissez derrière vous')).toBeLessThan(text.indexOf('votre score'));
	});

	it('opens at once for whoever has answered, with their words on top', async () => {
		open({ reaction: 'J’ai laissé tomber Léa.', confidence: 3 });
		const first = await screen.findByRole('region', { name: 'Réactions' });
		expect(first).toHaveTextContent(/J’ai laissé tomber Léa.*Dans l’ensemble : certain/);
		await userEvent.click(within(first).getByRole('button', { name: 'Modifier' }));
		expect(within(first).getByLabelText(/Votre réaction/)).toHaveValue('J’ai laissé tomber Léa.');
	});

	it('gives back words that never reached the server', async () => {
		await keep(id, { reflection: { reaction: 'Sonné' }, open: false, unsent: true, by: '' });
		open();
		expect(await screen.findByLabelText(/Votre réaction/)).toHaveValue('Sonné');
	});

	it('offers its chapters as places to go to', async () => {
		open({ reaction: 'Lu.' });
		await screen.findByRole('region', { name: 'Réactions' });
		desk.places.find(({ id: place }) => place === 'monday')?.go();
		expect(document.activeElement).toHaveAccessibleName('Lundi');
	});

	it('leads to a what-if with the move picked', async () => {
		open({ reaction: 'Lu.' });
		await userEvent.click(
			await screen.findByRole('button', { name: /Rejouer ainsi.*Demander à Léa/ }),
		);
		expect(router.route).toEqual({ name: 'what-if', id: badDebrief().attempt && id, step: 0 });
		expect(history.state).toEqual({ choice: '?carnet' });
	});
});

describe('when there is no debrief to read', () => {
	it.each([
		[problem(409, 'not_ended'), 'Cette partie n’est pas finie', 'link', 'Reprendre la partie'],
		[problem(401, 'not_signed_in'), 'Connectez-vous pour lire ce bilan', 'link', 'Se connecter'],
		[problem(404, 'not_found'), 'Ce bilan n’est pas à vous', 'link', 'Revenir à l’accueil'],
		['unreachable' as const, 'Le serveur ne répond pas', 'button', 'Réessayer'],
		[problem(500, 'internal'), 'Le bilan n’a pas pu être lu', 'button', 'Réessayer'],
	])('%o says so, and what to do', async (answer, title, role, action) => {
		serve({ 'GET debrief': answer });
		const { container } = render(Debrief, { id });
		expect(await screen.findByRole('heading', { level: 1 })).toHaveTextContent(title);
		expect(screen.getByRole(role, { name: action })).toBeVisible();
		await expectAccessible(container);
	});

	it('it is read as soon as the connection is back', async () => {
		serve({});
		render(Debrief, { id });
		await screen.findByText('Le serveur ne répond pas');
		serve({ 'GET debrief': { body: { ...badDebrief(), reflection: {} } } });
		dispatchEvent(new Event('online'));
		expect(await screen.findByText(/Comment en sortez-vous/)).toBeVisible();
	});
});

it('the whole debrief is accessible', async () => {
	const { container } = open({ reaction: 'Lu.' });
	await screen.findByRole('region', { name: 'Réactions' });
	await expectAccessible(container);
}, 60_000);
