import { describe, expect, it } from 'vitest';
import { badDebrief, goodDebrief } from './testdata/fixtures';
import { timeline, type Fact } from './timeline';

/** A fact in a word or two, to compare whole stories. */
function told(fact: Fact): string {
	switch (fact.kind) {
		case 'move':
			return fact.move.move;
		case 'chance':
			return `dice: ${fact.draw.outcome}`;
		case 'later':
			return `later, from ${fact.cause?.move ?? 'nobody knows'}`;
		case 'scene':
			return 'scene';
	}
}

const story = (debrief: Parameters<typeof timeline>[0]) =>
	timeline(debrief).map(({ title, facts }) => [title.replace(/\s/g, ' '), ...facts.map(told)]);

describe('what happened', () => {
	it('is told place by place, chance where it was thrown', () => {
		expect(story(goodDebrief())).toEqual([
			['22 h 47', '?carnet', '?lea', 'appeler'],
			['L’appel de 18 h', 'nommer'],
			['Le silence au bout du fil', 'dice: excuses'],
			['« Je suis désolé »', 'regles'],
		]);
	});

	it('traces a delayed consequence to the decision that caused it', () => {
		expect(story(badDebrief())).toEqual([
			['22 h 47', 'attendre'],
			['L’appel de 18 h', 'encaisser', 'later, from attendre'],
			['« Personne ne pleurnichait »', 'ceder'],
		]);
	});

	it('still tells a delayed consequence that names no cause', () => {
		const debrief = badDebrief();
		for (const move of debrief.moves) delete move.laterHtml;
		expect(story(debrief)[1]).toEqual(['L’appel de 18 h', 'encaisser', 'later, from nobody knows']);
	});

	it('mentions a scene that was only passed through', () => {
		const debrief = goodDebrief();
		debrief.beats.unshift({ kind: 'scene', title: 'Lundi', html: '<p>…</p>' });
		expect(story(debrief)[0]).toEqual(['Lundi', 'scene']);
	});
});
