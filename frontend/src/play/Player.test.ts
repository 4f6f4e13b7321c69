import { cleanup, render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { expectAccessible } from '../../vitest/axe';
import { desk } from '../parts/desk.svelte';
import { language } from '../parts/i18n.svelte';
import { settings } from '../parts/settings.svelte';
import { call, called, ending, id, looked, running, signal } from '../test/attempts';
import { serve, type Reply } from '../test/server';
import { forget } from './kept';
import Player from './Player.svelte';

const user = userEvent.setup();

beforeEach(() => {
	language.choose('fr');
	vi.stubGlobal('scrollTo', vi.fn());
	Element.prototype.scrollIntoView = vi.fn();
});

afterEach(async () => {
	cleanup(); // what is being written goes to the stand-in, not to the network
	vi.unstubAllGlobals();
	settings.singleKeys = true;
	desk.clear();
	for (const shelf of ['attempts', 'drafts', 'moves'] as const) await forget(shelf, id);
});

async function play(attempt: Reply, moved: Reply = called) {
	const calls = serve(({ method, path }) => {
		if (path.endsWith('/draft'))
			return { step: 0, revision: 1, rationale: '', read: [], savedAt: '2026-03-09T21:00:00Z' };
		return method === 'GET' ? attempt : moved;
	});
	const view = render(Player, { id });
	await screen.findByRole('heading', { level: 1 });
	return { ...view, moves: () => calls.filter(({ method }) => method === 'POST') };
}

it('is played with the keyboard alone, and focus lands on the consequence', async () => {
	const { moves } = await play(signal);
	await user.keyboard('2');
	expect(screen.getByRole('radio', { name: /Lui parler demain/ })).toBeChecked();
	await user.keyboard('j');
	expect(screen.getByRole('textbox', { name: /Pourquoi/ })).toHaveFocus();
	await user.keyboard('2 faits{Control>}{Enter}{/Control}');
	await waitFor(() =>
		expect(screen.getByRole('region', { name: 'Ce qui s’ensuit' })).toHaveFocus(),
	);
	expect(moves()[0]?.body).toMatchObject({ choice: 'appeler', rationale: '2 faits', step: 0 });
});

it('asks for a choice before deciding', async () => {
	const { moves } = await play(signal);
	await user.click(screen.getByRole('button', { name: 'Décider' }));
	expect(screen.getByRole('alert')).toHaveTextContent('Choisissez d’abord');
	expect(screen.getAllByRole('radio')[0]).toHaveFocus();
	expect(moves()).toEqual([]);
});

it('takes a look at once, and focus lands on what it brought', async () => {
	const { moves } = await play(signal, looked);
	await user.click(screen.getByRole('button', { name: /notes de la semaine/ }));
	await waitFor(() =>
		expect(screen.getByRole('region', { name: 'Ce que vous avez appris' })).toHaveFocus(),
	);
	expect(moves()[0]?.path).toMatch(/\/looks$/);
	expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('22 h 47');
});

it('hides the choices of a timed decision until its clock runs', async () => {
	await play(call, running);
	expect(screen.queryByRole('radio', { name: /Nommer les faits/ })).toBeNull();
	await user.click(screen.getByRole('button', { name: /Lancer le chronomètre/ }));
	const first = await screen.findByRole('radio', { name: /Nommer les faits/ });
	expect(screen.getByRole('timer')).toBeVisible();
	await waitFor(() => expect(first).toHaveFocus());
});

it('shows the choices at once when the clock is switched off', async () => {
	await play({ ...call, timing: 'off' });
	expect(screen.getByRole('radio', { name: /Nommer les faits/ })).toBeVisible();
});

it('keeps a decision while the server is away, and says so', async () => {
	await play(signal, 'silence');
	await user.keyboard('1{Control>}{Enter}{/Control}');
	await screen.findByText(/«\sLui écrire ce soir\s» est gardée sur cet appareil/);
	expect(screen.getByRole('textbox', { name: /Pourquoi/ })).toBeDisabled();
});

it('leaves single keys alone when they are switched off', async () => {
	settings.singleKeys = false;
	await play(signal);
	await user.keyboard('2?');
	expect(screen.queryByRole('radio', { checked: true })).toBeNull();
	expect(desk.paper).toBeUndefined();
});

it('opens the help with a question mark', async () => {
	await play(signal);
	await user.keyboard('?');
	expect(desk.paper).toBe('help');
});

it('sets the case’s words in the case’s language, the page’s in its own', async () => {
	const { container } = await play({ ...signal, lang: 'en' });
	expect(screen.getByRole('heading', { level: 1 })).toHaveAttribute('lang', 'en');
	expect(screen.getByRole('button', { name: 'Décider' }).closest('[lang]')).toBeNull();
	expect(container.querySelector('.prose')).toHaveAttribute('lang', 'en');
});

it('says plainly when an attempt cannot be seen', async () => {
	await play({ problem: 404, code: 'not_found', detail: '' });
	expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('introuvable');
});

it.each([
	['a decision', signal],
	['an ending', ending],
])('is accessible at %s', async (_, attempt) => {
	const { container } = await play(attempt);
	await expectAccessible(container);
});
