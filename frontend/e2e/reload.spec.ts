import type { Page } from '@playwright/test';
import { Player } from './parts/player';
import { expect, test } from './parts/test';
import { fr } from './parts/words';

const label = 'Lui écrire ce soir';
const reason = 'L’écrit reste, et il m’évite de bafouiller. Je relirai demain.';

/** Ends the page as a crash does: without a last word. */
async function crash(page: Page): Promise<void> {
	const session = await page.context().newCDPSession(page);
	const crashed = page.waitForEvent('crash');
	session.send('Page.crash').catch(() => undefined);
	await crashed;
	await page.close();
}

async function expectAllThere(player: Player): Promise<void> {
	await expect(player.title).toHaveText('22 h 47');
	await expect(player.reason).toHaveValue(reason);
	await expect(player.choice(label)).toBeChecked();
	await expect(player.confidence('Certain')).toBeChecked();
}

test('a reload in the middle keeps the words, the choice, the confidence and the look', async ({
	page,
	wire,
}) => {
	const player = new Player(page);
	await player.open(await wire.begin('client-toxique'));
	await player.look('Demander à Léa ses notes de la semaine');
	await player.exhibit('Carnet de bord de Léa');
	await player.fill(label, reason, 'Certain');
	await expect(player.form.getByText(fr.kept)).toBeVisible();
	await page.reload();
	await expectAllThere(player);
	await expect(player.learned).toContainText('Des faits, pas des adjectifs.');
	await expect(player.beside.getByRole('heading', { name: 'Carnet de bord de Léa' })).toBeVisible();
});

test('a reload right after the last key keeps what was typed', async ({ page, wire }) => {
	const player = new Player(page);
	await player.open(await wire.begin('client-toxique'));
	await player.fill(label, 'De vive voix.', 'Certain');
	await page.reload();
	await expect(player.reason).toHaveValue('De vive voix.');
	await expect(player.confidence('Certain')).toBeChecked();
});

test('a reload after a consequence still shows it', async ({ page, wire }) => {
	const player = new Player(page);
	await player.open(await wire.begin('client-toxique'));
	await player.decide(label, reason);
	await page.reload();
	await expect(player.title).toHaveText('L’appel de 18 h');
	await expect(player.consequence).toContainText('furieux de la copie');
	await expect(page.getByRole('navigation', { name: fr.thread })).toContainText(label);
});

test('a page that crashes keeps what was typed', async ({ page, context, wire }) => {
	const player = new Player(page);
	const attempt = await wire.begin('client-toxique');
	await player.open(attempt);
	await player.fill(label, reason, 'Certain');
	await expect(player.form.getByText(fr.kept)).toBeVisible();
	await crash(page);
	const again = new Player(await context.newPage());
	await again.open(attempt);
	await expectAllThere(again);
});

test('a tab that is closed keeps what was typed', async ({ page, context, wire }) => {
	const player = new Player(page);
	const attempt = await wire.begin('client-toxique');
	await player.open(attempt);
	await player.fill(label, reason, 'Certain');
	await expect(player.form.getByText(fr.kept)).toBeVisible();
	await page.close();
	const again = new Player(await context.newPage());
	await again.open(attempt);
	await expectAllThere(again);
});

test('another device of the same person resumes with the same words', async ({
	page,
	wire,
	device,
}) => {
	const player = new Player(page);
	const attempt = await wire.begin('client-toxique');
	await player.open(attempt);
	await player.exhibit('Fil de discussion « lancement »');
	await player.fill(label, reason, 'Certain');
	await expect(player.form.getByText(fr.keptThere)).toBeVisible();
	const there = new Player(await device());
	await there.open(attempt);
	await expectAllThere(there);
	await expect(there.beside.getByRole('heading', { name: /^Fil de discussion/ })).toBeVisible();
});

test('leaving the player in mid-sentence and coming back finds the sentence', async ({
	page,
	wire,
}) => {
	const player = new Player(page);
	await player.open(await wire.begin('client-toxique'));
	await player.fill(label, reason, 'Certain');
	await page.getByRole('link', { name: 'Casebook, accueil' }).click();
	await page.getByRole('main').getByRole('link', { name: fr.resume }).first().click();
	await expectAllThere(player);
});

test('a debrief’s words survive a reload before they reach the server', async ({ page, wire }) => {
	const { id } = await wire.begin('client-toxique');
	await wire.move(id, 'attendre', 'encaisser', 'ceder');
	await page.goto(`/debrief/${id}`);
	const reaction = page.getByRole('textbox', { name: fr.reaction });
	await reaction.fill('Je n’ai rien vu venir.');
	await expect(page.getByRole('main').getByText(/Gardé sur cet appareil|Enregistré/)).toBeVisible();
	await page.reload();
	await expect(reaction).toHaveValue('Je n’ai rien vu venir.');
});
