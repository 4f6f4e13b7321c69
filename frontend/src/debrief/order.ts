import type { Alternative, Debrief, DebriefMove } from './wire';

export type Order = 'stake' | 'play';

/** The choices that were made, without the looks. */
export function decisionsOf(debrief: Debrief): DebriefMove[] {
	return debrief.moves.filter((move) => move.kind === 'decision');
}

export function looksOf(debrief: Debrief): DebriefMove[] {
	return debrief.moves.filter((move) => move.kind === 'look');
}

/** In order of play, or the highest stake first; of equal stakes, what cost more, then what came first. */
export function ordered(moves: readonly DebriefMove[], order: Order): DebriefMove[] {
	return [...moves].sort((a, b) =>
		order === 'play'
			? a.step - b.step
			: b.stake - a.stake || b.regret - a.regret || a.step - b.step,
	);
}

/** The moves that were left aside, the most valuable first. */
export function leftAside(move: DebriefMove): Alternative[] {
	return move.alternatives
		.filter((other) => other.move !== move.move)
		.sort((a, b) => a.regret - b.regret);
}

/** The moves where another one would have been worth more, the dearest first, with the best of what was left aside. */
export function worthReplaying(debrief: Debrief): { move: DebriefMove; instead: Alternative }[] {
	return debrief.moves
		.filter((move) => move.scored && move.regret > 1e-9)
		.sort((a, b) => b.regret - a.regret || a.step - b.step)
		.flatMap((move) =>
			leftAside(move)
				.slice(0, 1)
				.map((instead) => ({ move, instead })),
		);
}
