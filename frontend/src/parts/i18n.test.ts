import { afterEach, describe, expect, it } from 'vitest';
import { date, duration, language, number, plural, signed, timeOfDay, words } from './i18n.svelte';

afterEach(() => language.choose('fr'));

describe('a dictionary', () => {
	const t = words(
		{ hello: 'Bonjour', of: (n: number) => `${n} sur dix` },
		{
			hello: 'Hello',
			of: (n) => `${n} of ten`,
		},
	);

	it('speaks the language of the moment', () => {
		language.choose('fr');
		expect([t.hello, t.of(3)]).toEqual(['Bonjour', '3 sur dix']);
		language.choose('en');
		expect([t.hello, t.of(3)]).toEqual(['Hello', '3 of ten']);
	});
});

describe('figures', () => {
	it('are written as the reader writes them', () => {
		language.choose('fr');
		expect(number(1234.5)).toBe('1\u202f234,5');
		language.choose('en');
		expect(number(1234.5)).toBe('1,234.5');
	});

	it('have a true minus sign, and a plus when they are changes', () => {
		expect(signed(-2)).toBe('\u22122');
		expect(signed(2)).toBe('+2');
		expect(signed(0)).toBe('0');
	});

	it('count nothing as one in French, as many in English', () => {
		language.choose('fr');
		expect(plural(0, 'mot', 'mots')).toBe('0\u00a0mot');
		language.choose('en');
		expect(plural(0, 'word', 'words')).toBe('0\u00a0words');
	});
});

describe('time', () => {
	it.each([
		[9, '9\u00a0s'],
		[60, '1\u00a0min'],
		[90, '1\u00a0min\u00a030\u00a0s'],
		[7500, '2\u00a0h\u00a005\u00a0min'],
		[-4, '0\u00a0s'],
	])('%i seconds is %j', (seconds, text) => {
		expect(duration(seconds)).toBe(text);
	});

	it('is told as each language tells it', () => {
		const moment = new Date(2026, 2, 9, 9, 5);
		language.choose('fr');
		expect(timeOfDay(moment)).toBe('9\u00a0h\u00a005');
		expect(date(moment.toISOString())).toBe('9 mars 2026');
		language.choose('en');
		expect(timeOfDay(moment)).toBe('09:05');
		expect(date(moment.toISOString())).toBe('9 March 2026');
	});
});
