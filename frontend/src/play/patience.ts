/** Tries again while the server is away: soon at first, then less often, and at once when the network is back. */
export class Patience {
	readonly #retry: () => Promise<unknown>;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#tries = 0;

	constructor(retry: () => Promise<unknown>) {
		this.#retry = retry;
		addEventListener('online', this.#now);
	}

	/** To be called at each failure. */
	wait(): void {
		clearTimeout(this.#timer);
		const seconds = Math.min(15, 1.5 * 2 ** this.#tries);
		this.#tries += 1;
		this.#timer = setTimeout(this.#now, seconds * 1000);
	}

	/** To be called when the server has answered. */
	rest(): void {
		clearTimeout(this.#timer);
		this.#timer = undefined;
		this.#tries = 0;
	}

	close(): void {
		clearTimeout(this.#timer);
		removeEventListener('online', this.#now);
	}

	readonly #now = () => {
		if (this.#timer === undefined) return;
		this.#timer = undefined;
		void this.#retry();
	};
}
