import type { Component } from 'svelte';
import { placeOf, type Place, type SaidAt } from './addresses';
import type { Page } from './routes';

type View<P extends Place> = Component<SaidAt<P> & Record<never, string>>;

/** The code of each page of addresses.ts; what its address says are its props. */
const views: { [P in Place]: () => Promise<{ default: View<P> }> } = {
	cases: () => import('./studio/Cases.svelte'),
	'case-draft': () => import('./studio/Draft.svelte'),
	rehearsal: () => import('./studio/Rehearsal.svelte'),
	login: () => import('./account/Login.svelte'),
	setup: () => import('./account/Link.svelte'),
	link: () => import('./account/Link.svelte'),
	account: () => import('./account/Account.svelte'),
	people: () => import('./account/People.svelte'),
	cohort: () => import('./report/Progress.svelte'),
	'cohort-rationales': () => import('./rate/Rationales.svelte'),
	person: () => import('./report/Person.svelte'),
	'person-debrief': () => import('./report/PersonDebrief.svelte'),
	'cohort-cases': () => import('./report/Cases.svelte'),
	'cohort-case': () => import('./report/Case.svelte'),
	cohorts: () => import('./cohort/Cohorts.svelte'),
	'cohort-new': () => import('./cohort/NewCohort.svelte'),
	'cohort-settings': () => import('./cohort/Settings.svelte'),
	'cohort-members': () => import('./cohort/Members.svelte'),
	'cohort-assignments': () => import('./cohort/Assignments.svelte'),
	'cohort-notice': () => import('./cohort/NoticePage.svelte'),
	join: () => import('./cohort/Join.svelte'),
	'join-code': () => import('./cohort/JoinCode.svelte'),
	'my-data': () => import('./personal/MyData.svelte'),
	'people-audit': () => import('./personal/Audit.svelte'),
	'cohort-retention': () => import('./personal/RetentionPage.svelte'),
	demo: () => import('./personal/DemoPage.svelte'),
};

/** Loads the page at a path; where there is none, the one that says so. */
export async function pageAt(path: string): Promise<Page> {
	const found = placeOf(path);
	const { default: view } = found
		? await views[found.place]()
		: await import('./home/NotFound.svelte');
	return { view: view as unknown as Page['view'], props: found?.said ?? { path } };
}
