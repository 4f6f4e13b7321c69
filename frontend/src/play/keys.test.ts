import { describe, expect, it } from 'vitest';
import { actionOf, isWriting } from './keys';

const free = { writing: false, singleKeys: true };
const press = (key: string, more = {}) => ({
	key,
	ctrlKey: false,
	metaKey: false,
	altKey: false,
	...more,
});

describe('a key', () => {
	it.each([
		['1', { do: 'choose', place: 0 }],
		['9', { do: 'choose', place: 8 }],
		['j', { do: 'rationale' }],
		['D', { do: 'exhibits' }],
		['?', { do: 'help' }],
		['0', undefined],
		['x', undefined],
	])('%s asks for its action', (key, action) => {
		expect(actionOf(press(key), free)).toEqual(action);
	});

	it('is text while somebody writes, except to decide', () => {
		const writing = { ...free, writing: true };
		expect(actionOf(press('1'), writing)).toBeUndefined();
		expect(actionOf(press('Enter', { ctrlKey: true }), writing)).toEqual({ do: 'decide' });
		expect(actionOf(press('Enter', { metaKey: true }), writing)).toEqual({ do: 'decide' });
	});

	it('does nothing alone when single keys are switched off', () => {
		const off = { ...free, singleKeys: false };
		expect(actionOf(press('1'), off)).toBeUndefined();
		expect(actionOf(press('?'), off)).toBeUndefined();
	});

	it('leaves the browser its own combinations', () => {
		expect(actionOf(press('d', { ctrlKey: true }), free)).toBeUndefined();
		expect(actionOf(press('1', { altKey: true }), free)).toBeUndefined();
	});
});

it('takes a text field for writing, and a radio not', () => {
	document.body.innerHTML = '<textarea></textarea><input type="radio"><input type="text"><p></p>';
	const [area, radio, text, p] = document.body.children;
	expect([area, radio, text, p].map((element) => isWriting(element ?? null))).toEqual([
		true,
		false,
		true,
		false,
	]);
});
