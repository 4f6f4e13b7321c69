import { Problem } from '../api/client';
import { beginAssigned, getNotice, readNotice, type Notice } from '../api/cohorts';
import { Fresh } from '../parts/fresh.svelte';
import type { Lang } from '../parts/i18n.svelte';
import { router } from '../parts/router.svelte';
import { settings } from '../parts/settings.svelte';
import { Acting } from './acting.svelte';

/** A cohort's notice, and what it stands before. */
export class Reading {
	readonly id: string;
	readonly fresh: Fresh<Notice>;
	readonly acting = new Acting();
	/** It has changed while it was being read. */
	reread = $state(false);

	constructor(id: string) {
		this.id = id;
		this.fresh = new Fresh(() => getNotice(id));
	}

	/** Notes that it is read, and begins what waited for it; goes home otherwise. */
	async confirm(assignment: string, lang: Lang): Promise<void> {
		const notice = this.fresh.value;
		if (!notice) return;
		await this.acting.run(async () => {
			if (!notice.read && !(await this.#noted(notice.version))) return;
			if (!assignment) return router.visit('/');
			const { id } = await beginAssigned(assignment, lang, settings.timing);
			router.go({ name: 'play', id });
		});
	}

	async #noted(version: number): Promise<boolean> {
		try {
			await readNotice(this.id, version);
			return true;
		} catch (err) {
			if (!(err instanceof Problem) || err.code !== 'notice_changed') throw err;
			await this.fresh.read();
			this.reread = true;
			return false;
		}
	}
}
