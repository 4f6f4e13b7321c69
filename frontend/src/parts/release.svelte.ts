/// <reference types="vite-plugin-pwa/vanillajs" />

/** Whether a newer version of the program has been fetched and waits for leave to take over. */
class Release {
	waiting = $state(false);
	#take: (reload?: boolean) => Promise<void> = () => Promise.resolve();

	/** Registers the service worker that keeps the pages for when the server is away. */
	async watch(): Promise<void> {
		if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
		const { registerSW } = await import('virtual:pwa-register');
		this.#take = registerSW({ onNeedRefresh: () => (this.waiting = true) });
	}

	/** Reloads into the new version. Whatever is being typed is kept: drafts outlive the page. */
	async take(): Promise<void> {
		this.waiting = false;
		await this.#take(true);
	}

	putOff(): void {
		this.waiting = false;
	}
}

export const release = new Release();
