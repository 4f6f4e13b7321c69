import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { router } from './router.svelte';

const id = '0198f3a2-6c1e-7a44-9d2b-3f5a7c9e1b02';
let stop: () => void;

beforeEach(() => {
	stop = router.listen();
	router.go({ name: 'home' });
});

afterEach(() => {
	stop();
	document.body.innerHTML = '';
});

function click(html: string, init: MouseEventInit = {}): MouseEvent {
	document.body.innerHTML = html;
	const event = new MouseEvent('click', { bubbles: true, cancelable: true, ...init });
	// The browser would leave the test's page: whatever the router left alone stops here.
	addEventListener('click', (late) => late.preventDefault(), { once: true });
	document.querySelector('a')?.dispatchEvent(event);
	return event;
}

describe('a click on a link', () => {
	it('of ours changes the route and the address', () => {
		click(`<a href="/play/${id}">Jouer</a>`);
		expect(router.route).toEqual({ name: 'play', id });
		expect(location.pathname).toBe(`/play/${id}`);
	});

	it.each([
		['to elsewhere', '<a href="https://example.org/">Ailleurs</a>', {}],
		['to a place on the page', '<a href="#main">Contenu</a>', {}],
		['to a file of the API', `<a href="/api/v1/attempts/${id}/media/a.png">Image</a>`, {}],
		['for another tab', `<a href="/play/${id}">Jouer</a>`, { ctrlKey: true }],
		['with a target', `<a href="/play/${id}" target="_blank">Jouer</a>`, {}],
	])('%s is the browser’s', (_, html, init) => {
		click(html, init);
		expect(router.route).toEqual({ name: 'home' });
	});
});

it('follows back and forward', () => {
	router.go({ name: 'debrief', id });
	history.replaceState(null, '', '/');
	dispatchEvent(new PopStateEvent('popstate'));
	expect(router.route).toEqual({ name: 'home' });
	expect(router.arrived).toBe('history');
});
