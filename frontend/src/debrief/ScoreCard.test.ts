import { render, screen } from '@testing-library/svelte';
import { beforeEach, describe, expect, it } from 'vitest';
import { expectAccessible } from '../../vitest/axe';
import { language } from '../parts/i18n.svelte';
import ScoreCard from './ScoreCard.svelte';
import { badDebrief, cappedDebrief, goodDebrief } from './testdata/fixtures';
import type { Debrief } from './wire';

beforeEach(() => language.choose('fr'));

const show = (debrief: Debrief) => render(ScoreCard, { debrief }).container;

/** What a definition list says of a term. */
function figureOf(term: string): string | undefined {
	return screen.getAllByText(term)[0]?.nextElementSibling?.textContent?.trim();
}

describe('the score', () => {
	it('comes with what decisions cost and what chance changed, told apart', () => {
		show(cappedDebrief());
		expect(screen.getByText(/Vos décisions ont coûté 27 points sur les 61,6/)).toBeVisible();
		expect(screen.getByText(/La chance vous a pris 1,6 point/)).toBeVisible();
		expect(figureOf('Les meilleures décisions, en moyenne')).toBe('43,6');
		expect(figureOf('Ce que vos décisions ont coûté')).toBe('\u221227');
		expect(figureOf('Ce que la chance a changé')).toBe('\u22121,6');
		expect(figureOf('Votre total')).toBe('15');
	});

	it('is explained when an incident caps it', () => {
		show(cappedDebrief());
		expect(screen.getByText('49')).toBeVisible();
		expect(screen.getByText(/votre score serait de 56.*plafonne à 49/)).toBeVisible();
		expect(screen.getByText(/décision 3/)).toBeVisible();
	});

	it('says when the cap changes nothing, and which expected step is missing', () => {
		show(badDebrief());
		expect(screen.getByText(/2 incidents critiques/)).toBeVisible();
		expect(screen.getByText(/plafonne le score à 49.*déjà dessous/)).toBeVisible();
		expect(screen.getByText('Attendu, et pas arrivé')).toBeVisible();
	});

	it('speaks of no incident where there is none, and of choosing blindly always', () => {
		show(goodDebrief());
		expect(screen.queryByText(/incident/)).toBeNull();
		expect(screen.queryByText(/plafon/)).toBeNull();
		expect(screen.getByText(/Choisir au hasard donne 42 en moyenne/)).toBeInTheDocument();
		expect(screen.getByText(/n’ont coûté aucun des 61,6 points/)).toBeVisible();
	});

	it('is not invented when nothing was at stake', () => {
		show({ ...goodDebrief(), score: null, scoreCapped: null, maxRegret: 0 });
		expect(screen.getByText(/il n’y a pas de score/)).toBeVisible();
		expect(screen.queryByText('sur 100')).toBeNull();
	});

	it('is accessible', async () => {
		await expectAccessible(show(cappedDebrief()));
	});
});
