import { Problem } from '../api/client';
import { t } from './form.words';

/** One form: whether it is being sent, and what the server refused about it, field by field. */
export class Form {
	busy = $state(false);
	/** What is wrong with the whole; what is wrong with a field stands beside it. */
	refusal = $state<string>();
	code = $state<string>();
	fields = $state.raw<Record<string, string>>({});

	/** Sends; answers whether it was taken. A second press while it is under way does nothing. */
	async send(act: () => Promise<void>): Promise<boolean> {
		if (this.busy) return false;
		this.busy = true;
		this.refuse(undefined);
		try {
			await act();
			return true;
		} catch (err) {
			this.refuse(err);
			return false;
		} finally {
			this.busy = false;
		}
	}

	refuse(err: unknown): void {
		this.refusal = this.code = undefined;
		this.fields = {};
		if (err === undefined) return;
		if (!(err instanceof Problem)) {
			this.refusal = t.away;
			return;
		}
		this.code = err.code;
		this.fields = Object.fromEntries(
			(err.body.fields ?? []).map(({ field, detail }) => [field, detail]),
		);
		if (Object.keys(this.fields).length === 0) this.refusal = err.detail;
	}
}
