import { expect, type Page } from '@playwright/test';

/** Creates a cohort by its form, and answers its id. */
export async function create(page: Page, name: string): Promise<string> {
	await page.goto('/cohorts');
	await page.getByRole('link', { name: 'Créer une promotion' }).first().click();
	await page.getByRole('textbox', { name: 'Nom', exact: true }).fill(name);
	await page.getByRole('button', { name: 'Créer une promotion' }).click();
	await expect(page.getByText('Personne n’est encore inscrit')).toBeVisible();
	return /cohorts\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? '';
}

/** Assigns a case from the page of assignments, with explanations at the debrief or after each decision. */
export async function assign(page: Page, title: string, learning = false): Promise<void> {
	await page.getByRole('button', { name: 'Affecter un cas' }).first().click();
	const dialog = page.getByRole('dialog');
	const option = dialog.getByRole('option', { name: title });
	await expect(option).toHaveCount(1);
	await dialog
		.getByLabel('Cas', { exact: true })
		.selectOption((await option.getAttribute('value')) ?? '');
	if (learning) await dialog.getByRole('radio', { name: 'Après chaque décision' }).check();
	await dialog.getByRole('button', { name: 'Affecter un cas' }).click();
	await expect(dialog).toBeHidden();
}

/** Gives somebody who has an account a post in a cohort, from its settings. */
export async function givePost(
	page: Page,
	cohort: string,
	email: string,
	post: string,
): Promise<void> {
	await page.goto(`/cohorts/${cohort}/settings`);
	const form = page.getByRole('form', { name: 'Ajouter quelqu’un' });
	await form.getByLabel('Son adresse e-mail').fill(email);
	await form.getByLabel('Comme').selectOption({ label: post });
	await form.getByRole('button', { name: 'Ajouter' }).click();
	await expect(page.getByRole('listitem').filter({ hasText: email })).toContainText(post);
}
