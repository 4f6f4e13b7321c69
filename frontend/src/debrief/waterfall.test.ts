import { describe, expect, it } from 'vitest';
import { badDebrief, cappedDebrief, goodDebrief } from './testdata/fixtures';
import { waterfall } from './waterfall';

const at = (score: Parameters<typeof waterfall>[0]) =>
	Object.fromEntries(waterfall(score).bars.map((bar) => [bar.id, bar]));

describe('the bars of a score', () => {
	it('print numbers that add up', () => {
		for (const debrief of [goodDebrief(), badDebrief(), cappedDebrief()]) {
			const { best, regret, luck, total } = at(debrief);
			const sum = (best?.value ?? 0) + (regret?.value ?? 0) + (luck?.value ?? 0);
			expect(sum).toBeCloseTo(total?.value ?? NaN, 9);
			expect(total?.value).toBeCloseTo(debrief.total, 9);
		}
	});

	it('hang one from the other', () => {
		const { best, regret, luck, total } = at({ best: 50, regret: 30, luck: 5 });
		expect([best?.from, best?.to]).toEqual([0, 1]);
		expect([regret?.from, regret?.to]).toEqual([0.4, 1]);
		expect([luck?.from, luck?.to]).toEqual([0.4, 0.5]);
		expect([total?.from, total?.to]).toEqual([0, 0.5]);
	});

	it('cross zero when the total is below it', () => {
		const { bars, zero } = waterfall({ best: 43.6, regret: 61.6, luck: 0 });
		expect(zero).toBeCloseTo(18 / 61.6, 9);
		expect(bars.map((bar) => bar.value)).toEqual([43.6, -61.6, 0, -18]);
		expect(bars.every(({ from, to }) => from >= 0 && to <= 1 && from <= to)).toBe(true);
		expect(bars[3]).toMatchObject({ from: 0, to: zero });
	});

	it('stay on the page when everything is zero', () => {
		expect(waterfall({ best: 0, regret: 0, luck: 0 }).bars[0]).toMatchObject({ from: 0, to: 0 });
	});
});
