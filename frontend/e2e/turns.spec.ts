import type { Page } from '@playwright/test';
import { expectAccessible } from './parts/accessible';
import { expectNoSideways, expectNothingCut, expectTargets } from './parts/layout';
import { comeIn, invite, logIn, setUp } from './parts/people';
import { Player } from './parts/player';
import { expect, shared as test } from './parts/test';
import { serverAway } from './parts/trouble';
import { Wire } from './parts/wire';
import { fr } from './parts/words';

const label = 'Lui parler demain, seul à seul';
const text = 'De vive voix, avec des faits.';
const asked = 'Ce que vous avez écrit n’est pas parti';

test.beforeEach(({ trouble }) => trouble.allow(serverAway, /status of (401|404|409)/));

/** Zoé, at a decision of hers, in a browser of her own; Ada has invited her. */
async function zoeAtPlay(page: Page, zoe: Page) {
	await comeIn(zoe, await invite(page, 'Zoé Martin', 'zoe@example.org'));
	const wire = new Wire(zoe.request);
	const attempt = await wire.begin('client-toxique');
	const player = new Player(zoe);
	await player.open(attempt);
	return { player, wire, attempt };
}

/** What is being written stays in the browser, as without a network. */
const holdBack = (page: Page) => page.route('**/draft', (route) => route.abort());

/** Writes a reason at a decision, which stays in the browser. */
async function writesAway(page: Page): Promise<void> {
	await holdBack(page);
	await new Player(page).fill(label, text);
	await expect(page.getByText(fr.away)).toBeVisible();
}

/** Logs Zoé in at another browser, where the server tells what it has of hers. */
async function expectTextOn(page: Page, attempt: Parameters<Player['open']>[0]): Promise<void> {
	await logIn(page, 'zoe@example.org');
	const player = new Player(page);
	await player.open(attempt);
	await expect(player.reason).toHaveValue(text);
}

const logOut = async (page: Page) => {
	await page.goto('/account');
	await page.getByRole('button', { name: 'Se déconnecter' }).click();
};
const keptOf = (page: Page, attempt: string) =>
	page.evaluate(async (id) => {
		const db = await new Promise<IDBDatabase>((resolve, reject) => {
			const asked = indexedDB.open('casebook');
			asked.onsuccess = () => resolve(asked.result);
			asked.onerror = () => reject(asked.error ?? new Error('IndexedDB refused'));
		});
		const asked = db.transaction('drafts').objectStore('drafts').get(id);
		const draft = await new Promise<{ rationale: string } | undefined>((resolve) => {
			asked.onsuccess = () => resolve(asked.result as { rationale: string } | undefined);
		});
		db.close();
		return draft?.rationale;
	}, attempt);

test('whoever logs out sends what waits, and is asked before anything is lost', async ({
	page,
	server,
	another,
}) => {
	await setUp(page, server);
	const zoe = await another();
	const { attempt } = await zoeAtPlay(page, zoe);
	await writesAway(zoe);

	await logOut(zoe);
	const dialog = zoe.getByRole('dialog', { name: asked });
	await expect(dialog).toContainText('Le serveur ne répond pas');
	await expect(dialog.getByText(text)).toBeVisible();
	await expectAccessible(zoe, 'logging out, asked');
	await dialog.getByRole('button', { name: 'Rester' }).click();
	await expect(zoe.getByRole('button', { name: 'Se déconnecter' })).toBeFocused();

	await zoe.unroute('**/draft');
	await zoe.getByRole('button', { name: 'Se déconnecter' }).click();
	await expect(zoe).toHaveURL(/\/login/);
	expect(await keptOf(zoe, attempt.id)).toBeUndefined();
	await expectTextOn(await another(), attempt);
});

test('whoever chooses to leave without it leaves nothing behind', async ({
	page,
	server,
	another,
}) => {
	await setUp(page, server);
	const zoe = await another();
	const { attempt } = await zoeAtPlay(page, zoe);
	await writesAway(zoe);
	await logOut(zoe);
	await zoe.getByRole('button', { name: 'Se déconnecter et l’effacer' }).click();
	await expect(zoe).toHaveURL(/\/login/);
	expect(await keptOf(zoe, attempt.id)).toBeUndefined();
});

