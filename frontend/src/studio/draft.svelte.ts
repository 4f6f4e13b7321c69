import {
	discardDraft,
	examineDraft,
	publishDraft,
	rehearseDraft,
	sendDraftAgain,
	type DraftReport,
} from '../api/cases';
import { pathTo } from '../addresses';
import { Problem, Unreachable } from '../api/client';
import { Fresh } from '../parts/fresh.svelte';
import type { Lang } from '../parts/i18n.svelte';
import { router } from '../parts/router.svelte';
import { settings } from '../parts/settings.svelte';
import { t } from './draft.words';
import { leftOutOf } from './left-out';
import { Sending } from './sending.svelte';

/** How soon it is asked again whether a check has come to its end. */
const soon = 2000;

/** What the page of a draft knows and does. */
export class DraftDesk {
	readonly id: string;
	readonly report = new Fresh<DraftReport>(async () => this.#examined());
	readonly sending: Sending;
	/** The check takes long. */
	slow = $state(false);
	busy = $state(false);
	refusal = $state<string>();
	/** What has come of publishing. */
	outcome = $state.raw<{ scenario: string; version: number; added: boolean }>();
	/** Files of the last zip that were not kept. */
	leftOut = $state.raw<string[]>([]);
	#left = false;

	constructor(id: string) {
		this.id = id;
		this.leftOut = leftOutOf.get(id) ?? [];
		leftOutOf.delete(id);
		this.sending = new Sending(
			async (zip, onprogress) =>
				sendDraftAgain(id, this.report.value?.draft.revision ?? 0, zip, onprogress),
			({ leftOut }) => {
				this.leftOut = leftOut;
				this.refusal = this.outcome = undefined;
				void this.report.read();
			},
		);
	}

	/** Plays it as a trainee would. */
	async rehearse(lang: Lang): Promise<void> {
		await this.#do(async () => {
			const attempt = await rehearseDraft(this.id, lang, settings.timing);
			router.visit(pathTo('rehearsal', { id: this.id, attempt: attempt.id }));
		});
	}

	async publish(report: DraftReport): Promise<void> {
		const { draft, publication } = report;
		await this.#do(async () => {
			this.outcome = await publishDraft(this.id, draft.revision, publication.version);
		});
		if (this.refusal) await this.report.read();
	}

	async discard(): Promise<void> {
		await this.#do(async () => {
			await discardDraft(this.id);
			router.visit(pathTo('cases'));
		});
	}

	leave(): void {
		this.#left = true;
	}

	/** Asks for the report until the check has come to its end. */
	async #examined(): Promise<DraftReport> {
		for (;;) {
			try {
				const report = await examineDraft(this.id);
				this.slow = false;
				return report;
			} catch (err) {
				if (!(err instanceof Problem) || err.code !== 'still_examining' || this.#left) throw err;
				this.slow = true;
				await new Promise((resolve) => setTimeout(resolve, soon));
			}
		}
	}

	async #do(what: () => Promise<void>): Promise<void> {
		if (this.busy) return;
		this.busy = true;
		this.refusal = undefined;
		try {
			await what();
		} catch (err) {
			if (err instanceof Unreachable) this.refusal = t.away;
			else if (err instanceof Problem) this.refusal = err.detail;
			else throw err;
		} finally {
			this.busy = false;
		}
	}
}
