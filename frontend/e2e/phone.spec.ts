import { expectNoSideways, expectTargets } from './parts/layout';
import { Player } from './parts/player';
import { expect, test } from './parts/test';
import { fr } from './parts/words';

test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

test('a whole case on a phone, by touch', async ({ page }) => {
	const player = new Player(page);
	const { main, form, title, consequence } = player;
	const dock = page.getByRole('navigation', { name: fr.panels });
	const sheet = page.getByRole('dialog');

	await page.goto('/');
	const card = page.getByRole('article', { name: 'Le client qui criait' });
	await expectTargets(page, 'home');
	await card.getByRole('button', { name: fr.begin }).tap();
	await expect(title).toHaveText('22 h 47');
	await expectNoSideways(page, 'a decision');

	await test.step('the dock opens the file, an exhibit, the characters, the thread', async () => {
		await dock.getByRole('button', { name: fr.exhibits }).tap();
		await sheet.getByRole('button', { name: /^Fil de discussion/ }).tap();
		await expect(sheet.getByText('On dirait un exposé de collège.')).toBeVisible();
		await expectTargets(sheet, 'an exhibit in its sheet');
		await expectNoSideways(page, 'an exhibit in its sheet');
		await sheet.getByRole('button', { name: 'Toutes les pièces' }).tap();
		await expectTargets(sheet, 'the file in its sheet');
		await sheet.getByRole('button', { name: fr.close }).tap();
		await expect(sheet).toHaveCount(0);
		await dock.getByRole('button', { name: fr.cast }).tap();
		await expect(sheet).toContainText('Directeur marketing de Nexalia');
		await sheet.getByRole('button', { name: fr.close }).tap();
		await dock.getByRole('button', { name: 'Fil', exact: true }).tap();
		await expect(sheet).toContainText('22 h 47');
		await sheet.getByRole('button', { name: fr.close }).tap();
	});

	await test.step('a look, then a decision', async () => {
		await main.getByRole('button', { name: /^Demander à Léa/ }).tap();
		await expect(player.learned).toContainText('Des faits, pas des adjectifs.');
		await dock.getByRole('button', { name: fr.decide }).tap();
		await expect(form.getByRole('radio').first()).toBeInViewport();
		await form.getByText('Lui parler demain, seul à seul', { exact: true }).tap();
		await expect(player.choice('Lui parler demain, seul à seul')).toBeChecked();
		await player.reason.fill('De vive voix.');
		await form.getByText('Plutôt sûr').tap();
		await expectTargets(page, 'a decision');
		await form.getByRole('button', { name: fr.decide }).tap();
		await expect(consequence).toContainText('Marc accepte');
		await expect(consequence).toBeInViewport();
	});

	await test.step('a timed decision', async () => {
		await expectTargets(page, 'a timed decision');
		await main.getByRole('button', { name: fr.startClock }).tap();
		await expect(page.getByRole('timer')).toBeInViewport();
		await form.getByText('Nommer les faits, l’effet, la limite', { exact: true }).tap();
		await form.getByRole('button', { name: fr.decide }).tap();
		await expect(consequence).toContainText('Vous entendez Marc respirer.');
		await expectNoSideways(page, 'a consequence');
	});

	await test.step('chance answers one way or the other; both lead to an ending', async () => {
		const apology = (await title.innerText()).includes('désolé');
		const last = apology ? 'Convenir de règles de travail' : 'Organiser la fin de mission';
		await form.getByText(last, { exact: true }).tap();
		await form.getByRole('button', { name: fr.decide }).tap();
		await expect(title).toHaveText(apology ? 'Une relation réparée' : 'Une fin propre');
		await expect(dock.getByRole('button', { name: fr.decide })).toHaveCount(0);
	});

	await test.step('the debrief', async () => {
		await main.getByRole('link', { name: fr.readDebrief }).tap();
		await main.getByRole('button', { name: 'Passer cette question' }).tap();
		await expect(main.getByRole('heading', { level: 2 })).toHaveText(fr.chapters);
		await expectNoSideways(page, 'the debrief');
		await expectTargets(page, 'the debrief');
	});
});

test('what is at the bottom can be scrolled clear of the dock', async ({ page, wire }) => {
	const player = new Player(page);
	await player.open(await wire.begin('client-toxique'));
	const decide = player.form.getByRole('button', { name: fr.decide });
	await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
	const dock = await page.getByRole('navigation', { name: fr.panels }).boundingBox();
	const box = await decide.boundingBox();
	expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(dock?.y ?? 0);
});

test('what has focus is never under the dock', async ({ page, wire }) => {
	const player = new Player(page);
	await player.open(await wire.begin('client-toxique'));
	const dock = page.getByRole('navigation', { name: fr.panels });
	const buttons = await dock.getByRole('button').all();
	for (let stops = 0; stops < 16; stops++) {
		await page.keyboard.press('Tab');
		const focused = page.locator(':focus');
		const own = await Promise.all(buttons.map((button) => focused.and(button).count()));
		if (own.some((count) => count > 0)) return;
		const top = (await dock.boundingBox())?.y ?? 0;
		const box = await focused.boundingBox();
		expect(box?.y ?? 0, await focused.evaluate((element) => element.outerHTML)).toBeLessThan(top);
	}
});
