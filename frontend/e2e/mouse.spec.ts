import { Player } from './parts/player';
import { expect, test } from './parts/test';
import { fr } from './parts/words';

test('a newcomer plays a case by mouse, from the home page to the debrief', async ({ page }) => {
	const player = new Player(page);
	const { main, beside, consequence } = player;

	await page.goto('/');
	await expect(page).toHaveTitle(/Casebook/);
	await player.begin('Le client qui criait');

	await test.step('the first scene, with an exhibit to read', async () => {
		await expect(player.title).toHaveText('22 h 47');
		await expect(main.getByText('Je n’y arrive plus.')).toBeVisible();
		await expect(main.getByText('À lire dans le dossier')).toBeVisible();
		await player.exhibit('Fil de discussion « lancement »');
		await expect(beside.getByText('On dirait un exposé de collège.')).toBeVisible();
		await beside.getByRole('button', { name: 'Toutes les pièces' }).click();
		await expect(main.getByText('À lire dans le dossier')).toBeHidden();
	});

	await test.step('looks cost time and bring exhibits', async () => {
		await expect(main.getByText('Il vous reste 25 min')).toBeVisible();
		await player.look('Demander à Léa ses notes de la semaine');
		await expect(player.learned).toContainText('Des faits, pas des adjectifs.');
		await expect(main.getByText('Il vous reste 10 min')).toBeVisible();
		await player.exhibit('Carnet de bord de Léa');
		const rows = beside.getByRole('table').getByRole('row');
		await expect(rows).toHaveCount(3);
		await expect(rows.nth(1)).toContainText('Marc coupe la parole onze fois');
		await beside.getByRole('button', { name: 'Toutes les pièces' }).click();
		await player.look('Regarder qui Marc a au-dessus de lui');
		await expect(player.learned).toContainText('Des faits, pas des adjectifs.');
		await expect(player.learned).toContainText('arrivée en mars');
	});

	await test.step('a decision, its reason and its confidence, then its consequence', async () => {
		await player.decide('Lui parler demain, seul à seul', 'De vive voix, on s’écoute mieux.');
		await expect(consequence).toContainText('Lui parler demain, seul à seul');
		await expect(consequence).toContainText('Marc accepte d’un pouce levé.');
		await expect(player.title).toHaveText('L’appel de 18 h');
		await expect(page.getByRole('navigation', { name: fr.thread })).toContainText('22 h 47');
	});

	await test.step('a timed decision shows its choices with its clock', async () => {
		await expect(player.form).toBeHidden();
		await player.startClock();
		await player.decide('Poser un ultimatum', 'L’équipe a besoin d’être défendue.');
		await expect(page.getByRole('timer')).toBeHidden();
		await expect(consequence).toContainText('Il raccroche.');
	});

	await test.step('the last decision leads to the ending', async () => {
		await player.fill('Demander un point à trois', 'Sa directrice doit savoir.', 'Certain');
		await player.seal();
		await expect(player.title).toHaveText('Une relation réparée');
		await expect(main).toContainText('Il a fallu une seconde mise au point.');
		await expect(main).not.toContainText(/score|sur 100/i);
	});

	await test.step('the debrief asks first, and shows no score before', async () => {
		await main.getByRole('link', { name: fr.readDebrief }).click();
		await expect(player.title).toHaveText('Comment en sortez-vous ?');
		await expect(main).not.toContainText(/sur 100|enjeu|Regard expert/);
		await main.getByRole('textbox', { name: fr.reaction }).fill('Soulagé, et un peu surpris.');
		await main.getByRole('radio', { name: 'Plutôt sûr' }).check();
		await main.getByRole('button', { name: fr.readDebrief }).click();
	});

	await test.step('the debrief tells the story in order', async () => {
		await expect(player.title).toHaveText('Une relation réparée');
		await expect(main.getByRole('heading', { level: 2 })).toHaveText(fr.chapters);
		await expect(main.getByText('Soulagé, et un peu surpris.')).toBeVisible();
		const ultimatum = main.getByRole('article', { name: 'Poser un ultimatum' });
		await expect(ultimatum).toContainText('L’équipe a besoin d’être défendue.');
		await expect(ultimatum).toContainText('Regard expert');
		await expect(ultimatum).toContainText('Défendre l’équipe est juste');
		await expect(main.getByRole('img', { name: /^Radar des compétences/ })).toBeVisible();
		await expect(main.getByText(/sur 100/).first()).toBeVisible();
	});
});

test('an exhibit and its neighbours are leafed through by mouse', async ({ page, wire }) => {
	const player = new Player(page);
	const { id } = await wire.begin('client-toxique');
	await player.open(await wire.move(id, '?carnet', '?orga'));
	await player.exhibit('Fil de discussion « lancement »');
	await expect(player.beside.getByText('Pièce 1 sur 3')).toBeVisible();
	await expect(player.beside.getByRole('button', { name: 'Pièce précédente' })).toBeDisabled();
	await player.beside.getByRole('button', { name: 'Pièce suivante' }).click();
	await player.beside.getByRole('button', { name: 'Pièce suivante' }).click();
	await expect(
		player.beside.getByRole('heading', { name: 'Qui décide chez Nexalia' }),
	).toBeFocused();
	await expect(player.beside.getByRole('button', { name: 'Pièce suivante' })).toBeDisabled();
});

test('an attempt is resumed from the home page, at the same place with the open exhibit', async ({
	page,
	wire,
}) => {
	const player = new Player(page);
	const { id } = await wire.begin('client-toxique');
	await player.open(await wire.move(id, 'appeler'));
	await player.exhibit('Fil de discussion « lancement »');
	await page.getByRole('link', { name: 'Casebook, accueil' }).click();
	await expect(page.getByText('Vous en êtes à L’appel de 18 h')).toBeVisible();
	await page.getByRole('main').getByRole('link', { name: fr.resume }).first().click();
	await expect(player.title).toHaveText('L’appel de 18 h');
	await expect(player.beside.getByText('On dirait un exposé de collège.')).toBeVisible();
});
