import { expectAccessible } from './parts/accessible';
import { assign, create } from './parts/cohort';
import { expectNoSideways } from './parts/layout';
import { comeIn, invite, password, setUp } from './parts/people';
import { expect, shared as test } from './parts/test';
import { Wire } from './parts/wire';

test.beforeEach(({ trouble }) => trouble.allow(/status of (401|403|404|409|422)/));

/** A list of 24 people, as a spreadsheet in French writes it; one of its rows may be broken. */
function list(broken: boolean): { name: string; mimeType: string; buffer: Buffer } {
	const rows = Array.from({ length: 24 }, (_, i) => `Stagiaire ${i + 1};s${i + 1}@example.org;fr`);
	if (broken) rows[11] = 'Stagiaire 12;pas une adresse;fr';
	const text = ['Nom complet;Courriel;Langue', ...rows, ''].join('\r\n');
	return { name: 'liste.csv', mimeType: 'text/csv', buffer: Buffer.from(text, 'latin1') };
}

test('a cohort is made, filled by a list and by a code, and plays what it is assigned', async ({
	page,
	server,
	another,
}) => {
	test.setTimeout(150_000);
	await setUp(page, server);
	await page.goto('/cohorts');
	await expect(page.getByText('Aucune promotion pour l’instant')).toBeVisible();
	await expectAccessible(page, 'no cohort yet');
	const id = await create(page, 'Conseil client, printemps');

	await test.step('a list with a broken row enrols nobody; mended, it enrols all', async () => {
		await page.getByRole('button', { name: 'Importer une liste' }).first().click();
		const dialog = page.getByRole('dialog');
		const file = dialog.locator('input[type=file]');
		await file.setInputFiles(list(true));
		await expect(dialog.getByRole('alert')).toContainText('1 ligne est à corriger');
		await expect(dialog.getByRole('row').nth(1)).toContainText(/13.*pas une adresse.*À corriger/s);
		await expect(dialog.getByRole('button', { name: /^Inscrire/ })).toBeHidden();
		await expectAccessible(page, 'a list to mend');
		await file.setInputFiles(list(false));
		await dialog.getByRole('button', { name: /^Inscrire 24/ }).click();
		await expect(dialog.getByText('24 personnes sont inscrites de plus.')).toBeVisible();
		await expect(dialog.getByRole('listitem')).toHaveCount(24);
		await expectAccessible(page, 'links to hand over');
		await dialog.getByRole('button', { name: 'Fermer' }).last().click();
		await expect(page.getByRole('main').getByText('24 personnes', { exact: true })).toBeVisible();
	});

	await test.step('three cases are assigned', async () => {
		await page.getByRole('link', { name: 'Affectations' }).click();
		for (const title of ['Le client qui criait', '21 h 40', 'Le poisson et l’arbre']) {
			await assign(page, title);
		}
		await expect(page.getByRole('heading', { level: 2 })).toHaveCount(3);
		await expectAccessible(page, 'assignments');
	});

	await page.getByRole('link', { name: 'Personnes' }).last().click();
	await page.getByRole('button', { name: 'Créer un code' }).click();
	const code = page.getByText(/^([0-9A-Z]{4}-){6}[0-9A-Z]{4}$/);
	await expect(code).toBeVisible();
	await expectAccessible(page, 'members');
	const typed = (await code.textContent()) ?? '';

	const guest = await another();
	const wire = new Wire(guest.context().request);

	await test.step('a guest joins by the code, and keeps what they have played', async () => {
		await guest.setViewportSize({ width: 360, height: 740 });
		await guest.goto('/');
		await guest.getByRole('article', { name: '21 h 40' }).getByRole('button').click();
		await guest.waitForURL(/\/play\//);
		await guest.goto('/join');
		await guest.getByLabel('Code d’invitation').fill(typed.toLowerCase().replaceAll('-', ' '));
		await guest.getByRole('button', { name: 'Continuer' }).click();
		await expect(guest.getByText('Conseil client, printemps')).toBeVisible();
		await expectAccessible(guest, 'joining');
		await expectNoSideways(guest, 'joining');
		await guest.getByLabel('Prénom et nom').fill('Gaëlle Invitée');
		await guest.getByLabel('Adresse e-mail').fill('gaelle@example.org');
		await guest.getByLabel('Mot de passe', { exact: true }).fill(password);
		await guest.getByRole('button', { name: 'Entrer dans la promotion' }).click();
		await expect(guest.getByText('Vous êtes dans la promotion.')).toBeVisible();
		await guest.getByRole('link', { name: 'Voir mes cas' }).click();
		await expect(guest.getByRole('link', { name: 'Reprendre', exact: true })).toBeVisible();
	});

	await test.step('and plays what is assigned, once the notice is read', async () => {
		const given = guest.getByRole('region', { name: 'À faire avec votre promotion' });
		await expect(given.getByRole('listitem')).toHaveCount(3);
		await expectAccessible(guest, 'home with a cohort');
		await given.getByRole('button', { name: 'Commencer Le client qui criait' }).click();
		await expect(guest.getByRole('heading', { level: 1 })).toHaveText('Qui verra votre travail');
		await expectAccessible(guest, 'the notice');
		await guest.getByRole('button', { name: 'J’ai lu, je commence' }).click();
		await guest.waitForURL(/\/play\//);
		const attempt = new URL(guest.url()).pathname.split('/')[2] ?? '';
		let { status } = await wire.attempt(attempt);
		while (status === 'in_progress') {
			const { choices } = await wire.attempt(attempt);
			({ status } = await wire.move(attempt, choices[0]?.id ?? ''));
		}
		await guest.goto('/');
		await given.getByText('Déjà faits (1)').click();
		await expect(
			given.getByRole('link', { name: 'Lire le bilan de Le client qui criait' }),
		).toBeVisible();
	});

	await test.step('a trainer of another cohort sees nothing of it', async () => {
		const basil = await another();
		await comeIn(basil, await invite(page, 'Basile Roy', 'basile@example.org', 'Formateur'));
		await create(basil, 'Une autre');
		await basil.goto('/cohorts');
		await expect(basil.getByRole('main').getByRole('listitem')).toHaveCount(1);
		for (const part of ['settings', 'members', 'assignments', 'notice']) {
			await basil.goto(`/cohorts/${id}/${part}`);
			await expect(basil.getByText('Cette page n’existe pas')).toBeVisible();
		}
		for (const path of ['', '/members', '/assignments', '/invitations', '/notice']) {
			const answer = await basil.request.get(`/api/v1/cohorts/${id}${path}`);
			expect(answer.status(), path).toBe(404);
		}
		const found = await basil.request.get('/api/v1/cohorts?search=conseil');
		expect(await found.json()).toEqual({ cohorts: [], total: 0 });
	});
});

test('two trainers change one cohort: the second sees both, and chooses', async ({
	page,
	server,
	another,
}) => {
	await setUp(page, server);
	const id = await create(page, 'Printemps');
	const basil = await another();
	await comeIn(basil, await invite(page, 'Basile Roy', 'basile@example.org', 'Formateur'));
	await page.goto(`/cohorts/${id}/settings`);
	await page.getByLabel('Son adresse e-mail').fill('basile@example.org');
	await page.getByRole('button', { name: 'Ajouter' }).click();
	await expect(page.getByRole('listitem').filter({ hasText: 'Basile Roy' })).toBeVisible();
	await expectAccessible(page, 'settings');

	await basil.goto(`/cohorts/${id}/settings`);
	await basil.getByRole('textbox', { name: 'Nom' }).fill('Automne');
	await page.getByRole('textbox', { name: 'Nom' }).fill('Hiver');
	await page.getByRole('button', { name: 'Enregistrer' }).click();
	await expect(page.getByText('Enregistré.')).toBeVisible();
	await basil.getByRole('button', { name: 'Enregistrer', exact: true }).click();
	const both = basil.getByRole('region', { name: /Quelqu’un d’autre a changé/ });
	await expect(both).toContainText(/Hiver.*Automne/s);
	await expect(both).toBeFocused();
	await expectAccessible(basil, 'two texts');
	await both.getByRole('button', { name: 'Enregistrer le mien par-dessus' }).click();
	await expect(basil.getByRole('heading', { level: 1 })).toHaveText('Automne');

	await basil.getByRole('button', { name: 'Archiver la promotion' }).click();
	await expect(basil.getByText(/est archivée depuis/)).toBeVisible();
	await basil.goto(`/cohorts/${id}/members`);
	await expect(basil.getByRole('button', { name: 'Importer une liste' })).toBeHidden();
});
