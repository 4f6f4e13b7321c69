import { router } from './router.svelte';

/** What the address asks of the page in view, after its question mark: filters that survive a reload and a shared link. */
class Query {
	#changes = $state(0);

	/** What is asked by a name; empty when nothing is. Reading it follows the address. */
	get(name: string): string {
		void router.route;
		void this.#changes;
		return new URLSearchParams(location.search).get(name) ?? '';
	}

	/**
	 * Asks something else. Each change can be gone back from, except what is being typed: that replaces the address.
	 */
	set(asked: Record<string, string>, typing = false): void {
		// eslint-disable-next-line svelte/prefer-svelte-reactivity -- it lives no longer than this change
		const search = new URLSearchParams(location.search);
		for (const [name, value] of Object.entries(asked)) {
			if (value) search.set(name, value);
			else search.delete(name);
		}
		const text = search.toString();
		const address = location.pathname + (text && `?${text}`);
		if (address === location.pathname + location.search) return;
		if (typing) history.replaceState(null, '', address);
		else history.pushState(null, '', address);
		this.#changes++;
	}
}

export const query = new Query();
