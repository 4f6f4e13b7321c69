import { pageSize, type Asked } from '../api/cohorts';
import { Fresh } from '../parts/fresh.svelte';

/** A list that is read a page at a time, and searched. */
export class Paged<T> {
	search = $state('');
	past = $state(false);
	offset = $state(0);
	readonly fresh: Fresh<T>;
	#typing: ReturnType<typeof setTimeout> | undefined;

	constructor(ask: (asked: Asked) => Promise<T>) {
		this.fresh = new Fresh(() =>
			ask({ search: this.search.trim(), past: this.past, offset: this.offset }),
		);
	}

	/** Keeps it fresh until the answer is called; a search that still waits is then given up. For an `$effect`. */
	keep(): () => void {
		const stop = this.fresh.keep();
		return () => {
			clearTimeout(this.#typing);
			stop();
		};
	}

	/** Searches once nothing has been typed for a moment. */
	seek(text: string): void {
		this.search = text;
		this.offset = 0;
		clearTimeout(this.#typing);
		this.#typing = setTimeout(() => void this.fresh.read(), 250);
	}

	show(past: boolean): void {
		this.past = past;
		this.offset = 0;
		void this.fresh.read();
	}

	turn(pages: 1 | -1): void {
		this.offset = Math.max(0, this.offset + pages * pageSize);
		void this.fresh.read();
	}
}
