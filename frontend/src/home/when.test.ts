import { describe, expect, it } from 'vitest';
import { inWords, presses } from './when';

const now = new Date(2026, 2, 9, 22, 30);
const at = (day: number, hour: number, minute = 0) =>
	new Date(2026, 2, day, hour, minute).toISOString();

describe('how far off a moment is', () => {
	it.each([
		[at(10, 1), 'demain'],
		[at(11, 1), 'après-demain'],
		[at(21, 23), 'dans 12 jours'],
		[at(9, 23, 59), 'dans 1 heure'],
		[at(9, 22, 50), 'dans 20 minutes'],
		[at(8, 23), 'hier'],
	])('%s is said %s', (iso, words) => {
		expect(inWords(iso, now, 'fr').replaceAll(/\s/g, ' ')).toBe(words);
	});
});

it('reminds of what is due within three days, and of nothing else', () => {
	expect(presses(at(12, 22), now)).toBe(true);
	expect(presses(at(13, 22), now)).toBe(false);
	expect(presses(undefined, now)).toBe(false);
});
