import { beforeEach, describe, expect, it } from 'vitest';
import { language } from '../parts/i18n.svelte';
import {
	balanced,
	cost,
	figure,
	minutesBetween,
	points,
	signed,
	signedPoints,
	wholeScore,
} from './figures';

const total = (values: number[]) => values.reduce((a, b) => a + b, 0);

beforeEach(() => language.choose('fr'));

describe('a figure', () => {
	it('is written as each language writes it, with a true minus sign', () => {
		expect(figure(-14.6)).toBe('\u221214,6');
		expect(figure(44)).toBe('44');
		language.choose('en');
		expect(figure(-14.6)).toBe('\u221214.6');
	});

	it('is never minus zero', () => {
		expect(figure(-0.04)).toBe('0');
		expect(signed(-0.04)).toBe('0');
		expect(signed(0.4)).toBe('+0,4');
	});

	it('counts points as the language counts', () => {
		expect(points(1.5)).toBe('1,5\u00a0point');
		expect(signedPoints(-2)).toBe('\u22122\u00a0points');
		language.choose('en');
		expect(points(1.5)).toBe('1.5\u00a0points');
		expect(points(1)).toBe('1\u00a0point');
	});
});

describe('the cost of a decision', () => {
	it('is told against what was at stake', () => {
		expect(cost(5, 9)).toBe('\u22125\u00a0points sur 9 en jeu');
		language.choose('en');
		expect(cost(5, 9)).toBe('\u22125\u00a0points of 9 at stake');
	});

	it('says so when nothing was lost, or nothing was at stake', () => {
		expect(cost(0, 25.6)).toBe('Aucun point perdu sur 25,6 en jeu');
		expect(cost(0, 0)).toBe('Rien en jeu');
	});
});

describe('a score', () => {
	it('keeps 100 and 0 for the best and the worst', () => {
		expect([100, 99.8, 76.2987, 0.2, 0].map(wholeScore)).toEqual([100, 99, 76, 1, 0]);
	});
});

describe('printed numbers', () => {
	it.each([
		[[43.6, -14.6, -2]],
		[[8.089, -3.044, 1.066]],
		[[0.05, 0.05, 0.05]],
		[[10.04, -0.06, -0.06]],
	])('of %j add up to the printed total', (addends) => {
		const printed = balanced(addends);
		expect(total(printed)).toBeCloseTo(Math.round(total(addends) * 10) / 10, 9);
		printed.forEach((value, i) => expect(Math.abs(value - (addends[i] ?? 0))).toBeLessThan(0.1));
	});
});

it('counts whole minutes between two moments', () => {
	expect(minutesBetween('2026-03-09T08:42:00Z', '2026-03-09T09:13:10Z')).toBe(31);
	expect(minutesBetween('2026-03-09T08:42:00Z', '2026-03-09T08:42:09Z')).toBe(1);
});
