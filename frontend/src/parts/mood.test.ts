import { describe, expect, it } from 'vitest';
import { hueOf, initialsOf, moodOf, shareOf } from './mood';

describe('a mood', () => {
	it.each([
		[0, -2],
		[3, -1],
		[5, 0],
		[7, 1],
		[10, 2],
	])('a trust of %i of 10 shows as %i', (value, mood) => {
		expect(moodOf({ id: 'marc.confiance', value, min: 0, max: 10 })).toBe(mood);
	});

	it('reads a strain the other way round', () => {
		expect(moodOf({ id: 'marc.tension', value: 10, min: 0, max: 10 })).toBe(-2);
	});

	it('is never outside a gauge', () => {
		expect(shareOf({ value: 12, min: 0, max: 10 })).toBe(1);
		expect(shareOf({ value: 3, min: 3, max: 3 })).toBe(0);
	});
});

describe('a mark of one’s own', () => {
	it('takes the first and last initials', () => {
		expect(initialsOf('Léa Fontaine')).toBe('LF');
		expect(initialsOf('Jean-Paul de Meunier')).toBe('JM');
		expect(initialsOf('Marc')).toBe('M');
	});

	it('takes letters alone, of the name alone', () => {
		expect(initialsOf('Basile Fictif (demo)')).toBe('BF');
		expect(initialsOf('=Zoë Frame')).toBe('ZF');
	});

	it('keeps its hue, and gives another to somebody else', () => {
		expect(hueOf('marc')).toBe(hueOf('marc'));
		expect(hueOf('marc')).not.toBe(hueOf('lea'));
	});
});
