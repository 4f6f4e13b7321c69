import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { expectAccessible } from '../../vitest/axe';
import { language } from '../parts/i18n.svelte';
import { badDebrief, badWhatIf } from './testdata/fixtures';
import { problem, serve } from './testdata/server';
import WhatIf from './WhatIf.svelte';

const id = '0198d2b4-6f10-7c31-9a55-2f3f1f0c7a11';

beforeEach(() => {
	language.choose('fr');
	history.replaceState(null, '');
});

function open(choice?: string, step = 1) {
	if (choice) history.replaceState({ choice }, '');
	const sent = serve({
		'GET debrief': { body: badDebrief() },
		'POST what-ifs': { body: badWhatIf() },
	});
	return { sent, ...render(WhatIf, { id, step }) };
}

describe('the what-if', () => {
	it('is marked as a copy, with the way back', async () => {
		open();
		expect(await screen.findByText(/Rien de ce que vous essayez ici n’est inscrit/)).toBeVisible();
		expect(screen.getByRole('link', { name: 'Revenir au bilan' })).toHaveAttribute(
			'href',
			`/debrief/${id}`,
		);
	});

	it('waits for a move to be picked, then replays it', async () => {
		const { sent } = open();
		await userEvent.click(
			await screen.findByRole('radio', { name: 'Dire que le ton ne convient pas' }),
		);
		expect(sent).toHaveLength(1);
		await userEvent.click(screen.getByRole('button', { name: 'Rejouer avec les mêmes dés' }));
		expect(await screen.findByRole('heading', { name: 'Les deux fins' })).toBeVisible();
		expect(sent.at(-1)?.body).toEqual({ step: 1, choice: 'nommer-vague' });
		expect(history.state).toEqual({ choice: 'nommer-vague' });
	});

	it('replays at once what was picked in the debrief', async () => {
		const { sent } = open('nommer-vague');
		await screen.findByRole('heading', { name: 'Les deux chemins' });
		expect(sent.map(({ method }) => method)).toEqual(['GET', 'POST']);
	});

	it('never replays a move that was not on offer', async () => {
		const { sent } = open('couper');
		await screen.findByRole('button', { name: 'Rejouer avec les mêmes dés' });
		expect(sent).toHaveLength(1);
	});

	it('shows the ghost of what was played beside the copy, and why the copy went its way', async () => {
		open('nommer-vague');
		const paths = await screen.findByRole('region', { name: 'Les deux chemins' });
		const steps = within(paths)
			.getAllByRole('listitem')
			.map((item) => item.textContent?.replace(/\s+/g, ' '));
		expect(steps[0]).toMatch(/Sur les deux chemins.*Laisser passer le lancement/);
		expect(steps[1]).toMatch(/Votre partie.*Reprendre le dossier.*La copie.*Le changement/);
		expect(steps[2]).toMatch(/Remplacer Léa.*Le meilleur choix offert.*/);
	});

	it('sets both ends side by side', async () => {
		open('nommer-vague');
		const ends = await screen.findByRole('region', { name: 'Les deux fins' });
		const [yours, copy] = within(ends).getAllByRole('article');
		expect(yours).toHaveTextContent(/Votre partie.*Une relation abîmée.*Score sur 100 0/);
		expect(copy).toHaveTextContent(/La copie.*Une relation réparée.*Score sur 100 60/);
		expect(within(ends).getByRole('row', { name: /Moral de Léa 0 4 \+4/ })).toBeVisible();
		expect(screen.getByText('Pourquoi les mêmes dés')).toBeVisible();
	});

	it('says so when the server does not answer, and loses nothing', async () => {
		serve({ 'GET debrief': { body: badDebrief() } });
		history.replaceState({ choice: 'nommer-vague' }, '');
		render(WhatIf, { id, step: 1 });
		expect(await screen.findByRole('alert')).toHaveTextContent(/Le serveur ne répond pas/);
		expect(screen.getByRole('radio', { name: 'Dire que le ton ne convient pas' })).toBeChecked();
	});

	it('says so when the step is none of theirs, or the case is not over', async () => {
		open(undefined, 9);
		expect(await screen.findByText('Ce pas n’existe pas dans votre partie.')).toBeVisible();
		serve({ 'GET debrief': problem(409, 'not_ended') });
		render(WhatIf, { id, step: 0 });
		expect(await screen.findByText('Cette partie n’est pas finie')).toBeVisible();
	});

	it('is accessible', async () => {
		const { container } = open('nommer-vague');
		await screen.findByRole('region', { name: 'Les deux fins' });
		await expectAccessible(container);
	});
});
