import { beforeEach, describe, expect, it } from 'vitest';
import { language } from '../parts/i18n.svelte';
import { intention } from './intention';

beforeEach(() => language.choose('fr'));

describe('a commitment', () => {
	it.each([
		[
			'un client hausse le ton',
			'nomme le fait',
			'Quand un client hausse le ton, alors je nomme le fait.',
		],
		['Quand il crie.', 'alors je pose la limite !', 'Quand il crie, alors je pose la limite.'],
		['lorsqu’elle se tait…', 'j’appelle', 'Quand elle se tait, alors j’appelle.'],
		['il  pleut', 'écris moins', 'Quand il pleut, alors j’écris moins.'],
		['quantité prime', 'hausse la voix', 'Quand quantité prime, alors je hausse la voix.'],
	])('“%s”, “%s” reads as one sentence', (when, then, sentence) => {
		expect(intention(when, then)).toBe(sentence);
	});

	it('reads as one sentence in English', () => {
		language.choose('en');
		expect(intention('When he shouts', 'then I name the fact.')).toBe(
			'When he shouts, then I name the fact.',
		);
		expect(intention('he shouts', 'ignore nothing')).toBe('When he shouts, then I ignore nothing.');
	});

	it('is nothing while half of it is missing', () => {
		expect(intention('quand', 'appelle')).toBeUndefined();
		expect(intention('il crie', ' je ')).toBeUndefined();
		expect(intention('', '')).toBeUndefined();
	});
});
