import type { Account } from '../api/client';
import type { Role } from './me.svelte';
import { t } from './nav.words';

/** A part of the program that has a place in the bar. */
export interface Section {
	id: 'home' | 'cohorts' | 'cases' | 'people' | 'account';
	label: string;
	path: string;
}

const staff: Role[] = ['trainer', 'manager', 'admin'];

/** Where somebody may go, in the order of the bar. Guests, and whoever is not known, have no bar. */
export function sectionsOf(who: Account | undefined): Section[] {
	if (!who || who.kind === 'guest') return [];
	const all: [Section, Role[]][] = [
		[{ id: 'home', label: t.home, path: '/' }, ['trainee', ...staff]],
		[{ id: 'cohorts', label: t.cohorts, path: '/cohorts' }, staff],
		[{ id: 'cases', label: t.cases, path: '/cases' }, ['trainer', 'admin']],
		[{ id: 'people', label: t.people, path: '/people' }, ['admin']],
		[{ id: 'account', label: t.account, path: '/account' }, ['trainee', ...staff]],
	];
	return all.filter(([, roles]) => roles.includes(who.role)).map(([section]) => section);
}

/** Whether a section holds the page at a path. */
export function holds(section: Section, path: string): boolean {
	return section.path === '/'
		? path === '/'
		: path === section.path || path.startsWith(`${section.path}/`);
}
