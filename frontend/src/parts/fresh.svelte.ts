import { Problem, Unreachable } from '../api/client';

/** Where reading something from the server stands. */
export type Standing<T> =
	| { is: 'loading' }
	| { is: 'ready'; value: T }
	/** There is no such thing, or it is not theirs. */
	| { is: 'missing' }
	/** They are not logged in. */
	| { is: 'signed-out' }
	| { is: 'away' }
	| { is: 'refused'; detail: string };

const every = 15_000;

/**
 * Something read from the server and kept fresh: read again when the page comes back into view, and every 15 seconds
 * while it is looked at. What has been read once stays in view while the server is away.
 */
export class Fresh<T> {
	standing = $state.raw<Standing<T>>({ is: 'loading' });
	/** When it was last read, in milliseconds since 1970. */
	at = $state<number>();
	/** What is shown is older than it should be: the server did not answer the last time. */
	stale = $state(false);
	readonly #ask: () => Promise<T>;
	#asked = 0;

	constructor(ask: () => Promise<T>) {
		this.#ask = ask;
	}

	get value(): T | undefined {
		return this.standing.is === 'ready' ? this.standing.value : undefined;
	}

	/** Reads it, anew or for the first time. */
	async read(): Promise<void> {
		const asked = ++this.#asked;
		try {
			const value = await this.#ask();
			if (asked !== this.#asked) return; // a later answer was faster
			this.standing = { is: 'ready', value };
			this.at = Date.now();
			this.stale = false;
		} catch (err) {
			if (asked === this.#asked) this.#failed(err);
		}
	}

	/** Keeps it fresh until the answer is called. For an `$effect`. */
	keep(): () => void {
		const look = () => {
			if (document.visibilityState === 'visible') void this.read();
		};
		void this.read();
		const timer = setInterval(look, every);
		document.addEventListener('visibilitychange', look);
		return () => {
			clearInterval(timer);
			document.removeEventListener('visibilitychange', look);
			this.#asked++;
		};
	}

	#failed(err: unknown): void {
		if (err instanceof Unreachable && this.standing.is === 'ready') this.stale = true;
		else this.standing = unread(err);
	}
}

/** Where something stands that could not be read. What is no answer of the server's is thrown on. */
export function unread(err: unknown): Standing<never> {
	if (err instanceof Unreachable) return { is: 'away' };
	if (!(err instanceof Problem)) throw err;
	if (err.status === 404) return { is: 'missing' };
	if (err.status === 401) return { is: 'signed-out' };
	return { is: 'refused', detail: err.detail };
}
