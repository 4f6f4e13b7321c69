import { pathTo } from '../addresses';
import { Problem, Unreachable } from '../api/client';
import { beginAssigned, listMyAssignments, type MyAssignment } from '../api/cohorts';
import type { Lang } from '../parts/i18n.svelte';
import { router } from '../parts/router.svelte';
import { settings } from '../parts/settings.svelte';
import { t } from './assigned.words';

/** What one's cohorts have given one to do. */
export class Assigned {
	list = $state.raw<MyAssignment[]>([]);
	/** The assignment that is being opened. */
	beginning = $state<string>();
	refusal = $state<string>();

	/** What remains to be done, then what was done or missed. */
	readonly toDo = $derived(this.list.filter(({ state }) => !over.has(state)));
	readonly past = $derived(this.list.filter(({ state }) => over.has(state)));

	/** Where the server cannot tell, nothing is shown: the page says itself that it is away. */
	async load(lang: Lang): Promise<void> {
		try {
			this.list = await listMyAssignments(lang);
		} catch (err) {
			if (!(err instanceof Problem || err instanceof Unreachable)) throw err;
		}
	}

	/** Begins what is assigned and goes to it; to the cohort's notice first, when it has not been read. */
	async begin({ id, cohort, langs }: MyAssignment, reading: Lang): Promise<void> {
		if (this.beginning !== undefined) return;
		const lang = langs.includes(reading) ? reading : (langs[0] ?? reading);
		this.beginning = id;
		this.refusal = undefined;
		try {
			const attempt = await beginAssigned(id, lang, settings.timing);
			router.go({ name: 'play', id: attempt.id });
		} catch (err) {
			if (err instanceof Problem && err.code === 'notice_unread') {
				router.visit(`${pathTo('cohort-notice', { id: cohort })}?assignment=${id}&lang=${lang}`);
			} else {
				this.refusal = err instanceof Problem ? err.detail : t.away;
				await this.load(reading);
			}
		} finally {
			this.beginning = undefined;
		}
	}
}

const over = new Set<MyAssignment['state']>(['done', 'missed']);
