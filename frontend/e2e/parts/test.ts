import { test as base, type Page } from '@playwright/test';
import { Server, shouted } from './server';
import { Trouble } from './trouble';
import { Wire } from './wire';

interface House {
	/** Fails the test when anything goes wrong behind the page. */
	trouble: Trouble;
	/** The same person, past the page: to prepare what a test does not play, and to read the record. */
	wire: Wire;
	/** Another browser of the same person. */
	device: () => Promise<Page>;
}

export const test = base.extend<House>({
	trouble: [
		async ({ context, baseURL }, use) => {
			const trouble = new Trouble(baseURL ?? '');
			await trouble.watch(context);
			await use(trouble);
			trouble.expectNone();
		},
		{ auto: true },
	],
	wire: async ({ context }, use) => use(new Wire(context.request)),
	device: async ({ browser, context, contextOptions, baseURL, locale, trouble }, use) => {
		const others: Page[] = [];
		await use(async () => {
			const storageState = { cookies: await context.cookies(), origins: [] };
			const other = await browser.newContext({ ...contextOptions, baseURL, locale, storageState });
			await trouble.watch(other);
			const page = await other.newPage();
			others.push(page);
			return page;
		});
		for (const page of others) await page.context().close();
	},
});

/** Tests that have a server to themselves. */
export const alone = test.extend<{ scenarios: string[]; server: Server }>({
	scenarios: [[shouted], { option: true }],
	server: async ({ scenarios }, use) => {
		const server = new Server(scenarios);
		await server.start();
		await use(server);
		await server.remove();
	},
	baseURL: async ({ server }, use) => use(server.url),
});

/** Tests of several people on a server of their own. */
export const shared = alone.extend<{ another: () => Promise<Page> }>({
	/** A browser of somebody else. */
	another: async ({ browser, contextOptions, server, locale, trouble }, use) => {
		const opened: Page[] = [];
		await use(async () => {
			const context = await browser.newContext({ ...contextOptions, baseURL: server.url, locale });
			await trouble.watch(context);
			const page = await context.newPage();
			opened.push(page);
			return page;
		});
		for (const page of opened) await page.context().close();
	},
});

export { expect } from '@playwright/test';
