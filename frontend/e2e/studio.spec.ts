import { readFileSync } from 'node:fs';
import { expectAccessible } from './parts/accessible';
import { expectNoSideways } from './parts/layout';
import { shouted } from './parts/server';
import { alone, expect } from './parts/test';
import { refusal } from './parts/trouble';
import { zipOf } from './parts/zip';

const own = (name: string, text: string) =>
	name === 'scenario.yaml' ? text.replace('id: client-toxique', 'id: mon-client') : text;
const sound = zipOf(shouted, own);
const broken = zipOf(shouted, (name, text) =>
	own(name, text).replace('next: appel\n', 'next: apel\n'),
);
const zip = (buffer: Buffer) => ({ name: 'mon-cas.zip', mimeType: 'application/zip', buffer });

alone('a case goes from its zip to the library and back', async ({ page, server, trouble }) => {
	trouble.allow(refusal(422, /\/case-drafts/));
	await page.request.post('/api/v1/links/uses', {
		data: {
			token: (await server.setup()).replace('/setup/', ''),
			name: 'Ada Martin',
			email: 'ada@example.org',
			password: 'un long mot de passe de clown',
		},
	});
	await page.goto('/cases');
	await expect(page.getByRole('heading', { level: 1, name: 'Cas' })).toBeVisible();
	await expectAccessible(page, 'the cases');
	const field = page.getByLabel('Choisir un zip');

	await field.setInputFiles(zip(Buffer.from('no zip')));
	await expect(page.getByRole('alert')).toContainText('n’est pas un zip');

	await field.setInputFiles(zip(broken));
	await expect(page.getByText('Une erreur empêche de publier ce cas.')).toBeVisible();
	await expect(page.getByText(/Vouliez-vous dire/)).toBeVisible();
	await expect(page.getByRole('button', { name: 'Publier…' })).toBeDisabled();
	await expectAccessible(page, 'a broken draft');

	await field.setInputFiles(zip(sound));
	await expect(page.getByText('Ce cas est prêt à être publié.')).toBeVisible();
	await page.getByText('Voir les parties').first().click();
	await expect(page.getByText('La partie au plus haut score').first()).toBeVisible();
	await expectAccessible(page, 'a sound draft');
	await page.setViewportSize({ width: 360, height: 740 });
	await expectNoSideways(page, 'a sound draft');
	await page.setViewportSize({ width: 1280, height: 800 });

	await page.getByRole('button', { name: 'Jouer en français' }).click();
	await expect(page.getByText(/Essai d’un brouillon/)).toBeVisible();
	await expect(page.getByRole('form', { name: /./ })).toBeVisible();
	await expectAccessible(page, 'a rehearsal');
	await page.reload();
	await page.getByRole('link', { name: 'Revenir au brouillon' }).click();

	await page.getByRole('button', { name: 'Publier…' }).click();
	await expectAccessible(page, 'what publishing changes');
	await page.getByRole('button', { name: 'Publier la version 1' }).press('Enter');
	await expect(page.getByText(/est publié\s: version 1/)).toBeVisible();

	await page.goto('/');
	await expect(page.getByRole('article', { name: 'Le client qui criait' })).toHaveCount(2);
	await page.goto('/cases');
	const row = page.getByRole('article').filter({ hasText: 'mon-client' });
	const coming = page.waitForEvent('download');
	await row.getByRole('link', { name: /Télécharger la version 1/ }).click();
	const file = await coming;
	expect(file.suggestedFilename()).toBe('mon-client-v1.zip');
	await row.getByRole('button', { name: 'Retirer' }).click();
	await page.getByRole('dialog').getByRole('button', { name: 'Retirer' }).click();
	await expect(page.getByRole('heading', { name: 'Cas retirés' })).toBeVisible();
	await expectAccessible(page, 'the cases, one retired');

	await page.getByLabel('Choisir un zip').setInputFiles(zip(readFileSync(await file.path())));
	await expect(page.getByText(/Il ne change rien\s: la version 1/)).toBeVisible();
	await page.goto('/');
	await expect(page.getByRole('article', { name: 'Le client qui criait' })).toHaveCount(1);
});
