import { expect, type Locator, type Page } from '@playwright/test';
import { fr, type Words } from './words';

/** Somebody at the player: what they see, and what they do with a pointer. */
export class Player {
	readonly page: Page;
	readonly words: Words;
	readonly main: Locator;
	readonly title: Locator;
	/** The choices, the reason, the confidence, and the button that seals them. */
	readonly form: Locator;
	readonly reason: Locator;
	readonly consequence: Locator;
	readonly learned: Locator;
	readonly beside: Locator;

	constructor(page: Page, words: Words = fr) {
		this.page = page;
		this.words = words;
		this.main = page.getByRole('main');
		this.title = this.main.getByRole('heading', { level: 1 });
		this.form = this.main.getByRole('form');
		this.reason = this.form.getByRole('textbox', { name: words.why, exact: true });
		this.consequence = this.main.getByRole('region', { name: words.follows });
		this.learned = this.main.getByRole('region', { name: words.learned });
		this.beside = page.getByRole('complementary', { name: words.beside });
	}

	/** From the home page to the first scene of a case. */
	async begin(title: string): Promise<void> {
		const card = this.page.getByRole('article', { name: title });
		await card.getByRole('button', { name: this.words.begin }).click();
		await this.page.waitForURL(/\/play\//);
	}

	/** Opens an attempt by its address and waits for its moment. */
	async open(attempt: { id: string; node: { title: string } }): Promise<void> {
		await this.page.goto(`/play/${attempt.id}`);
		await expect(this.title).toHaveText(spaced(attempt.node.title));
	}

	/** The attempt in view. */
	get id(): string {
		return new URL(this.page.url()).pathname.split('/')[2] ?? '';
	}

	choice(label: string): Locator {
		return this.form.getByRole('radio', { name: label, exact: true });
	}

	confidence(word: string): Locator {
		return this.form
			.getByRole('group', { name: this.words.sure })
			.getByRole('radio', { name: word, exact: true });
	}

	/** Fills a decision in, without sealing it. */
	async fill(label: string, reason: string, sure = this.words.sures[1] ?? ''): Promise<void> {
		await this.choice(label).check();
		await this.reason.fill(reason);
		await this.confidence(sure).check();
	}

	async seal(): Promise<void> {
		await this.form.getByRole('button', { name: this.words.decide, exact: true }).click();
	}

	/** Decides, and waits for what follows. */
	async decide(label: string, reason: string): Promise<void> {
		await this.fill(label, reason);
		await this.seal();
		await expect(this.consequence).toContainText(spaced(label));
		await expect(this.consequence).toBeFocused();
	}

	async look(label: string): Promise<void> {
		await this.main.getByRole('button', { name: label }).click();
		await expect(this.learned).toBeFocused();
	}

	async startClock(): Promise<void> {
		await this.main.getByRole('button', { name: this.words.startClock }).click();
		await expect(this.page.getByRole('timer')).toBeVisible();
	}

	/** Opens an exhibit from the file beside the text. */
	async exhibit(title: string): Promise<void> {
		await this.beside.getByRole('button', { name: title }).click();
		await expect(this.beside.getByRole('heading', { name: title })).toBeFocused();
	}
}

/** A text as the page may have set it: a space for any space. */
export function spaced(text: string): RegExp {
	const letters = text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
	return new RegExp(letters.replaceAll(/[\s\u00a0\u202f]+/g, String.raw`\s*`));
}
