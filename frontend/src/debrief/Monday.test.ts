import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { expectAccessible } from '../../vitest/axe';
import { language } from '../parts/i18n.svelte';
import Monday from './Monday.svelte';
import { Notebook } from './reflection.svelte';
import { serve } from './testdata/server';

beforeEach(() => language.choose('fr'));

const sentence = 'Quand un client crie, alors je nomme le fait.';
const show = () => render(Monday, { notebook: new Notebook('monday', {}) });

async function write(): Promise<void> {
	await userEvent.type(screen.getByLabelText('Quand…'), 'un client crie');
	await userEvent.type(screen.getByLabelText('alors je…'), 'nomme le fait.');
}

describe('the commitment', () => {
	it('is read back as a sentence, to be said aloud before it is saved', async () => {
		show();
		expect(screen.queryByText(/voix haute/)).toBeNull();
		await write();
		expect(screen.getAllByText(sentence)[0]).toBeVisible();
		expect(screen.getByText(/Relisez-la à voix haute/)).toBeVisible();
	});

	it('is saved with its date and its witness, and says so', async () => {
		const sent = serve({ 'PUT reflection': (body) => ({ body }) });
		show();
		await write();
		await userEvent.type(screen.getByLabelText(/À partir du/), '2026-03-16');
		await userEvent.type(screen.getByLabelText(/Devant témoin/), 'Karim');
		await userEvent.click(screen.getByRole('button', { name: 'Enregistrer l’engagement' }));
		expect(await screen.findByText('Engagement enregistré.')).toBeVisible();
		expect(screen.getByText(/Enregistré à/)).toBeVisible();
		expect(sent.at(-1)?.body).toMatchObject({
			commitment: {
				when: 'un client crie',
				then: 'nomme le fait.',
				date: '2026-03-16',
				witness: 'Karim',
			},
		});
		expect(screen.getAllByText(/À partir du 16 mars 2026 · témoin : Karim/)[0]).toBeVisible();
	});

	it('is not called saved once it was changed', async () => {
		serve({ 'PUT reflection': (body) => ({ body }) });
		show();
		await write();
		await userEvent.click(screen.getByRole('button', { name: 'Enregistrer l’engagement' }));
		await screen.findByText('Engagement enregistré.');
		await userEvent.type(screen.getByLabelText('Quand…'), ' encore');
		expect(screen.queryByText('Engagement enregistré.')).toBeNull();
	});

	it('is not called saved when the server does not answer', async () => {
		serve({});
		show();
		await write();
		await userEvent.click(screen.getByRole('button', { name: 'Enregistrer l’engagement' }));
		expect(
			await screen.findByText(/Gardé sur cet appareil, envoyé dès qu’il revient/),
		).toBeVisible();
		expect(screen.queryByText('Engagement enregistré.')).toBeNull();
	});

	it('is accessible', async () => {
		const { container } = show();
		await write();
		await expectAccessible(container);
	});
});
