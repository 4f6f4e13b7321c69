import { pathOf, routeOf, type Route } from '../routes';

/** Where the person is, on the browser's own history. */
class Router {
	route = $state.raw<Route>(routeOf(location.pathname));
	/** How the person came here: by a link, or by the browser's back and forward. */
	arrived = $state.raw<'link' | 'history'>('history');

	/** Listens to links and to the browser's history; answers how to stop. */
	listen(): () => void {
		const onpopstate = () => {
			this.arrived = 'history';
			this.route = routeOf(location.pathname);
		};
		const onclick = (event: MouseEvent) => {
			const address = innerAddress(event);
			if (address === undefined) return;
			event.preventDefault();
			this.visit(address);
		};
		addEventListener('popstate', onpopstate);
		document.addEventListener('click', onclick);
		return () => {
			removeEventListener('popstate', onpopstate);
			document.removeEventListener('click', onclick);
		};
	}

	go(route: Route): void {
		this.visit(pathOf(route));
	}

	/** Goes to an address of ours, with its query if it has one. */
	visit(address: string): void {
		const [path = '/'] = address.split('?');
		if (address !== location.pathname + location.search) history.pushState(null, '', address);
		this.arrived = 'link';
		this.route = routeOf(path);
	}
}

export const router = new Router();

/** The address of a plain click on a link of ours; all other clicks are the browser's. */
function innerAddress(event: MouseEvent): string | undefined {
	if (event.defaultPrevented || event.button !== 0) return undefined;
	if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return undefined;
	const link = event.target instanceof Element ? event.target.closest('a') : null;
	if (!link?.href || link.target || link.hasAttribute('download')) return undefined;
	const url = new URL(link.href);
	const within = url.origin === location.origin && url.hash === '';
	return within && !url.pathname.startsWith('/api/') ? url.pathname + url.search : undefined;
}
