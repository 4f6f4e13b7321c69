import type { CohortProgress, ProgressRow, Standing, StandingState } from '../api/report';
import { matching } from '../parts/matching';
import type { HeatCell } from '../parts/charts/heat';

/** Where a person is as a whole, each in one of four. */
export type Whole = 'halted' | 'none' | 'under' | 'done';

/** What a trainer wants to look at; empty is everything. */
export interface Filters {
	assignment: string;
	state: string;
	competency: string;
	search: string;
	help: boolean;
}

const haltedStates = new Set<StandingState>(['stuck', 'missed', 'given_up']);

/** Stopped somewhere comes first: it is what a trainer can do something about. */
export function wholeOf({ standings }: ProgressRow): Whole {
	const states = standings.map(({ state }) => state);
	if (states.some((state) => haltedStates.has(state))) return 'halted';
	if (states.every((state) => state === 'not_begun')) return 'none';
	return states.every((state) => state === 'finished') ? 'done' : 'under';
}

/** What a standing shows on the map: a score where there is one, otherwise how far they are. */
export function cellOf({ score, state }: Standing): HeatCell {
	if (score !== undefined && state === 'finished') return { score };
	return { mark: state };
}

/** The name to show for a person: their address where they have given none. */
export function nameOf(person: { name: string; email: string }): string {
	return person.name || person.email;
}

/** The people that answer to all filters, in their order. */
export function peopleOf({ people, assignments }: CohortProgress, by: Filters): ProgressRow[] {
	const column = assignments.findIndex(({ id }) => id === by.assignment);
	const found = people.filter(({ standings, help }) => {
		if (by.help && help.length === 0) return false;
		const looked = column < 0 ? standings : standings.slice(column, column + 1);
		return !by.state || looked.some(({ state }) => state === by.state);
	});
	return matching(
		found.map((person) => ({ person, label: `${person.name} ${person.email}` })),
		by.search,
	).map(({ person }) => person);
}

/** A list with only the column asked for, or whole when none is. */
export function onlyColumn<T>(list: T[], ids: { id: string }[], id: string): T[] {
	const column = ids.findIndex((one) => one.id === id);
	return column < 0 ? list : list.slice(column, column + 1);
}
