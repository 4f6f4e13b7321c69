import { Problem, Unreachable } from '../api/client';
import type { AuditEntry, AuditPage } from '../api/personal';

/** Entries of the audit trail, the last first, a page more whenever it is asked for. */
export class Entries {
	list = $state.raw<AuditEntry[]>();
	more = $state(false);
	/** Why they cannot be shown; empty otherwise. */
	refusal = $state('');
	#next: number | undefined;
	readonly #ask: (before?: number) => Promise<AuditPage>;

	constructor(ask: (before?: number) => Promise<AuditPage>) {
		this.#ask = ask;
	}

	/** Reads the first page, or the next one. */
	async read(on = false): Promise<void> {
		try {
			const page = await this.#ask(on ? this.#next : undefined);
			this.list = on ? [...(this.list ?? []), ...page.entries] : page.entries;
			this.#next = page.next;
			this.more = page.next !== undefined;
			this.refusal = '';
		} catch (err) {
			if (!(err instanceof Problem || err instanceof Unreachable)) throw err;
			this.refusal = err instanceof Problem ? err.detail : err.message;
		}
	}
}
