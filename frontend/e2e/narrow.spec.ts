import type { Page } from '@playwright/test';
import { expectNoSideways, expectNothingCut, spaceOut } from './parts/layout';
import { Player } from './parts/player';
import { expect, test } from './parts/test';
import { fr } from './parts/words';
import { toxique } from './parts/wire';

test.use({ viewport: { width: 320, height: 640 } });

/** A screen as a reader with a small window and generous spacing sees it. */
async function expectFits(page: Page, screen: string): Promise<void> {
	await spaceOut(page);
	await expectNoSideways(page, screen);
	await expectNothingCut(page, screen);
}

test('home and the page that does not exist fit 320 px', async ({ page, wire }) => {
	await page.goto('/');
	await expect(page.getByRole('article').first()).toBeVisible();
	await expectFits(page, 'home, empty');
	const { id } = await wire.begin('client-toxique');
	await wire.move(id, ...toxique.repaired);
	await wire.begin('client-toxique', 'en');
	await page.reload();
	await expect(page.getByRole('link', { name: fr.resume }).first()).toBeVisible();
	await expectFits(page, 'home, with attempts');
	await page.goto('/nowhere');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Cette page n’existe pas');
	await expectFits(page, 'not found');
});

test('the player fits 320 px, from the first scene to the ending', async ({ page, wire }) => {
	const player = new Player(page);
	const { id } = await wire.begin('client-toxique', 'fr', 'standard');
	await player.open(await wire.move(id, '?carnet', '?orga'));
	await player.fill(
		'Lui écrire ce soir',
		'Un mot-qui-ne-se-coupe-pas-et-qui-est-fort-long, pour voir.',
	);
	await expectFits(page, 'a decision');
	const dock = page.getByRole('navigation', { name: fr.panels });
	for (const panel of [fr.exhibits, fr.cast, 'Fil']) {
		await dock.getByRole('button', { name: panel, exact: panel === 'Fil' }).click();
		await expectFits(page, panel);
		await page.keyboard.press('Escape');
	}
	for (const exhibit of [/^Fil de discussion/, /^Carnet de bord/, /^Qui décide/]) {
		await dock.getByRole('button', { name: fr.exhibits }).click();
		const sheet = page.getByRole('dialog');
		const list = sheet.getByRole('button', { name: 'Toutes les pièces' });
		if (await list.isVisible()) await list.click();
		await sheet.getByRole('button', { name: exhibit }).click();
		await expect(sheet.getByRole('heading', { name: exhibit })).toBeFocused();
		await expectFits(page, `exhibit ${exhibit.source}`);
		await page.keyboard.press('Escape');
	}
	await player.seal();
	await expect(player.consequence).toBeVisible();
	await expectFits(page, 'a timed decision');
	await player.startClock();
	await expectFits(page, 'a timed decision whose clock runs');
	await wire.move(id, 'ultimatum', 'couper');
	await page.reload();
	await expect(player.title).toHaveText('Une relation abîmée');
	await expectFits(page, 'the ending');
});

test('the exhibits of every kind fit 320 px', async ({ page, wire }) => {
	const player = new Player(page);
	const { id } = await wire.begin('workshop');
	const attempt = await wire.move(id, '?relire', '?compter');
	await player.open(attempt);
	const dock = page.getByRole('navigation', { name: fr.panels });
	const sheet = page.getByRole('dialog');
	await dock.getByRole('button', { name: fr.exhibits }).click();
	await sheet.getByRole('button', { name: /Invitation/ }).click();
	for (const { title } of attempt.exhibits) {
		await expect(sheet.getByRole('heading', { level: 2 }).last()).toBeFocused();
		await expectFits(page, title);
		const next = sheet.getByRole('button', { name: 'Pièce suivante' });
		if (await next.isEnabled()) await next.click();
	}
});

test('the dialogs fit 320 px', async ({ page, wire }) => {
	const player = new Player(page);
	await player.open(await wire.begin('client-toxique'));
	await page.keyboard.press('?');
	await expect(page.getByRole('dialog', { name: fr.help })).toBeVisible();
	await expectFits(page, 'help');
	await page.keyboard.press('Escape');
	await page.getByRole('button', { name: fr.settings }).click();
	await expect(page.getByRole('dialog', { name: fr.settings })).toBeVisible();
	await expectFits(page, 'settings');
	await page.keyboard.press('Escape');
	await page.keyboard.press('Control+k');
	await expect(page.getByRole('dialog', { name: fr.goTo })).toBeVisible();
	await expectFits(page, 'go to');
});

test('the debrief and the what-if fit 320 px', async ({ page, wire }) => {
	const { id } = await wire.begin('client-toxique');
	await wire.move(id, ...toxique.damaged);
	await page.goto(`/debrief/${id}`);
	const main = page.getByRole('main');
	const pass = main.getByRole('button', { name: 'Passer cette question' });
	await expect(pass).toBeVisible();
	await expectFits(page, 'before the debrief');
	await pass.click();
	await expect(main.getByRole('heading', { level: 2 }).first()).toBeVisible();
	for (const summary of await main.locator('summary').all()) await summary.click();
	await expectFits(page, 'the debrief');
	await main.getByRole('button', { name: 'Voir en tableau' }).click();
	await expectFits(page, 'the competencies as a table');
	await main
		.getByRole('button', { name: /^Rejouer ainsi/ })
		.first()
		.click();
	await expect(main.getByRole('heading', { name: 'Les deux fins' })).toBeVisible();
	await expectFits(page, 'what if');
});
