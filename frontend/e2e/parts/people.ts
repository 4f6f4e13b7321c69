import { expect, type Page } from '@playwright/test';
import type { Server } from './server';

export const password = 'quatre mots sans rapport';

/** Comes in as the first admin, by the link that the server has printed. */
export async function setUp(page: Page, server: Server): Promise<void> {
	await page.goto(await server.setup());
	await page.getByLabel('Nom').fill('Ada Leclerc');
	await page.getByLabel('Adresse e-mail').fill('ada@example.org');
	await page.getByLabel('Mot de passe', { exact: true }).fill(password);
	await page.getByRole('button', { name: 'Créer le compte' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Personnes');
}

export async function logIn(page: Page, email: string, secret = password): Promise<void> {
	await page.goto('/login');
	await page.getByLabel('Adresse e-mail').fill(email);
	await page.getByLabel('Mot de passe', { exact: true }).fill(secret);
	await page.getByRole('button', { name: 'Se connecter' }).click();
	await expect(page).not.toHaveURL(/login/);
}

/** Invites somebody, and answers the path of the link that is to be handed over. */
export async function invite(page: Page, name: string, email: string, role = 'Stagiaire') {
	await page.goto('/people');
	await page.getByRole('button', { name: 'Inviter quelqu’un' }).click();
	const dialog = page.getByRole('dialog', { name: 'Inviter quelqu’un' });
	await dialog.getByLabel('Nom').fill(name);
	await dialog.getByLabel('Adresse e-mail').fill(email);
	await dialog.getByRole('radio', { name: role }).check();
	await dialog.getByRole('button', { name: 'Inviter', exact: true }).click();
	const link = await dialog.getByLabel('Lien à remettre').inputValue();
	await page.keyboard.press('Escape');
	return new URL(link).pathname;
}

/** Opens a link and chooses a password. */
export async function comeIn(page: Page, path: string, secret = password): Promise<void> {
	await page.goto(path);
	await page.getByLabel(/^(Nouveau mot|Mot) de passe$/).fill(secret);
	await page.getByRole('button', { name: 'Enregistrer et entrer' }).click();
	await expect(page).not.toHaveURL(/\/link\//);
}
