import { Player } from './parts/player';
import { expect, test } from './parts/test';
import { en, fr } from './parts/words';

test('the workshop, in French: every exhibit is rendered as what it is', async ({ page }) => {
	const player = new Player(page);
	const { main, beside, title } = player;
	await page.goto('/');
	await player.begin("L'atelier de jeudi");
	await expect(title).toHaveText('Trois heures pour préparer');
	await expect(main.getByRole('img', { name: /^La salle de l.atelier, vide/ })).toBeVisible();
	await expect(main.getByText("Qu'est-ce qui vous fait choisir cette préparation ?")).toBeVisible();

	await test.step('shown gauges, as a word, a figure and a face', async () => {
		const cast = beside.getByRole('region', { name: fr.cast });
		await expect(cast.getByRole('listitem').first()).toContainText(/Confiance.*4\s\/\s10/s);
		await expect(cast.getByRole('listitem').first()).toContainText(/plutôt|milieu|plus/);
		await expect(cast).toContainText('Heures de préparation');
		await expect(cast).not.toContainText(/moral|fatigue/i);
	});

	await player.look('Relire le dossier');
	await player.look('Reprendre les chiffres');
	const back = beside.getByRole('button', { name: 'Toutes les pièces' });

	await test.step('an email has its headers', async () => {
		await player.exhibit('Invitation de Nadia');
		await expect(beside.getByRole('term').first()).toHaveText('De');
		await expect(beside.getByRole('definition').first()).toHaveText('Nadia Roussel');
		await expect(beside.getByText('hâte de vous voir jeudi')).toBeVisible();
		await back.click();
	});
	await test.step('an org chart is a nested list', async () => {
		await player.exhibit('Qui fait quoi');
		const top = beside.getByRole('listitem').filter({ hasText: 'Vous, direction' });
		await expect(top.getByRole('listitem').filter({ hasText: 'Tom Le Goff' })).toBeVisible();
		await back.click();
	});
	await test.step('a chat is a list of messages with their hour', async () => {
		await player.exhibit("Fil de l'équipe");
		const messages = beside.getByRole('listitem').filter({ has: page.locator('time') });
		await expect(messages).toHaveCount(3);
		await expect(messages.nth(1)).toContainText(/Inès.*16:05.*Juste un pouce/s);
		await back.click();
	});
	await test.step('minutes are lines with who said them', async () => {
		await player.exhibit('Compte rendu du lancement');
		await expect(beside.getByText('Compte rendu de réunion').first()).toBeVisible();
		await expect(beside.getByRole('article').getByRole('listitem')).toHaveCount(3);
		await back.click();
	});
	await test.step('a document keeps its list', async () => {
		await player.exhibit('Extrait du contrat');
		await expect(beside.getByText('Deux séries de retours sont comprises.')).toBeVisible();
		await back.click();
	});
	await test.step('a table is a table', async () => {
		await player.exhibit('Devis accepté');
		await expect(beside.getByRole('columnheader')).toHaveText(['Poste', 'Jours', 'Montant']);
		await expect(beside.getByRole('cell', { name: '15 400 €' })).toBeVisible();
		await back.click();
	});
	await test.step('a figure says its values', async () => {
		await player.exhibit("Ce qu'en disent les clients de Boréal");
		const figure = beside.getByRole('figure');
		await expect(figure.getByRole('listitem')).toHaveCount(3);
		await expect(figure.getByRole('listitem').first()).toContainText(/Essayer.*61,5\s%/s);
		await back.click();
	});

	await player.decide('Préparer trois questions', 'Écouter d’abord.');
	await expect(main.getByText('Les trois questions sont au mur.')).toBeVisible();
	await player.startClock();
	await player.decide('Laisser Tom poser sa question', 'Il connaît le dossier.');
	await expect(player.consequence).toContainText('Autant vous le dire');
	await test.step('a discussion decision is asked like any other', async () => {
		await expect(title).toHaveText('La pause');
		await player.decide("L'écrire au mur", 'Rien de caché.');
	});
	await test.step('the face and its change follow', async () => {
		const nadia = beside.getByRole('region', { name: fr.cast }).getByRole('listitem').first();
		await expect(nadia).toContainText(/5\s\/\s10/);
	});
	await player.fill('Avancer par étapes', 'Petit à petit.');
	await player.seal();
	await expect(title).toHaveText('Un accord');

	await test.step('the debrief marks the discussion and reveals what was hidden', async () => {
		await main.getByRole('link', { name: fr.readDebrief }).click();
		await main.getByRole('button', { name: 'Passer cette question' }).click();
		const wall = main.getByRole('article', { name: "L'écrire au mur" });
		await expect(wall).toContainText('Pour discuter, non noté');
		await expect(wall).toContainText('Rien de caché.');
		await expect(main.getByRole('region', { name: 'Nadia Roussel' })).toBeVisible();
		await expect(main.getByRole('region', { name: 'Tom Le Goff' })).toBeVisible();
	});
});

test('the workshop, in English: a call, and the scene in its own language', async ({ page }) => {
	const player = new Player(page, en);
	const { main, beside, title } = player;
	await page.goto('/');
	await page.getByRole('button', { name: 'Read in English' }).click();
	await player.begin("Thursday's workshop");
	await expect(title).toHaveText('Three hours to prepare');
	await player.look('Read the file again');
	await player.look('Call Nadia');
	await player.exhibit('Call to Nadia');
	const call = beside.getByRole('article');
	await expect(call.getByRole('listitem')).toHaveCount(3);
	await expect(call.getByRole('listitem').nth(1)).toContainText('0:41');
	await expect(beside.getByText('Call transcript').first()).toBeVisible();
	await beside.getByRole('button', { name: 'All exhibits' }).click();
	await expect(beside.getByRole('region', { name: en.cast })).toContainText(/5\s\/\s10\s*\+1/);

	await player.decide('Prepare three questions', 'Listen first.');
	await player.startClock();
	await player.decide('Let Tom ask his question', 'He knows the file.');
	await player.decide('Keep it between you', 'She told us, not the room.');
	await player.fill('Go step by step', 'Little by little.', 'Certain');
	await player.seal();
	await expect(title).toHaveText('An agreement');
	await main.getByRole('link', { name: en.readDebrief }).click();
	await main.getByRole('textbox', { name: en.reaction }).fill('Relieved.');
	await main.getByRole('button', { name: en.readDebrief }).click();
	await expect(main.getByRole('heading', { level: 2 })).toHaveText(en.chapters);
	await expect(main.getByRole('article', { name: 'Keep it between you' })).toContainText(
		'For discussion, not scored',
	);
	await expect(main.getByText('Relieved.')).toBeVisible();
});
