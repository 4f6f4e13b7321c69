import type { Page } from '@playwright/test';
import { expectAccessible } from './parts/accessible';
import { expectNoSideways, expectNothingCut } from './parts/layout';
import { setUp } from './parts/people';
import { Player } from './parts/player';
import { alone, expect, test } from './parts/test';
import { serverAway } from './parts/trouble';
import { fr } from './parts/words';
import { toxique } from './parts/wire';

test('home', async ({ page, wire }) => {
	await page.goto('/');
	await expect(page.getByRole('article').first()).toBeVisible();
	await expectAccessible(page, 'home, empty');
	const { id } = await wire.begin('client-toxique');
	await wire.move(id, ...toxique.repaired);
	await wire.begin('client-toxique');
	await wire.begin('client-toxique', 'en');
	await page.reload();
	await expect(page.getByRole('link', { name: fr.resume }).first()).toBeVisible();
	await expectAccessible(page, 'home, with attempts');
	await page.getByRole('button', { name: 'Abandonner' }).first().click();
	await expect(page.getByRole('dialog', { name: 'Abandonner cette partie' })).toBeVisible();
	await expectAccessible(page, 'abandon');
});

test('a page that does not exist', async ({ page }) => {
	await page.goto('/nowhere');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Cette page n’existe pas');
	await expectAccessible(page, 'not found');
});

test('the player, at a decision', async ({ page, wire }) => {
	const player = new Player(page);
	await player.open(await wire.begin('client-toxique'));
	await expectAccessible(page, 'a decision');
	await player.look('Demander à Léa ses notes de la semaine');
	await player.fill('Lui écrire ce soir', 'Une trace.');
	await expectAccessible(page, 'a look taken, a choice made');
	await player.exhibit('Carnet de bord de Léa');
	await expectAccessible(page, 'an exhibit open');
});

test('the player, after a decision', async ({ page, wire }) => {
	const player = new Player(page);
	const { id } = await wire.begin('client-toxique', 'fr', 'standard');
	await player.open(await wire.move(id, 'attendre'));
	await expectAccessible(page, 'a consequence, before the clock');
	await player.startClock();
	await expectAccessible(page, 'while the clock runs');
	await player.decide('Reprendre le dossier vous-même', 'Vite.');
	await expectAccessible(page, 'a later consequence');
	await wire.move(id, 'ceder');
	await page.reload();
	await expect(player.title).toHaveText('Une relation abîmée');
	await expectAccessible(page, 'the ending');
});

test('the exhibits of every kind', async ({ page, wire }) => {
	const player = new Player(page);
	const { id } = await wire.begin('workshop');
	const attempt = await wire.move(id, '?relire', '?compter');
	await player.open(attempt);
	for (const { title } of attempt.exhibits) {
		await player.exhibit(title);
		await expectAccessible(page, title);
		await page.keyboard.press('Escape');
	}
});

test('the dialogs', async ({ page, wire }) => {
	const player = new Player(page);
	await player.open(await wire.begin('client-toxique'));
	await page.keyboard.press('?');
	await expect(page.getByRole('dialog', { name: fr.help })).toBeVisible();
	await expectAccessible(page, 'help');
	await page.keyboard.press('Escape');
	await page.getByRole('button', { name: fr.settings }).click();
	await expect(page.getByRole('dialog', { name: fr.settings })).toBeVisible();
	await expectAccessible(page, 'settings');
	await page.keyboard.press('Escape');
	await page.keyboard.press('Control+k');
	await expect(page.getByRole('dialog', { name: fr.goTo })).toBeVisible();
	await expectAccessible(page, 'go to');
});

test.describe('on a phone', () => {
	test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

	test('the player and its sheets', async ({ page, wire }) => {
		const player = new Player(page);
		await player.open(await wire.begin('client-toxique'));
		await expectAccessible(page, 'a decision on a phone');
		const dock = page.getByRole('navigation', { name: fr.panels });
		for (const panel of [fr.exhibits, fr.cast, 'Fil']) {
			await dock.getByRole('button', { name: panel, exact: panel === 'Fil' }).tap();
			await expect(page.getByRole('dialog')).toBeVisible();
			await expectAccessible(page, `${panel}, in its sheet`);
			await page.getByRole('dialog').getByRole('button', { name: fr.close }).tap();
		}
	});
});

test('the debrief', async ({ page, wire }) => {
	const { id } = await wire.begin('client-toxique');
	await wire.move(id, ...toxique.damaged);
	await page.goto(`/debrief/${id}`);
	const main = page.getByRole('main');
	await expect(main.getByRole('heading', { level: 1 })).toBeVisible();
	await expectAccessible(page, 'before the debrief');
	await main.getByRole('textbox', { name: fr.reaction }).fill('Mal.');
	await main.getByRole('button', { name: fr.readDebrief }).click();
	await expect(main.getByRole('heading', { level: 2 })).toHaveText(fr.chapters);
	await expectAccessible(page, 'the debrief');
	for (const summary of await main.locator('summary').all()) await summary.click();
	await main.getByRole('button', { name: 'Voir en tableau' }).click();
	await main.getByRole('textbox', { name: 'Quand…' }).fill('on crie');
	await main.getByRole('textbox', { name: 'alors je…' }).fill('nomme les faits');
	await main.getByRole('button', { name: 'Enregistrer l’engagement' }).click();
	await expect(main.getByText('Engagement enregistré.')).toBeVisible();
	await expectAccessible(page, 'the debrief, all unfolded');
});

