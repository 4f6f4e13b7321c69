import {
	getAttempt,
	makeDecision,
	takeLook,
	timeOut,
	type Attempt,
	type Progress,
} from '../api/client';
import type { KeptMove } from './kept';

/** Sends a move. Sent again with the same key, it is answered as the first time. */
export async function post(
	attempt: Attempt,
	{ kind, move, step, key, rationale, confidence }: KeptMove,
): Promise<Attempt> {
	const { id } = attempt;
	switch (kind) {
		case 'look':
			return advance(attempt, await takeLook(id, move, step, key));
		case 'decision':
			return advance(
				attempt,
				await makeDecision(id, { choice: move, step, rationale, confidence }, key),
			);
		case 'timeout':
			return timeOut(id, step);
	}
}

/** The attempt after a move; asked for when it is not the one that the move was made in. */
async function advance(attempt: Attempt, after: Progress): Promise<Attempt> {
	if (after.step !== attempt.step + 1) return getAttempt(attempt.id);
	const known = new Set(attempt.exhibits.map(({ id }) => id));
	return {
		...attempt,
		...after,
		exhibits: [...attempt.exhibits, ...after.exhibits.filter(({ id }) => !known.has(id))],
		cast: attempt.cast.map((who) => after.cast.find(({ id }) => id === who.id) ?? who),
		thread: [...attempt.thread, ...after.thread],
	};
}

/** A key of one's own. Not crypto.randomUUID: that one is missing on a plain http address. */
export function newKey(): string {
	return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
		byte.toString(16).padStart(2, '0'),
	).join('');
}
