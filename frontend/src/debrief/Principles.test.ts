import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { expectAccessible } from '../../vitest/axe';
import { language } from '../parts/i18n.svelte';
import Principles from './Principles.svelte';
import { Notebook } from './reflection.svelte';
import { badDebrief } from './testdata/fixtures';

beforeEach(() => language.choose('fr'));

const show = () => {
	const notebook = new Notebook('principles', {});
	return { notebook, ...render(Principles, { debrief: badDebrief(), notebook }) };
};

describe('the principles', () => {
	it('are gathered under their source, with its author and its lesson', () => {
		show();
		const source = screen.getByRole('region', {
			name: /Pourquoi il faut parfois couper les ponts/,
		});
		expect(source).toHaveTextContent('Colette Ballou');
		expect(source).toHaveTextContent(/Ce que la source enseigne Face à un client agressif/);
		expect(within(source).getByText(/Taire la vérité à un client/)).toBeVisible();
	});

	it('leave room for one’s own sentence, kept as it is typed', async () => {
		const { notebook } = show();
		await userEvent.type(screen.getByLabelText(/qu’en gardez-vous/), 'Dire tôt.');
		expect(notebook.principle).toBe('Dire tôt.');
		expect(['typing', 'kept']).toContain(notebook.safety);
	});

	it('are accessible', async () => {
		await expectAccessible(show().container);
	});
});
