import type { Progressing, SentDraft } from '../api/cases';
import { Problem, Unreachable } from '../api/client';
import { t } from './cases.words';

/** As the server takes it. */
const most = 20 * 1024 * 1024;

/** A zip on its way to the server. */
export class Sending {
	/** How much has been sent, in percent; nothing when none is on its way. */
	percent = $state<number>();
	/** Why the last one was not taken. */
	refusal = $state<string>();
	readonly #send: (zip: Blob, onprogress: Progressing) => Promise<SentDraft>;
	readonly #ontaken: (sent: SentDraft) => void;

	/** @param ontaken told of each zip that the server has kept */
	constructor(
		send: (zip: Blob, onprogress: Progressing) => Promise<SentDraft>,
		ontaken: (sent: SentDraft) => void,
	) {
		this.#send = send;
		this.#ontaken = ontaken;
	}

	async send(zip: Blob | undefined): Promise<void> {
		if (!zip || this.percent !== undefined) return;
		this.refusal = zip.size > most ? t.tooLarge : undefined;
		if (this.refusal) return;
		this.percent = 0;
		try {
			const sent = await this.#send(zip, (part) => (this.percent = Math.floor(part * 100)));
			this.#ontaken(sent);
		} catch (err) {
			if (err instanceof Unreachable) this.refusal = t.away;
			else if (err instanceof Problem) this.refusal = err.detail;
			else throw err;
		} finally {
			this.percent = undefined;
		}
	}

	/** Takes what was dropped. A folder cannot be sent as it is: that is said, with what to do. */
	async drop(what: DataTransfer | null): Promise<void> {
		const first = [...(what?.items ?? [])].find(({ kind }) => kind === 'file');
		if (first?.webkitGetAsEntry?.()?.isDirectory) this.refusal = t.folder;
		else await this.send(what?.files[0]);
	}
}
