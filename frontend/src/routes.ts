import type { Component } from 'svelte';

/**
 * Every address a person can be at. Playing and reading over are known at once; all that lies elsewhere, and whether it
 * exists, is known to pages.ts, which a player never downloads. A new page has its line there.
 */
export type Route =
	| { name: 'home' }
	| { name: 'play'; id: string }
	| { name: 'debrief'; id: string }
	| { name: 'what-if'; id: string; step: number }
	| { name: 'elsewhere'; path: string };

/** A page's code, loaded, with what it is to show. */
export interface Page {
	view: Component<Record<string, unknown>>;
	props: Record<string, unknown>;
}

const id = '([0-9a-f-]{36})';
const patterns: [RegExp, (part: string[]) => Route][] = [
	[/^\/$/, () => ({ name: 'home' })],
	[new RegExp(`^/play/${id}$`), ([id = '']) => ({ name: 'play', id })],
	[new RegExp(`^/debrief/${id}$`), ([id = '']) => ({ name: 'debrief', id })],
	[
		new RegExp(`^/debrief/${id}/what-if/(\\d{1,6})$`),
		([id = '', step]) => ({ name: 'what-if', id, step: Number(step) }),
	],
];

/** The route of a path. */
export function routeOf(path: string): Route {
	const trimmed = path.length > 1 ? path.replace(/\/+$/, '') || '/' : path;
	for (const [pattern, route] of patterns) {
		const match = pattern.exec(trimmed);
		if (match) return route(match.slice(1));
	}
	return { name: 'elsewhere', path: trimmed };
}

/** The path of a route, for a link. */
export function pathOf(route: Route): string {
	switch (route.name) {
		case 'home':
			return '/';
		case 'play':
			return `/play/${route.id}`;
		case 'debrief':
			return `/debrief/${route.id}`;
		case 'what-if':
			return `/debrief/${route.id}/what-if/${route.step}`;
		case 'elsewhere':
			return route.path;
	}
}

/** Loads the code of a route's page, and nothing of the others'. */
export async function pageOf(route: Route): Promise<Page> {
	switch (route.name) {
		case 'home':
			return page((await import('./home/Home.svelte')).default, {});
		case 'play':
			return page((await import('./play/Player.svelte')).default, { id: route.id });
		case 'debrief':
			return page((await import('./debrief/Debrief.svelte')).default, { id: route.id });
		case 'what-if':
			return page((await import('./debrief/WhatIf.svelte')).default, {
				id: route.id,
				step: route.step,
			});
		case 'elsewhere':
			return (await import('./pages')).pageAt(route.path);
	}
}

/** Checks a page's props against its component, then forgets their type: the router shows all pages alike. */
function page<P extends Record<string, unknown>>(view: Component<P>, props: P): Page {
	return { view: view as unknown as Page['view'], props };
}
