import type { Page } from '@playwright/test';
import { Player } from './parts/player';
import { alone as test, expect } from './parts/test';
import { serverAway } from './parts/trouble';
import { fr } from './parts/words';

const label = 'Lui parler demain, seul à seul';

test.beforeEach(({ trouble }) => trouble.allow(serverAway));

/** Waits until the pages are kept for when the server is away. */
async function keptPages(page: Page): Promise<void> {
	await page.evaluate(async () => {
		const { active } = await navigator.serviceWorker.ready;
		if (active?.state === 'activated') return;
		await new Promise((done) => active?.addEventListener('statechange', done, { once: true }));
	});
}

for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
	test(`stopped by ${signal}: the words stay, the decision is sent once when it is back`, async ({
		page,
		wire,
		server,
	}) => {
		const player = new Player(page);
		const { id, ...attempt } = await wire.begin('client-toxique');
		await player.open({ id, ...attempt });
		await player.fill(label, 'De vive voix');
		await expect(player.form.getByText(fr.keptThere)).toBeVisible();

		await server.stop(signal);
		await player.reason.pressSequentially(', puis par écrit.');
		await expect(page.getByText(fr.away)).toBeVisible();
		await expect(player.reason).toHaveValue('De vive voix, puis par écrit.');
		await player.seal();
		await expect(page.getByText(/Votre décision «\sLui parler.*une seule fois\./)).toBeVisible();
		await expect(player.choice(label)).toBeDisabled();

		await server.start();
		await page.getByRole('button', { name: fr.retry }).click();
		await expect(player.consequence).toContainText('Marc accepte');
		await expect(page.getByText(fr.away)).toBeHidden();
		const { thread, step } = await wire.attempt(id);
		expect(thread.map(({ move }) => move)).toEqual(['appeler']);
		await wire.move(id, 'encaisser', 'ceder');
		const { moves } = await wire.debrief(id);
		expect(step).toBe(1);
		expect(moves[0]?.rationale).toBe('De vive voix, puis par écrit.');
	});
}

test('a decision made while the server is away leaves by itself when it is back', async ({
	page,
	wire,
	server,
}) => {
	const player = new Player(page);
	const { id, ...attempt } = await wire.begin('client-toxique');
	await player.open({ id, ...attempt });
	await server.stop('SIGKILL');
	await player.fill(label, 'De vive voix.');
	await player.seal();
	await expect(page.getByText(/Votre décision «\sLui parler/)).toBeVisible();
	await server.start();
	await expect(player.consequence).toContainText('Marc accepte');
	await expect(player.consequence).toBeFocused();
	expect((await wire.attempt(id)).thread).toHaveLength(1);
});

test('an answer that is lost on the way does not make a second decision', async ({
	page,
	wire,
}) => {
	const player = new Player(page);
	const { id, ...attempt } = await wire.begin('client-toxique');
	await player.open({ id, ...attempt });
	const keys: (string | undefined)[] = [];
	await page.route('**/decisions', async (route) => {
		keys.push(route.request().headers()['idempotency-key']);
		if (keys.length > 1) return route.continue();
		await route.fetch();
		await route.abort();
	});
	await player.fill(label, 'De vive voix.');
	await player.seal();
	await expect(player.consequence).toContainText('Marc accepte');
	expect(keys).toHaveLength(2);
	expect(keys[0]).toBe(keys[1]);
	expect((await wire.attempt(id)).thread).toHaveLength(1);
});

test('a reload while the server is stopped keeps the page, the words and the waiting decision', async ({
	page,
	wire,
	server,
}) => {
	const player = new Player(page);
	const { id, ...attempt } = await wire.begin('client-toxique');
	await player.open({ id, ...attempt });
	await player.exhibit('Fil de discussion « lancement »');
	await keptPages(page);
	await server.stop('SIGTERM');
	await player.fill(label, 'Sans réseau, mais pas sans raison.', 'Certain');
	await expect(page.getByText(fr.away)).toBeVisible();

	await page.reload();
	await expect(page.getByText(fr.away)).toBeVisible();
	await expect(player.title).toHaveText('22 h 47');
	await expect(player.reason).toHaveValue('Sans réseau, mais pas sans raison.');
	await expect(player.choice(label)).toBeChecked();
	await expect(player.confidence('Certain')).toBeChecked();
	await expect(player.beside.getByText('On dirait un exposé de collège.')).toBeVisible();

	await player.seal();
	await expect(page.getByText(/Votre décision «\sLui parler/)).toBeVisible();
	await page.reload();
	await expect(page.getByText(/Votre décision «\sLui parler/)).toBeVisible();

	await server.start();
	await page.evaluate(() => dispatchEvent(new Event('online'))); // or it has left by itself already
	await expect(player.consequence).toContainText('Marc accepte');
	expect((await wire.attempt(id)).thread.map(({ move }) => move)).toEqual(['appeler']);
});

test('home and debrief say plainly that the server is away, and come back', async ({
	page,
	wire,
	server,
}) => {
	const { id } = await wire.begin('client-toxique');
	await page.goto('/');
	await expect(page.getByRole('link', { name: fr.resume })).toBeVisible();
	await keptPages(page);
	await server.stop('SIGTERM');

	await page.reload();
	const status = page.getByRole('main').getByRole('status');
	await expect(status).toContainText('Le serveur ne répond pas.');
	await expect(page.getByRole('link', { name: fr.resume })).toBeVisible();
	await expect(
		page
			.getByRole('article', { name: 'Le client qui criait' })
			.getByRole('button', { name: /jouer|Commencer/ }),
	).toBeDisabled();
	await page.goto(`/debrief/${id}`);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Le serveur ne répond pas');

	await server.start();
	await page.goto('/');
	await expect(page.getByRole('link', { name: fr.resume })).toBeVisible();
	await expect(status).toHaveCount(0);
});

test('an attempt never opened on this device says that it waits for the server', async ({
	page,
	server,
}) => {
	await page.goto('/');
	await keptPages(page);
	await server.stop('SIGKILL');
	await page.goto('/play/0192aaaa-bbbb-7ccc-8ddd-eeeeffff0000');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Le serveur ne répond pas');
	await expect(page.getByRole('button', { name: 'Réessayer' })).toBeVisible();
});

test('what is written in the debrief while the server is away reaches it later', async ({
	page,
	wire,
	server,
}) => {
	const { id } = await wire.begin('client-toxique');
	await wire.move(id, 'attendre', 'encaisser', 'ceder');
	await wire.react(id, 'Mal.');
	await page.goto(`/debrief/${id}`);
	const principle = page.getByRole('textbox', { name: /^Et vous, qu’en gardez-vous/ });
	await expect(principle).toBeVisible();
	await keptPages(page);
	await server.stop('SIGKILL');
	await principle.fill('Ne plus laisser passer.');
	await expect(
		page.getByText('Le serveur ne répond pas. Gardé sur cet appareil').first(),
	).toBeVisible();
	await server.start();
	await page.reload();
	await expect(principle).toHaveValue('Ne plus laisser passer.');
	await expect
		.poll(async () => (await wire.debrief(id)).reflection.principle)
		.toBe('Ne plus laisser passer.');
});
