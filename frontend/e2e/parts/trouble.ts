import { expect, type BrowserContext } from '@playwright/test';

/** What the browser says when the server is away. A test that stops the server expects it. */
export const serverAway = /net::ERR_(CONNECTION_REFUSED|CONNECTION_RESET|EMPTY_RESPONSE|FAILED)/;

/** How the browser notes a refusal. It does so even where the page answers it well. */
export function refusal(status: number, path: RegExp): RegExp {
	return new RegExp(`status of ${status} .* at \\S+${path.source}$`);
}

/** Everything that must never happen on a page: errors, breaches of the policy, a word to another host. */
export class Trouble {
	readonly #seen: string[] = [];
	/** A decision may overtake the draft of its own words: nothing is lost, and the page says nothing. */
	readonly #allowed = [refusal(409, /\/draft/)];
	readonly #origin: string;

	constructor(url: string) {
		this.#origin = new URL(url).origin;
	}

	async watch(context: BrowserContext): Promise<void> {
		await context.addInitScript(() => {
			document.addEventListener('securitypolicyviolation', (breach) => {
				console.error(`policy: ${breach.violatedDirective} ${breach.blockedURI}`);
			});
		});
		context.on('console', (message) => {
			if (message.type() !== 'error' && message.type() !== 'warning') return;
			this.#seen.push(`${message.text()} at ${message.location().url}`);
		});
		context.on('weberror', (error) => this.#seen.push(`thrown: ${error.error().message}`));
		context.on('request', (request) => {
			const url = new URL(request.url());
			const elsewhere = /^(http|ws)/.test(url.protocol) && url.origin !== this.#origin;
			if (elsewhere) this.#seen.push(`asked elsewhere: ${url.href}`);
		});
	}

	/** Says that a trouble is part of the test. */
	allow(...patterns: RegExp[]): void {
		this.#allowed.push(...patterns);
	}

	expectNone(): void {
		const found = this.#seen.filter((line) => !this.#allowed.some((pattern) => pattern.test(line)));
		expect(found, 'nothing went wrong behind the page').toEqual([]);
	}
}
