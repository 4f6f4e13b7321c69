import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { expectAccessible } from '../../vitest/axe';
import { language } from '../parts/i18n.svelte';
import Hero from './Hero.svelte';
import { badDebrief, goodDebrief } from './testdata/fixtures';

beforeEach(() => language.choose('fr'));

describe('the outcome', () => {
	it('is told by its title and its text, its tone in a word, without a figure of merit', () => {
		const { container } = render(Hero, { debrief: badDebrief() });
		expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Une relation abîmée');
		expect(screen.getByText('Issue difficile')).toBeVisible();
		expect(screen.getByText(/Léa a donné sa démission/)).toBeVisible();
		expect(screen.getByText(/3\s?décisions en 31\s?min · 9 mars 2026/)).toBeVisible();
		expect(container).not.toHaveTextContent(/score|points/i);
	});

	it('keeps the case’s language in an English interface', () => {
		language.choose('en');
		render(Hero, { debrief: goodDebrief() });
		expect(screen.getByText('A good outcome')).toBeVisible();
		expect(screen.getByText('Une relation réparée')).toHaveAttribute('lang', 'fr');
	});

	it('says so when whoever played is made up', async () => {
		const { container } = render(Hero, { debrief: { ...goodDebrief(), demo: true } });
		expect(screen.getByText('Démonstration')).toBeVisible();
		await expectAccessible(container);
	});

	it('can be printed', async () => {
		const print = vi.fn();
		vi.stubGlobal('print', print);
		render(Hero, { debrief: goodDebrief() });
		await userEvent.click(screen.getByRole('button', { name: 'Imprimer ou PDF' }));
		expect(print).toHaveBeenCalledOnce();
	});

	it('is accessible', async () => {
		await expectAccessible(render(Hero, { debrief: goodDebrief() }).container);
	});
});
