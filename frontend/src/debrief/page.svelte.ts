import { getDebrief, Problem, Unreachable } from '../api/client';
import type { Debrief } from './wire';

/** Where reading a debrief stands. */
export type Standing =
	| { is: 'loading' }
	| { is: 'ready'; debrief: Debrief }
	/** The case is still being played. */
	| { is: 'early' }
	/** There is no such attempt of theirs. */
	| { is: 'missing' }
	/** Nobody is logged in any more. */
	| { is: 'signed-out' }
	| { is: 'away' }
	| { is: 'refused'; detail: string };

/** Reads one attempt's debrief, for the debrief and for the what-if. */
export class Reading {
	standing = $state.raw<Standing>({ is: 'loading' });
	readonly #attempt: string;

	constructor(attempt: string) {
		this.#attempt = attempt;
	}

	async read(): Promise<void> {
		this.standing = { is: 'loading' };
		try {
			this.standing = { is: 'ready', debrief: await getDebrief(this.#attempt) };
		} catch (error) {
			this.standing = failed(error);
		}
	}
}

function failed(error: unknown): Standing {
	if (error instanceof Unreachable) return { is: 'away' };
	if (!(error instanceof Problem)) throw error;
	if (error.status === 409) return { is: 'early' };
	if (error.status === 401) return { is: 'signed-out' };
	if (error.status === 404) return { is: 'missing' };
	return { is: 'refused', detail: error.detail };
}
