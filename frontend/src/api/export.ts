import { language } from '../parts/i18n.svelte';
import { Problem } from './client';

/** What to put in a file; see the contract's exportCohort. */
export type Wanted = Record<string, string>;

/** A cohort's report as a file, as it comes; a Problem when it is refused. */
export async function exportCohort(
	id: string,
	wanted: Wanted,
	signal: AbortSignal,
): Promise<Response> {
	const query = new URLSearchParams({
		lang: language.current,
		zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
		...wanted,
	});
	const answer = await fetch(`/api/v1/cohorts/${encodeURIComponent(id)}/export?${query}`, {
		signal,
		headers: { 'Accept-Language': language.current },
	});
	if (answer.ok) return answer;
	throw new Problem(answer.status, (await answer.json().catch(() => ({}))) as object);
}
