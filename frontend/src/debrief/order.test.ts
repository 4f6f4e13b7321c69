import { describe, expect, it } from 'vitest';
import { decisionsOf, leftAside, looksOf, ordered, worthReplaying } from './order';
import { badDebrief, cappedDebrief, goodDebrief } from './testdata/fixtures';

const names = (moves: { move: string }[]) => moves.map(({ move }) => move);

describe('the decisions', () => {
	it('stand apart from the looks', () => {
		expect(names(decisionsOf(goodDebrief()))).toEqual(['appeler', 'nommer', 'regles']);
		expect(names(looksOf(goodDebrief()))).toEqual(['?carnet', '?lea']);
	});

	it('come with the highest stake first, or as they were played', () => {
		const decisions = decisionsOf(badDebrief());
		expect(names(ordered(decisions, 'stake'))).toEqual(['attendre', 'ceder', 'encaisser']);
		expect(names(ordered(decisions, 'play'))).toEqual(['attendre', 'encaisser', 'ceder']);
	});

	it('of equal stakes, put what cost more before what came first', () => {
		const [a, b] = decisionsOf(goodDebrief());
		if (!a || !b) throw new Error('no decisions');
		const even = { ...a, step: 0, stake: 5, regret: 0 };
		const dear = { ...b, step: 1, stake: 5, regret: 2 };
		expect(ordered([even, dear], 'stake')).toEqual([dear, even]);
	});
});

describe('what was left aside', () => {
	it('never holds the move that was made, and has the best first', () => {
		const [first] = decisionsOf(badDebrief());
		if (!first) throw new Error('no decisions');
		expect(names(leftAside(first))).toEqual(['?carnet', '?lea', '?orga', 'appeler', 'ecrire']);
	});
});

describe('what is worth replaying', () => {
	it('is where another move was worth more, the dearest first', () => {
		const found = worthReplaying(badDebrief()).map(({ move, instead }) => [
			move.move,
			instead.move,
		]);
		expect(found).toEqual([
			['attendre', '?carnet'],
			['ceder', 'sortir'],
			['encaisser', 'nommer-vague'],
		]);
	});

	it('is nothing after a faultless play, and never a discussion', () => {
		expect(worthReplaying(goodDebrief())).toEqual([]);
		const discussed = cappedDebrief();
		discussed.moves.forEach((move) => (move.scored = false));
		expect(worthReplaying(discussed)).toEqual([]);
	});
});
