import { describe, expect, it } from 'vitest';
import { pathTo, placeOf } from './addresses';

const id = '0198f3a2-6c1e-7a44-9d2b-3f5a7c9e1b02';

describe('an address', () => {
	it('is written with what it says, and read back', () => {
		expect(pathTo('cohort', { id })).toBe(`/cohorts/${id}`);
		expect(placeOf(`/cohorts/${id}`)).toEqual({ place: 'cohort', said: { id } });
	});

	it.each(['/cohorts/42', '/nowhere', `/cohorts/${id}/nothing`])('%s is nowhere', (path) => {
		expect(placeOf(path)).toBeUndefined();
	});
});
