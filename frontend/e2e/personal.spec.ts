import { expectAccessible } from './parts/accessible';
import { Classroom } from './parts/classroom';
import { rowsOf, saved, unzipped } from './parts/files';
import { expectNoSideways } from './parts/layout';
import { password, setUp } from './parts/people';
import { alone, expect } from './parts/test';
import { toxique } from './parts/wire';

alone(
	'one takes one’s data, sees who has read it, and is erased',
	async ({ page, context, server, trouble }) => {
		trouble.allow(/status of (401|403|404|409|422)/);
		const room = new Classroom(server);
		await room.open();
		const amel = await room.enrol('Amel Haddad');
		const bo = await room.enrol('Bo Lind');
		const attempt = await room.play(amel, toxique.damaged);
		await room.play(bo, toxique.damaged);
		const map = page.getByRole('region', { name: 'Les résultats' });
		const hers = map.getByRole('link', { name: /^Amel Haddad, / });

		await room.trainer.sitDown(context);
		await page.goto(`/cohorts/${room.cohort}`);
		const person = (await hers.getAttribute('href')) ?? '';
		await hers.click();
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('Amel Haddad');

		await amel.sitDown(context);
		await page.goto('/my-data');
		await expect(page.getByRole('listitem').filter({ hasText: 'Théo Formateur' })).toBeVisible();
		const { name, bytes } = await saved(page, () =>
			page.getByRole('button', { name: 'Télécharger mes données' }).click(),
		);
		expect(name).toMatch(/^casebook-\d{4}-\d\d-\d\d\.zip$/);
		const files = unzipped(bytes);
		const text = (file: string) => files.get(file)?.toString('utf8') ?? '';
		for (const file of ['index.html', 'data.json', 'decisions.csv']) {
			expect(text(file), file).toContain('Parce que attendre, dit Amel Haddad.');
			expect(text(file), file).not.toContain('Bo Lind');
		}
		expect(text('data.json')).toContain(attempt);
		expect(() => JSON.parse(text('data.json')) as unknown).not.toThrow();
		expect(rowsOf(text('attempts.csv'))).toHaveLength(2);
		expect(rowsOf(text('decisions.csv'))).toHaveLength(1 + toxique.damaged.length);

		await page.getByRole('button', { name: 'Tout effacer…' }).click();
		const dialog = page.getByRole('dialog', { name: 'Tout effacer' });
		await expect(dialog).toContainText('1 partie, 1 inscription');
		await dialog.getByLabel('Votre mot de passe').fill('ce n’est pas le bon');
		await dialog.getByRole('button', { name: 'Effacer pour de bon' }).click();
		await expect(dialog.getByRole('alert')).toBeVisible();
		await expectAccessible(page, 'an erasure refused');
		await dialog.getByLabel('Votre mot de passe').fill(password);
		await dialog.getByRole('button', { name: 'Effacer pour de bon' }).click();
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tout est effacé');
		await expectAccessible(page, 'erased');

		await page.goto('/login');
		await page.getByLabel('Adresse e-mail').fill('amelhaddad@example.org');
		await page.getByLabel('Mot de passe', { exact: true }).fill(password);
		await page.getByRole('button', { name: 'Se connecter' }).click();
		await expect(page.getByRole('alert')).toContainText('L’adresse ou le mot de passe');

		await room.trainer.sitDown(context);
		await page.goto(`/cohorts/${room.cohort}`);
		await expect(map.getByRole('link', { name: /^Bo Lind, / })).toBeVisible();
		await expect(page.getByText('Amel Haddad')).toHaveCount(0);
		await page.goto(person.split('#')[0] ?? '');
		await expect(page.getByText('Cette page n’existe pas')).toBeVisible();
		await room.close();
	},
);

alone('the demonstration comes and goes by its buttons', async ({ page, server, trouble }) => {
	trouble.allow(/status of (401|404)/);
	await setUp(page, server);
	await page.goto('/demo');
	await page.getByRole('button', { name: 'Ajouter la démonstration' }).click();
	const open = page.getByRole('link', { name: 'Ouvrir la promotion' });
	await expect(open).toBeVisible();
	await expectAccessible(page, 'the demonstration, there');
	const cohort = (await open.getAttribute('href')) ?? '';
	const names = page.getByRole('region', { name: 'Qui a besoin d’aide' });

	await open.click();
	await expect(names).toBeVisible();
	await expect(page.getByText(/24\spersonnes · 5\scas affectés/)).toBeVisible();
	await expectAccessible(page, 'a cohort of 24');
	await page.setViewportSize({ width: 360, height: 740 });
	await expectNoSideways(page, 'a cohort of 24');

	await page.goto('/demo');
	await page.getByRole('button', { name: 'Regarder en responsable' }).click();
	await expect(page.getByRole('button', { name: 'Regarder en formatrice' })).toBeVisible();
	await page.goto(cohort);
	await expect(page.getByText('Des chiffres de groupes, jamais d’une personne.')).toBeVisible();
	await expect(names).toHaveCount(0);
	await expectNoSideways(page, 'a cohort’s figures');
	await expectAccessible(page, 'a cohort’s figures');

	await page.goto('/demo');
	await page.getByRole('button', { name: 'Retirer la démonstration' }).click();
	await expect(page.getByRole('button', { name: 'Ajouter la démonstration' })).toBeVisible();
	await page.goto(cohort);
	await expect(page.getByText('Cette page n’existe pas')).toBeVisible();
	await page.goto('/cohorts');
	await expect(page.getByText('Aucune promotion pour l’instant')).toBeVisible();
	await page.goto('/people');
	await expect(page.getByRole('button', { name: /^Gérer/ })).toHaveCount(1);
});