test('a login that ends while one writes keeps the words, and gives them back to their writer alone', async ({
	page,
	server,
	another,
}) => {
	await setUp(page, server);
	const zoe = await another();
	const { player, wire, attempt } = await zoeAtPlay(page, zoe);
	await comeIn(await another(), await invite(page, 'Tom Petit', 'tom@example.org'));
	await player.fill(label, 'De');
	await expect(player.form.getByText(fr.keptThere)).toBeVisible();

	// An admin ends all logins of hers; she goes on writing.
	await page.goto('/people');
	await page.getByRole('button', { name: 'Gérer : Zoé Martin' }).click();
	await page.getByRole('button', { name: 'Terminer ses connexions' }).click();
	await expect(page.getByRole('dialog').getByRole('status')).not.toBeEmpty();
	await player.reason.fill(text);
	await expect(player.title).toHaveText('Connectez-vous pour continuer');
	await expect(zoe.getByText(text)).toBeVisible();
	await expectAccessible(zoe, 'an attempt whose login has ended');

	// Somebody else comes to this browser first.
	await logIn(zoe, 'tom@example.org');
	await expect(zoe.getByRole('link', { name: fr.resume })).toHaveCount(0);
	await zoe.goto(`/play/${attempt.id}`);
	await expect(player.title).toHaveText('Cette partie est introuvable');
	await expect(zoe.getByText(text)).toHaveCount(0);
	await logOut(zoe);
	await expect(zoe).toHaveURL(/\/login/);

	// Then she is back, by the page that she wanted.
	await zoe.goto(`/play/${attempt.id}`);
	await zoe.getByRole('link', { name: 'Se connecter' }).click();
	await zoe.getByLabel('Adresse e-mail').fill('zoe@example.org');
	await zoe.getByLabel('Mot de passe', { exact: true }).fill('quatre mots sans rapport');
	await zoe.getByRole('button', { name: 'Se connecter' }).click();
	await expect(player.reason).toHaveValue(text);
	await expect.poll(async () => (await wire.attempt(attempt.id)).draft?.rationale).toBe(text);
});

test('a decision that met the end of a login is made once its player is back', async ({
	page,
	server,
	another,
}) => {
	await setUp(page, server);
	const zoe = await another();
	const { player, wire, attempt } = await zoeAtPlay(page, zoe);
	await player.fill(label, text);
	await expect(player.form.getByText(fr.keptThere)).toBeVisible();
	await zoe.context().clearCookies();
	await player.seal();
	await expect(player.title).toHaveText('Connectez-vous pour continuer');
	await logIn(zoe, 'zoe@example.org');
	await zoe.goto(`/play/${attempt.id}`);
	await expect(player.consequence).toContainText('Marc accepte');
	expect((await wire.attempt(attempt.id)).thread.map(({ move }) => move)).toEqual(['appeler']);
});

test('a page left open in another tab is not left in view for the next person', async ({
	page,
	server,
	another,
}) => {
	await setUp(page, server);
	const zoe = await another();
	const { player, attempt } = await zoeAtPlay(page, zoe);
	await player.fill(label, text);
	const tab = await zoe.context().newPage();
	await logOut(tab);
	await expect(tab).toHaveURL(/\/login/);
	await expect(player.title).toHaveText('Connectez-vous pour continuer');
	await expect(zoe.getByText(text)).toHaveCount(0);
	await logIn(tab, 'zoe@example.org');
	await player.open(attempt);
	await expect(player.reason).toHaveValue(text);
});

test('a guest who logs in keeps what they were writing', async ({ page, server, another }) => {
	await setUp(page, server);
	await comeIn(await another(), await invite(page, 'Zoé Martin', 'zoe@example.org'));
	const guest = await another();
	const attempt = await new Wire(guest.request).begin('client-toxique');
	const player = new Player(guest);
	await player.open(attempt);
	await writesAway(guest);
	await logIn(guest, 'zoe@example.org');
	await guest.unroute('**/draft');
	await player.open(attempt);
	await expect(player.reason).toHaveValue(text);
	await expect(player.form.getByText(fr.keptThere)).toBeVisible();
	await expectTextOn(await another(), attempt);
});

test('words of a debrief whose login has ended wait for their writer', async ({
	page,
	server,
	another,
}) => {
	await setUp(page, server);
	const zoe = await another();
	await comeIn(zoe, await invite(page, 'Zoé Martin', 'zoe@example.org'));
	const wire = new Wire(zoe.request);
	const { id } = await wire.begin('client-toxique');
	await wire.move(id, 'attendre', 'encaisser', 'ceder');
	await wire.react(id, 'Mal.');
	await zoe.goto(`/debrief/${id}`);
	const principle = zoe.getByRole('textbox', { name: /^Et vous, qu’en gardez-vous/ });
	await expect(principle).toBeVisible();
	await zoe.context().clearCookies();
	await principle.fill('Ne plus laisser passer.');
	await zoe.getByRole('link', { name: 'Se connecter' }).first().click();
	await zoe.getByLabel('Adresse e-mail').fill('zoe@example.org');
	await zoe.getByLabel('Mot de passe', { exact: true }).fill('quatre mots sans rapport');
	await zoe.getByRole('button', { name: 'Se connecter' }).click();
	await expect(principle).toHaveValue('Ne plus laisser passer.');
	await expect
		.poll(async () => (await wire.debrief(id)).reflection.principle)
		.toBe('Ne plus laisser passer.');
});

test.describe('on a phone', () => {
	test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

	test('the question before leaving fits', async ({ page, server }) => {
		await setUp(page, server);
		const attempt = await new Wire(page.request).begin('client-toxique');
		const player = new Player(page);
		await player.open(attempt);
		await writesAway(page);
		await logOut(page);
		await expect(page.getByRole('dialog', { name: asked })).toBeVisible();
		await expectNoSideways(page, 'logging out, asked');
		await expectNothingCut(page, 'logging out, asked');
		await expectTargets(page, 'logging out, asked');
	});
});
