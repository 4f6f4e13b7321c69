import { describe, expect, it } from 'vitest';
import { pathOf, routeOf, type Route } from './routes';

const id = '0198f3a2-6c1e-7a44-9d2b-3f5a7c9e1b02';
const routes: [string, Route][] = [
	['/', { name: 'home' }],
	[`/play/${id}`, { name: 'play', id }],
	[`/debrief/${id}`, { name: 'debrief', id }],
	[`/debrief/${id}/what-if/2`, { name: 'what-if', id, step: 2 }],
	['/play/42', { name: 'elsewhere', path: '/play/42' }],
];

describe('a route', () => {
	it.each(routes)('%s is read and written back', (path, route) => {
		expect(routeOf(path)).toEqual(route);
		expect(pathOf(route)).toBe(path);
	});

	it('forgives a trailing slash', () => {
		expect(routeOf(`/play/${id}/`)).toEqual({ name: 'play', id });
	});
});
