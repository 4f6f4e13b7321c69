import { render, screen, within } from '@testing-library/svelte';
import { beforeEach, describe, expect, it } from 'vitest';
import { expectAccessible } from '../../vitest/axe';
import { language } from '../parts/i18n.svelte';
import LeftBehind from './LeftBehind.svelte';
import { badDebrief, goodDebrief } from './testdata/fixtures';

beforeEach(() => language.choose('fr'));

describe('what is left behind', () => {
	it('shows each person’s mood in words, and their gauges from start to end', () => {
		render(LeftBehind, { debrief: badDebrief() });
		const lea = screen.getByRole('region', { name: 'Léa Fontaine' });
		expect(lea).toHaveTextContent(/à bout/);
		expect(lea).toHaveTextContent(/départ 4, fin 0/);
		expect(lea).toHaveTextContent(/\u22124/);
		expect(lea).toHaveTextContent(/compte 1\s?point par cran/);
	});

	it('reads the whole course aloud', () => {
		render(LeftBehind, { debrief: goodDebrief() });
		const lea = screen.getByRole('region', { name: 'Léa Fontaine' });
		expect(within(lea).getByText('Pas à pas : 4, 4, 5, 5, 6, 8')).toBeInTheDocument();
	});

	it('puts what belongs to nobody last', () => {
		render(LeftBehind, { debrief: goodDebrief() });
		const last = screen.getAllByRole('region').at(-1);
		expect(last).toHaveAccessibleName('Le reste');
		expect(last).toHaveTextContent(/0\s?min/);
	});

	it('leaves out somebody without gauges', () => {
		const debrief = goodDebrief();
		debrief.gauges = debrief.gauges.filter(({ character }) => character !== 'marc');
		render(LeftBehind, { debrief });
		expect(screen.queryByText('Marc Verdier')).toBeNull();
		expect(screen.getByRole('region', { name: 'Léa Fontaine' })).toBeVisible();
	});

	it('is accessible', async () => {
		await expectAccessible(render(LeftBehind, { debrief: goodDebrief() }).container);
	});
});
