import { Problem } from '../api/client';
import { save } from '../parts/save';

/** The name in a Content-Disposition, plain or encoded. */
export function nameIn(disposition: string | null, otherwise: string): string {
	const encoded = /filename\*=utf-8''([^;]+)/i.exec(disposition ?? '')?.[1];
	if (encoded) return decodeURIComponent(encoded);
	return /filename="?([^";]+)"?/i.exec(disposition ?? '')?.[1] ?? otherwise;
}

/** A file that is being fetched: how far it is, and what came of it. */
export class Download {
	/** What is being fetched, as whoever asked calls it; empty when nothing is. */
	current = $state('');
	/** From 0 to 1, or undefined while nobody knows. */
	part = $state<number>();
	bytes = $state(0);
	/** The last file that was saved. */
	saved = $state('');
	refusal = $state('');

	private controller?: AbortController;

	/** Fetches what `ask` answers and saves it. Nothing is saved of a file that does not come whole. */
	async fetch(
		what: string,
		ask: (signal: AbortSignal) => Promise<Response>,
		keep: typeof save = save,
	): Promise<void> {
		if (this.current) return;
		const controller = new AbortController();
		this.controller = controller;
		this.current = what;
		this.part = undefined;
		this.bytes = 0;
		this.saved = '';
		this.refusal = '';
		try {
			const answer = await ask(controller.signal);
			const name = nameIn(answer.headers.get('Content-Disposition'), what);
			keep(await this.read(answer), name);
			this.saved = name;
		} catch (err) {
			if (controller.signal.aborted) return;
			this.refusal = err instanceof Problem ? err.detail : 'broken';
		} finally {
			this.current = '';
		}
	}

	cancel(): void {
		this.controller?.abort();
	}

	/** Reads a body as it comes. Its length is told in lines where it is made while it is sent, else in bytes. */
	private async read(answer: Response): Promise<Blob> {
		const lines = Number(answer.headers.get('Casebook-Lines'));
		const length = Number(answer.headers.get('Content-Length'));
		const type = answer.headers.get('Content-Type') ?? '';
		const pieces: Uint8Array<ArrayBuffer>[] = [];
		let seen = 0;
		if (!answer.body) return answer.blob();
		const reader = answer.body.getReader();
		for (;;) {
			const { done, value } = await reader.read();
			if (done) break;
			pieces.push(value);
			this.bytes += value.length;
			if (lines > 0) {
				for (const byte of value) if (byte === 10) seen++;
				this.part = Math.min(1, seen / lines);
			} else if (length > 0) {
				this.part = Math.min(1, this.bytes / length);
			}
		}
		return new Blob(pieces, { type });
	}
}
