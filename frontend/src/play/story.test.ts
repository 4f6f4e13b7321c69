import { describe, expect, it } from 'vitest';
import { call, ending, looked, signal } from '../test/attempts';
import { clockOf, countWords, parted, standing, stillOpen, stops } from './story';

describe('a moment', () => {
	it('is still open after a look, and over after a decision', () => {
		expect(stillOpen(0, looked)).toBe(true);
		expect(stillOpen(0, call)).toBe(false);
		expect(stillOpen(2, call)).toBe(true);
	});

	it('is not open at an ending, nor before it has come', () => {
		expect(stillOpen(3, ending)).toBe(false);
		expect(stillOpen(5, signal)).toBe(false);
	});
});

describe('what is told', () => {
	it('sets apart what the looks have brought', () => {
		const { before: led, learned } = parted([...call.passage, ...looked.passage]);
		expect(led).toEqual(call.passage);
		expect(learned).toEqual(looked.passage);
	});
});

describe('the thread', () => {
	it('puts the looks of a moment with its decision', () => {
		expect(stops(ending.thread).map(({ title, moves }) => [title, moves.length])).toEqual([
			['22 h 47', 2],
			['L’appel de 18 h', 1],
		]);
	});

	it('counts moments, not looks', () => {
		expect(standing(signal).ordinal).toBe(1);
		expect(standing(looked)).toMatchObject({ ordinal: 1, past: [] });
		expect(standing(looked).looked).toHaveLength(1);
		expect(standing(call)).toMatchObject({ ordinal: 2, looked: [] });
	});
});

it('finds the clock by the unit that looks spend', () => {
	expect(clockOf(signal)?.id).toBe('temps');
	expect(clockOf(call)).toBeUndefined();
});

it('counts words', () => {
	expect(countWords('')).toBe(0);
	expect(countWords('  Des faits\nd’abord ')).toBe(3);
	expect(countWords('« Non » : pas ici ; plus tard !')).toBe(5);
});
