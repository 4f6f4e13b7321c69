import { Player } from './parts/player';
import { expect, test } from './parts/test';
import { refusal } from './parts/trouble';
import { fr } from './parts/words';

test('two tabs: one decides, the other is told where the attempt stands', async ({
	page,
	context,
	wire,
}) => {
	const attempt = await wire.begin('client-toxique');
	const one = new Player(page);
	const other = new Player(await context.newPage());
	await one.open(attempt);
	await other.open(attempt);
	await one.decide('Lui parler demain, seul à seul', 'De vive voix.');
	await expect(other.page.getByText(fr.moved)).toBeVisible();
	await expect(other.title).toHaveText('L’appel de 18 h');
	await other.page.getByRole('button', { name: 'Compris' }).click();
	await expect(other.page.getByText(fr.moved)).toBeHidden();
	expect((await wire.attempt(attempt.id)).thread).toHaveLength(1);
});

test('two tabs: what is typed in one is read in the other', async ({ page, context, wire }) => {
	const attempt = await wire.begin('client-toxique');
	const one = new Player(page);
	const other = new Player(await context.newPage());
	await one.open(attempt);
	await other.open(attempt);
	await one.fill('Lui écrire ce soir', 'Une trace écrite.', 'Un pari');
	await expect(other.reason).toHaveValue('Une trace écrite.');
	await expect(other.choice('Lui écrire ce soir')).toBeChecked();
	await other.reason.pressSequentially(' Et du recul.');
	await expect(one.reason).toHaveValue('Une trace écrite. Et du recul.');
});

test('a decision made elsewhere leaves the words typed here on the page', async ({
	page,
	wire,
}) => {
	const player = new Player(page);
	const { id, ...attempt } = await wire.begin('client-toxique');
	await player.open({ id, ...attempt });
	await wire.move(id, 'attendre');
	await player.reason.fill('Je comptais l’appeler.');
	await expect(page.getByText(fr.moved)).toBeVisible();
	await expect(player.title).toHaveText('L’appel de 18 h');
	await expect(player.main.getByText('Je comptais l’appeler.')).toBeVisible();
	await page.getByRole('button', { name: 'Le reprendre ici' }).click();
	await expect(player.reason).toHaveValue('Je comptais l’appeler.');
});

test('a stale decision shows where the attempt stands, and loses no word', async ({
	page,
	wire,
	trouble,
}) => {
	trouble.allow(refusal(409, /\/decisions/));
	const player = new Player(page);
	const { id, ...attempt } = await wire.begin('client-toxique');
	await player.open({ id, ...attempt });
	await player.choice('Lui écrire ce soir').check();
	await wire.move(id, 'appeler');
	await player.reason.fill('Une trace écrite.');
	await player.seal();
	await expect(page.getByText(fr.moved)).toBeVisible();
	await expect(player.title).toHaveText('L’appel de 18 h');
	await expect(player.main.getByText('Une trace écrite.')).toBeVisible();
	const { thread } = await wire.attempt(id);
	expect(thread.map(({ move }) => move)).toEqual(['appeler']);
});

test('two devices wrote: both texts are shown, and the person chooses', async ({
	page,
	wire,
	device,
}) => {
	const attempt = await wire.begin('client-toxique');
	const here = new Player(page);
	const there = new Player(await device());
	await here.open(attempt);
	await there.open(attempt);
	await there.reason.fill('Écrit sur le téléphone.');
	await expect(there.form.getByText(fr.keptThere)).toBeVisible();
	await here.reason.fill('Écrit sur l’ordinateur.');
	const rival = page.getByRole('alert').filter({ hasText: 'Deux textes pour la même décision' });
	await expect(rival).toContainText('Écrit sur le téléphone.');
	await expect(rival).toContainText('Écrit sur l’ordinateur.');
	await rival.getByRole('button', { name: 'Garder les deux, à la suite' }).click();
	await expect(rival).toBeHidden();
	await expect(here.reason).toHaveValue('Écrit sur l’ordinateur.\n\nÉcrit sur le téléphone.');
	await expect(here.form.getByText(fr.keptThere)).toBeVisible();
	await there.page.reload();
	await expect(there.reason).toHaveValue('Écrit sur l’ordinateur.\n\nÉcrit sur le téléphone.');
});

test('a decision sealed while its draft is on its way says nothing of a conflict', async ({
	page,
	wire,
}) => {
	const player = new Player(page);
	await player.open(await wire.begin('client-toxique'));
	let letGo = () => {};
	const held = new Promise<void>((resolve) => (letGo = resolve));
	await page.route('**/draft', async (route) => {
		await held;
		await route.continue();
	});
	const asked = page.waitForRequest('**/draft');
	await player.fill('Lui parler demain, seul à seul', 'De vive voix.');
	await asked;
	await player.seal();
	await expect(player.consequence).toContainText('Marc accepte');
	const answered = page.waitForResponse('**/draft');
	letGo();
	await answered;
	await expect(player.title).toHaveText('L’appel de 18 h');
	await expect(player.consequence).toContainText('Marc accepte');
	await expect(page.getByRole('alert')).toHaveCount(0);
	await expect(page.getByText(fr.moved)).toHaveCount(0);
});

test('a draft refused before its own decision is answered says nothing either', async ({
	page,
	wire,
}) => {
	const player = new Player(page);
	await player.open(await wire.begin('client-toxique'));
	let taken = () => {};
	const decided = new Promise<void>((resolve) => (taken = resolve));
	await page.route('**/decisions', async (route) => {
		const response = await route.fetch();
		const refused = page.waitForResponse('**/draft');
		taken();
		await refused;
		await route.fulfill({ response });
	});
	await page.route('**/draft', async (route) => {
		await decided;
		await route.continue();
	});
	const asked = page.waitForRequest('**/draft');
	await player.fill('Lui parler demain, seul à seul', 'De vive voix.');
	await asked;
	await player.seal();
	await expect(player.consequence).toContainText('Marc accepte');
	await expect(page.getByText('Votre texte n’a pas été envoyé')).toHaveCount(0);
	await expect(page.getByRole('alert')).toHaveCount(0);
});

test('somebody else’s attempt cannot be found', async ({
	page,
	browser,
	baseURL,
	trouble,
	wire,
}) => {
	trouble.allow(refusal(404, /\/attempts\/[-0-9a-f]+/));
	const { id } = await wire.begin('client-toxique');
	const stranger = await browser.newContext({ baseURL, locale: 'fr-FR' });
	await stranger.request.post('/api/v1/guests');
	const theirs = await stranger.newPage();
	await theirs.goto(`/play/${id}`);
	await expect(theirs.getByRole('heading', { level: 1 })).toHaveText(
		'Cette partie est introuvable',
	);
	await stranger.close();
	await page.goto(`/play/${id}`);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('22 h 47');
});
