import type { Attempt } from '../api/client';
import type { Place } from '../parts/desk.svelte';
import type { Panel } from './panel';
import { t } from './words';

/** How the player takes somebody to a place. */
interface Ways {
	focus: (...selectors: string[]) => unknown;
	show: (exhibit: string) => unknown;
	panel: (panel: Panel) => unknown;
}

/** The places of an attempt that one can go to: the moment, the choices, each exhibit. */
export function placesOf(attempt: Attempt, { focus, show, panel }: Ways): Place[] {
	const group = attempt.title;
	const here: Place[] = [
		{ id: 'moment', label: attempt.node.title, group, go: () => focus('main h1') },
		{ id: 'cast', label: t.cast, group, go: () => panel('cast') },
		{ id: 'thread', label: t.thread, group, go: () => panel('thread') },
	];
	if (attempt.node.kind === 'decision') {
		here.push(
			{ id: 'choices', label: t.decide, group, go: () => focus('#choice-0', '#decision') },
			{ id: 'rationale', label: t.why, group, go: () => focus('#rationale') },
		);
	}
	const exhibits = attempt.exhibits.map(({ id, title }) => ({
		id: `exhibit-${id}`,
		label: title,
		group: t.dossier,
		go: () => show(id),
	}));
	return [...here, ...exhibits];
}
