/** Does something a little later, and once, however often it is asked for meanwhile. */
export class Wait {
	readonly #ms: number;
	readonly #act: () => unknown;
	#timer: ReturnType<typeof setTimeout> | undefined;

	constructor(ms: number, act: () => unknown) {
		this.#ms = ms;
		this.#act = act;
	}

	get pending(): boolean {
		return this.#timer !== undefined;
	}

	/** Within the delay. Asking again does not put it off: who types without pause is kept too. */
	soon(): void {
		this.#timer ??= setTimeout(() => this.now(), this.#ms);
	}

	now(): void {
		this.cancel();
		void this.#act();
	}

	cancel(): void {
		clearTimeout(this.#timer);
		this.#timer = undefined;
	}
}
