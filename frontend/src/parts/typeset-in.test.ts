import { expect, it } from 'vitest';
import { typesetIn } from './typeset-in';

it('sets each text of an answer, and leaves what is not text', () => {
	const answer = {
		n: 3,
		at: '2026-11-22T09:00:00Z',
		nodes: [{ title: 'Quoi ? À 16 h 40', tone: null }],
	};
	expect(typesetIn(answer, 'fr')).toEqual({
		n: 3,
		at: '2026-11-22T09:00:00Z',
		nodes: [{ title: 'Quoi\u202f? À 16\u00a0h 40', tone: null }],
	});
	expect(typesetIn(answer, 'en')).toEqual(answer);
});
