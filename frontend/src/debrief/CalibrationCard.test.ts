import { render, screen } from '@testing-library/svelte';
import { beforeEach, describe, expect, it } from 'vitest';
import { expectAccessible } from '../../vitest/axe';
import { language } from '../parts/i18n.svelte';
import CalibrationCard from './CalibrationCard.svelte';

beforeEach(() => language.choose('fr'));

const show = (overconfidence: number) =>
	render(CalibrationCard, { calibration: { decisions: 3, brier: 0.3225, overconfidence } });

describe('calibration', () => {
	it.each([
		[0.217, 'Vous étiez plus sûr que juste.', '+22 sur 100'],
		[-0.183, 'Vous étiez plus juste que sûr.', '\u221218 sur 100'],
		[0.01, 'Votre assurance suivait la qualité de vos décisions.', '+1 sur 100'],
	])('of %d is said in words', (gap, verdict, figure) => {
		show(gap);
		expect(screen.getByText(verdict)).toBeVisible();
		expect(screen.getByText(new RegExp(figure.replace('+', '\\+')))).toBeVisible();
	});

	it('explains its figure and what it rests on', () => {
		show(0.2);
		expect(screen.getByText(/Score de Brier : 0,32, de 0 \(le mieux\) à 1/)).toBeVisible();
		expect(screen.getByText(/D’après 3 décisions/)).toBeVisible();
	});

	it('is accessible', async () => {
		await expectAccessible(show(0.2).container);
	});
});
