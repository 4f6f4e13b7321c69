/** A component whose code is fetched apart from the page's, so that the first scene is on screen sooner. */
export class Lazy<View> {
	view = $state.raw<View>();
	readonly #fetch: () => Promise<{ default: View }>;

	constructor(fetch: () => Promise<{ default: View }>) {
		this.#fetch = fetch;
	}

	/** Fetches it once. Without a network it stays away, and the next call tries again. */
	async load(): Promise<void> {
		if (this.view) return;
		try {
			this.view = (await this.#fetch()).default;
		} catch {
			this.view = undefined;
		}
	}
}