test('the what-if', async ({ page, wire }) => {
	const { id } = await wire.begin('client-toxique');
	await wire.move(id, ...toxique.damaged);
	await page.goto(`/debrief/${id}/what-if/1`);
	const main = page.getByRole('main');
	await expect(main.getByRole('radio').first()).toBeVisible();
	await expectAccessible(page, 'what if, nothing chosen');
	await main.getByRole('radio').first().check();
	await main.getByRole('button', { name: 'Rejouer avec les mêmes dés' }).click();
	await expect(main.getByRole('heading', { name: 'Les deux fins' })).toBeVisible();
	await expectAccessible(page, 'what if, both ends');
});

alone('when the server is away', async ({ page, wire, server, trouble }) => {
	trouble.allow(serverAway, /^Couldn't load preload assets/); // axe looks for style sheets too
	const player = new Player(page);
	await page.goto('/');
	await player.open(await wire.begin('client-toxique'));
	await server.stop('SIGKILL');
	await player.fill('Lui écrire ce soir', 'Une trace.');
	await player.seal();
	await expect(page.getByText(/Votre décision «\s/)).toBeVisible();
	await expectAccessible(page, 'a decision that waits');
	await page.getByRole('link', { name: 'Casebook, accueil' }).click();
	await expect(page.getByRole('main').getByRole('status')).toContainText('ne répond pas');
	await expectAccessible(page, 'home, the server away');
});

test('forced colours keep what is chosen and what has focus apart', async ({ page, wire }) => {
	await page.emulateMedia({ forcedColors: 'active' });
	const player = new Player(page);
	await player.open(await wire.begin('client-toxique'));
	await player.fill('Lui écrire ce soir', 'Une trace.');
	const [chosen, other] = await Promise.all(
		['Lui écrire ce soir', 'Laisser passer le lancement'].map((label) =>
			player.choice(label).evaluate((radio) => {
				const { outline, border } = getComputedStyle(radio.closest('label') ?? radio);
				return `${outline} ${border}`;
			}),
		),
	);
	expect(chosen).not.toBe(other);
	await player.reason.focus();
	await expect(player.reason).not.toHaveCSS('outline-style', 'none');
});

test('with reduced motion nothing moves', async ({ page, wire }) => {
	const player = new Player(page);
	await player.open(await wire.begin('client-toxique'));
	await player.decide('Lui écrire ce soir', 'Une trace.');
	const moving = () => page.evaluate(() => document.getAnimations().length);
	expect(await moving()).toBe(0);
	await page.emulateMedia({ reducedMotion: 'no-preference' });
	await page.reload();
	await expect(player.consequence).toBeVisible();
	await expect(player.consequence).not.toHaveCSS('animation-name', 'none');
	await page.getByRole('button', { name: fr.settings }).click();
	await page.getByRole('radio', { name: 'Aucun' }).check();
	await expect(player.main.locator('#consequence')).toHaveCSS('animation-name', 'none');
});

/** Opens pages one after the other, wide and narrow: each is accessible in both themes, and fits. */
async function expectEach(page: Page, addresses: string[]): Promise<void> {
	for (const address of addresses) {
		await page.goto(address);
		await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(/^(…|)$/);
		await expect(page.getByRole('main').locator('.card, form, li').first()).toBeVisible();
		for (const width of [1280, 360]) {
			await page.setViewportSize({ width, height: 740 });
			await expectNoSideways(page, address);
			await expectNothingCut(page, address);
			await expectAccessible(page, `${address}, ${width} px`);
		}
	}
}

alone('the pages of people', async ({ page, server, trouble }) => {
	alone.slow();
	trouble.allow(/status of 401/);
	await expectEach(page, ['/login']);
	await setUp(page, server);
	await expectEach(page, ['/account', '/my-data', '/people', '/people/audit', '/demo', '/cases']);
});

alone('what is changed and rated in a cohort of 24', async ({ page, server, trouble }) => {
	alone.slow();
	trouble.allow(/status of 401/);
	await setUp(page, server);
	const answer = await page.request.post('/api/v1/demo', { data: { lang: 'fr' } });
	const { cohort } = (await answer.json()) as { cohort: string };
	const views = ['members', 'assignments', 'settings', 'notice', 'retention', 'rationales'];
	await expectEach(page, ['/cohorts', ...views.map((view) => `/cohorts/${cohort}/${view}`)]);
});
