/**
 * The addresses of every page but those of routes.ts. A new page has a line here and one in pages.ts.
 * The tabs of a cohort: cohort-cases, cohort-rationales, cohort-members, cohort-assignments, cohort-settings.
 */
export const addresses = {
	login: '/login',
	setup: '/setup/{token}',
	link: '/link/{token}',
	account: '/account',
	people: '/people',
	cohort: '/cohorts/{id}',
	'cohort-rationales': '/cohorts/{id}/rationales',
	person: '/cohorts/{id}/people/{account}',
	'person-debrief': '/cohorts/{id}/people/{account}/attempts/{attempt}',
	'cohort-cases': '/cohorts/{id}/cases',
	'cohort-case': '/cohorts/{id}/cases/{scenario}/{version}',
	cases: '/cases',
	'case-draft': '/cases/drafts/{id}',
	cohorts: '/cohorts',
	'cohort-new': '/cohorts/new',
	'cohort-settings': '/cohorts/{id}/settings',
	'cohort-members': '/cohorts/{id}/members',
	'cohort-assignments': '/cohorts/{id}/assignments',
	'cohort-notice': '/cohorts/{id}/notice',
	join: '/join/{code}',
	'join-code': '/join',
	rehearsal: '/cases/drafts/{id}/attempts/{attempt}',
	'my-data': '/my-data',
	'people-audit': '/people/audit',
	'cohort-retention': '/cohorts/{id}/retention',
	demo: '/demo',
} as const;

export type Place = keyof typeof addresses;

/** What may stand for each {name} of an address; for a case, what may be its id. */
export const shapes = {
	id: '[0-9a-f-]{36}',
	account: '[0-9a-f-]{36}',
	attempt: '[0-9a-f-]{36}',
	scenario: '[a-z0-9][a-z0-9_-]{0,63}',
	version: '\\d{1,6}',
	code: '[A-Za-z0-9-]{1,64}',
	token: '[\\w-]{1,256}',
};
type Named = keyof typeof shapes;

/** What an address says, always as text: `/cohorts/{id}` says an id. These are the props of its page. */
export type Said<A extends string> = A extends `${string}{${infer N extends Named}}${infer Rest}`
	? Record<N, string> & Said<Rest>
	: unknown;
export type SaidAt<P extends Place> = Said<(typeof addresses)[P]>;

/** The path of a page, for a link or for `router.visit`. */
export function pathTo<P extends Place>(
	...[place, said]: unknown extends SaidAt<P> ? [place: P] : [place: P, said: SaidAt<P>]
): string {
	const values = (said ?? {}) as Partial<Record<string, string>>;
	return addresses[place].replace(/{(\w+)}/g, (_, name: string) => values[name] ?? '');
}

/** Which page a path is of, and what its address says; undefined when there is none. */
export function placeOf(path: string): { place: Place; said: Record<string, string> } | undefined {
	for (const [place, address] of Object.entries(addresses)) {
		const pattern = address.replace(/{(\w+)}/g, (_, name: Named) => `(?<${name}>${shapes[name]})`);
		const match = new RegExp(`^${pattern}$`).exec(path);
		if (match) return { place: place as Place, said: { ...match.groups } };
	}
	return undefined;
}
