import { describe, expect, it } from 'vitest';
import { keep, recall } from './keepsake';

describe('what this device keeps', () => {
	it('is found again, each attempt with its own', async () => {
		const kept = { reflection: { reaction: 'Soulagé.' }, open: false, unsent: true, by: '' };
		expect(await keep('one', kept)).toBe(true);
		expect(await recall('one')).toEqual(kept);
		expect(await recall('another')).toBeUndefined();
	});
});
