import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { expectAccessible } from '../../vitest/axe';
import { language } from '../parts/i18n.svelte';
import Before from './Before.svelte';
import { Notebook } from './reflection.svelte';
import { serve } from './testdata/server';

let notebook: Notebook;

beforeEach(() => {
	language.choose('fr');
	notebook = new Notebook('before', {});
	render(Before, { notebook });
});

describe('the question before the debrief', () => {
	it('can be passed over', async () => {
		const sent = serve({ 'PUT reflection': (body) => ({ body }) });
		await userEvent.click(screen.getByRole('button', { name: 'Passer cette question' }));
		expect(notebook.open).toBe(true);
		await expect.poll(() => sent).toHaveLength(1);
	});

	it('takes a sentence and how sure, then leads on', async () => {
		const sent = serve({ 'PUT reflection': (body) => ({ body }) });
		await userEvent.type(screen.getByLabelText('Votre réaction, en une phrase'), 'Soulagé.');
		await userEvent.click(screen.getByRole('radio', { name: 'Plutôt sûr' }));
		expect(notebook.open).toBe(false);
		await userEvent.click(screen.getByRole('button', { name: 'Lire le bilan' }));
		await expect
			.poll(() => sent.at(-1)?.body)
			.toMatchObject({
				reaction: 'Soulagé.',
				confidence: 2,
			});
	});

	it('is accessible', async () => {
		await expectAccessible(document.body);
	});
});
