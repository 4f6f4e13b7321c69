import { Problem, Unreachable } from '../api/client';
import { t } from './acting.words';

/** Something that somebody asks for on a page: whether it is under way, and why it was refused. */
export class Acting {
	busy = $state(false);
	refusal = $state<string>();
	/** What is wrong with a field, by its name. */
	fields = $state.raw<Record<string, string>>({});

	/** Does something, once at a time; what the server refuses is shown. Answers whether it was done. */
	async run(act: () => Promise<void>): Promise<boolean> {
		if (this.busy) return false;
		this.busy = true;
		this.refusal = undefined;
		this.fields = {};
		try {
			await act();
			return true;
		} catch (err) {
			this.#refused(err);
			return false;
		} finally {
			this.busy = false;
		}
	}

	#refused(err: unknown): void {
		if (err instanceof Unreachable) this.refusal = t.away;
		else if (err instanceof Problem) {
			this.fields = Object.fromEntries((err.body.fields ?? []).map((f) => [f.field, f.detail]));
			this.refusal = err.detail;
		} else throw err;
	}
}
