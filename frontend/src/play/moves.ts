import { makeDecision, takeLook, timeOut, type Attempt } from '../api/client';
import type { KeptMove } from './kept';

/** Sends a move. Sent again with the same key, it is answered as the first time. */
export async function post(
	id: string,
	{ kind, move, step, key, rationale, confidence }: KeptMove,
): Promise<Attempt> {
	switch (kind) {
		case 'look':
			return takeLook(id, move, step, key);
		case 'decision':
			return makeDecision(id, { choice: move, step, rationale, confidence }, key);
		case 'timeout':
			return timeOut(id, step);
	}
}

/** A key of one's own. Not crypto.randomUUID: that one is missing on a plain http address. */
export function newKey(): string {
	return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
		byte.toString(16).padStart(2, '0'),
	).join('');
}
