import { Player } from './parts/player';
import { expect, test } from './parts/test';
import { en, fr } from './parts/words';

test('the interface and the case are read each in its own language', async ({ page, wire }) => {
	const player = new Player(page);
	const html = page.locator('html');
	await player.open(await wire.begin('client-toxique'));
	await expect(html).toHaveAttribute('lang', 'fr');

	await page.getByRole('button', { name: 'Read in English' }).click();
	await expect(html).toHaveAttribute('lang', 'en');
	await expect(player.form.getByRole('button', { name: en.decide })).toBeVisible();
	await expect(player.title).toHaveText('22 h 47');
	await expect(player.title).toHaveAttribute('lang', 'fr');
	await expect(player.form.getByText('Lui écrire ce soir', { exact: true })).toHaveAttribute(
		'lang',
		'fr',
	);

	await page.getByRole('button', { name: en.settings }).click();
	const settings = page.getByRole('dialog', { name: en.settings });
	await settings
		.getByRole('group', { name: en.caseLanguage })
		.getByRole('radio', { name: 'English' })
		.check();
	await page.keyboard.press('Escape');
	await expect(player.title).toHaveAttribute('lang', 'en');
	await expect(player.title).not.toHaveText('22 h 47');
	await page.reload();
	await expect(html).toHaveAttribute('lang', 'en');
	await expect(player.title).toHaveAttribute('lang', 'en');
});

test('a case can be begun in the other language', async ({ page }) => {
	const player = new Player(page);
	await page.goto('/');
	await page
		.getByRole('group', { name: fr.readIn })
		.getByRole('radio', { name: 'English' })
		.check();
	const card = page.getByRole('article', { name: 'The client who shouted' });
	await card.getByRole('button', { name: fr.begin }).click();
	await expect(player.title).toHaveAttribute('lang', 'en');
	await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
	await expect(player.form.getByRole('button', { name: fr.decide })).toBeVisible();
});

test.describe('a browser set to English', () => {
	test.use({ locale: 'en-GB' });

	test('is answered in English', async ({ page }) => {
		await page.goto('/');
		await expect(page.locator('html')).toHaveAttribute('lang', 'en');
		await expect(page.getByRole('article', { name: 'The client who shouted' })).toBeVisible();
	});
});

test('French stands with its narrow spaces, and never with a plain one', async ({ page, wire }) => {
	const player = new Player(page);
	await player.open(await wire.begin('client-toxique'));
	const text = await page.locator('body').evaluate((body) => body.textContent ?? '');
	expect(text).toContain('Pourquoi\u202f?');
	expect(text.match(/\S [;!?»]|« /g) ?? []).toEqual([]);
});

test.describe('without the kept pages', () => {
	test.use({ serviceWorkers: 'block' });

	test('the theme is known before the first paint, and kept', async ({ page, trouble }) => {
		trouble.allow(/^Service Worker registration blocked by Playwright/);
		const html = page.locator('html');
		await page.goto('/');
		const theme = page.getByRole('button', { name: /^Thème/ });
		await theme.click();
		await expect(html).toHaveAttribute('data-theme', 'light');
		await theme.click();
		await expect(html).toHaveAttribute('data-theme', 'dark');

		// The app's own script is held back: what is painted without it is already dark.
		let letGo = () => {};
		const held = new Promise<void>((resolve) => (letGo = resolve));
		await page.route(/\/assets\/index-.*\.js$/, async (route) => {
			await held;
			await route.continue();
		});
		await page.reload({ waitUntil: 'commit' });
		await expect(page.locator('#app')).toBeAttached();
		await expect(html).toHaveAttribute('data-theme', 'dark');
		await expect(page.locator('#app')).toBeEmpty();
		letGo();
		await expect(page.getByRole('article').first()).toBeVisible();
		await expect(html).toHaveAttribute('data-theme', 'dark');
	});
});

test('the easy-read typeface is a setting that stays', async ({ page, wire }) => {
	const player = new Player(page);
	await player.open(await wire.begin('client-toxique'));
	await page.getByRole('button', { name: fr.settings }).click();
	await page.getByRole('radio', { name: 'Lecture facilitée' }).check();
	await page.keyboard.press('Escape');
	await page.reload();
	const scene = player.main.getByText('Je n’y arrive plus.');
	await expect(scene).toHaveCSS('font-family', /Atkinson/);
	await expect
		.poll(() =>
			page.evaluate(() => document.fonts.check('16px "Atkinson Hyperlegible Next Variable"')),
		)
		.toBe(true);
});
