import { Problem } from '../api/client';
import { archiveCohort, changeCohort, getCohort, givePost, removePost } from '../api/cohorts';
import type { Cohort, Post, Terms } from '../api/cohorts';
import { Fresh } from '../parts/fresh.svelte';
import { me } from '../parts/me.svelte';
import { Acting } from './acting.svelte';

/** A cohort's settings, and what is being written over them. */
export class CohortSettings {
	readonly id: string;
	readonly fresh: Fresh<Cohort>;
	readonly saving = new Acting();
	readonly posting = new Acting();
	readonly archiving = new Acting();
	/** What is being written; what was read, until somebody writes. */
	draft = $state<Terms>({ name: '', notice: '', retentionDays: 0, revision: 0 });
	/** What somebody else has kept meanwhile. */
	rival = $state.raw<Cohort>();
	saved = $state(false);

	constructor(id: string) {
		this.id = id;
		this.fresh = new Fresh(() => getCohort(id));
	}

	async load(): Promise<void> {
		await this.fresh.read();
		if (this.fresh.value) this.#take(this.fresh.value);
	}

	/** Keeps what is written, over the revision that was seen. */
	async save(): Promise<void> {
		this.saved = false;
		this.saved = await this.saving.run(async () => {
			try {
				this.#take(await changeCohort(this.id, this.draft));
			} catch (err) {
				const now = err instanceof Problem ? err.body.cohort : undefined;
				if (!now) throw err;
				this.rival = now;
			}
		});
		this.saved &&= this.rival === undefined;
	}

	/** Drops what was written for what somebody else has kept. */
	takeTheirs(): void {
		if (this.rival) this.#take(this.rival);
	}

	/** Keeps what was written over what somebody else has kept, having seen it. */
	async keepMine(): Promise<void> {
		if (!this.rival) return;
		this.draft.revision = this.rival.revision;
		this.rival = undefined;
		await this.save();
	}

	async give(email: string, post: Post): Promise<boolean> {
		return this.posting.run(async () => this.#led(await givePost(this.id, email, post)));
	}

	/** Takes somebody's post away. Answers whether the cohort can still be seen. */
	async remove(account: string): Promise<boolean> {
		let sees = true;
		await this.posting.run(async () => {
			const after = await removePost(this.id, account);
			sees = after.leads.length > 0;
			if (sees) this.#led(after);
			else void this.#forget();
		});
		return sees;
	}

	async archive(archived: boolean): Promise<void> {
		await this.archiving.run(async () => {
			const { revision } = this.fresh.value ?? this.draft;
			this.#take(await archiveCohort(this.id, revision, archived));
		});
	}

	#take(cohort: Cohort): void {
		this.fresh.standing = { is: 'ready', value: cohort };
		const { name, notice, retentionDays, revision } = cohort;
		this.draft = { name, notice, retentionDays, revision };
		this.rival = undefined;
	}

	/** Posts are not part of what is written: that stays as it is. */
	#led(cohort: Cohort): void {
		this.fresh.standing = { is: 'ready', value: cohort };
		void this.#forget();
	}

	/** What they are to cohorts may have changed. */
	async #forget(): Promise<void> {
		me.left();
		await me.read();
	}
}
