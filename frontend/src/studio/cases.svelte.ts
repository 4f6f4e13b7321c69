import { listCases, retireCase, sendDraft, type Case, type CaseDraft } from '../api/cases';
import { Problem, Unreachable } from '../api/client';
import { pathTo } from '../addresses';
import { Fresh } from '../parts/fresh.svelte';
import { router } from '../parts/router.svelte';
import { t } from './cases.words';
import { leftOutOf } from './left-out';
import { Sending } from './sending.svelte';

/** What the page of cases knows and does. */
export class Cases {
	readonly list = new Fresh<{ cases: Case[]; drafts: CaseDraft[] }>(listCases);
	readonly sending = new Sending(sendDraft, ({ draft: { id }, leftOut }) => {
		leftOutOf.set(id, leftOut);
		router.visit(pathTo('case-draft', { id }));
	});
	/** The case that is being retired or offered again. */
	busy = $state<string>();
	refusal = $state<string>();

	get drafts(): CaseDraft[] {
		return this.list.value?.drafts ?? [];
	}

	get offered(): Case[] {
		return this.list.value?.cases.filter(({ retiredAt }) => !retiredAt) ?? [];
	}

	get retired(): Case[] {
		return this.list.value?.cases.filter(({ retiredAt }) => retiredAt) ?? [];
	}

	/** Takes a case out of the offer, or puts it back. */
	async retire({ id }: Case, retired: boolean): Promise<void> {
		this.busy = id;
		this.refusal = undefined;
		try {
			await retireCase(id, retired);
			await this.list.read();
		} catch (err) {
			if (err instanceof Unreachable) this.refusal = t.away;
			else if (err instanceof Problem) this.refusal = err.detail;
			else throw err;
		} finally {
			this.busy = undefined;
		}
	}
}
