import { describe, expect, it } from 'vitest';
import { branches } from './branches';

describe('a case’s tree', () => {
	it('is the same each time, and another for another case', () => {
		expect(branches('passation')).toEqual(branches('passation'));
		expect(branches('passation')).not.toEqual(branches('client-toxique'));
	});

	it.each(['client-toxique', 'vision-contestee', 'passation', 'bon-client', 'petite-agence'])(
		'of %s takes one way from the start to an end, within its frame',
		(seed) => {
			const { points, ways } = branches(seed);
			expect(points.filter(({ taken }) => taken)).toHaveLength(4);
			expect(points.filter(({ taken, last }) => taken && last)).toHaveLength(1);
			expect(ways.filter(({ taken }) => taken)).toHaveLength(3);
			for (const { x, y } of points) {
				expect(x).toBeGreaterThan(8);
				expect(x).toBeLessThan(312);
				expect(y).toBeGreaterThan(8);
				expect(y).toBeLessThan(192);
			}
		},
	);
});
