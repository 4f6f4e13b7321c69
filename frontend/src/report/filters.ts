import { query } from '../parts/query.svelte';
import type { Filters } from './standing';

/** What the address asks to be shown of a cohort. */
export function filtersAsked(): Filters {
	return {
		assignment: query.get('case'),
		state: query.get('state'),
		competency: query.get('competency'),
		search: query.get('search'),
		help: query.get('help') === '1',
	};
}

/** The same as the server is asked for it; what is not filtered is left out. */
export function filtersSent({ help, ...others }: Filters): Record<string, string> {
	const said = Object.entries(others).filter(([, value]) => value !== '');
	return { ...Object.fromEntries(said), ...(help && { help: 'true' }) };
}
