import { importPeople, type ImportReport } from '../api/cohorts';
import { Acting } from './acting.svelte';

/** A list of people on its way into a cohort: seen first, then kept as a whole. */
export class Importing {
	readonly acting = new Acting();
	report = $state.raw<ImportReport>();
	#id: string;
	#file: Blob | undefined;

	constructor(id: string) {
		this.#id = id;
	}

	/** Reads a file, and keeps nothing. */
	async look(file: Blob): Promise<void> {
		this.report = undefined;
		// The bytes as they are now: a spreadsheet may save over the file while it is looked at.
		const bytes = new Blob([await file.arrayBuffer()]);
		this.#file = bytes;
		await this.acting.run(async () => {
			this.report = await importPeople(this.#id, bytes, true);
		});
	}

	/** Enrols everybody in the file that was looked at, or nobody. */
	async keep(): Promise<void> {
		const file = this.#file;
		if (!file) return;
		await this.acting.run(async () => {
			this.report = await importPeople(this.#id, file, false);
		});
	}
}
