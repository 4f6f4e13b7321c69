import type { Locator, Page } from '@playwright/test';
import { Classroom } from './parts/classroom';
import { password } from './parts/people';
import { Player } from './parts/player';
import { alone, expect, test } from './parts/test';
import { fr } from './parts/words';
import { toxique } from './parts/wire';

/** Presses Tab until something of this name has focus, anywhere in the page's main part or within one part of it. */
async function tabTo(page: Page, name: string | RegExp, within?: Locator): Promise<void> {
	const part = within ?? page.getByRole('main');
	const wanted = part.getByRole('link', { name }).or(part.getByRole('button', { name }));
	for (let presses = 0; presses < 40; presses++) {
		await page.keyboard.press('Tab');
		if ((await page.locator(':focus').and(wanted).count()) > 0) return;
	}
	throw new Error(`Tab never reached ${name}`);
}

test('a whole case by keyboard alone, to the saved commitment', async ({ page }) => {
	const { keyboard } = page;
	const player = new Player(page);
	const { main, form, consequence, title } = player;
	const focused = page.locator(':focus');

	await page.goto('/');
	await expect(main.getByRole('article').first()).toBeVisible();
	const card = main.getByRole('article', { name: 'Le client qui criait' });
	await tabTo(page, fr.begin, card);
	await keyboard.press('Enter');
	await expect(title).toHaveText('22 h 47');
	await expect(main).toBeFocused();

	await test.step('D opens the file, Enter an exhibit, Escape closes it', async () => {
		await keyboard.press('d');
		await expect(focused).toContainText('Fil de discussion');
		await keyboard.press('Enter');
		await expect(player.beside.getByRole('heading', { name: /Fil de discussion/ })).toBeFocused();
		await keyboard.press('Escape');
		await expect(focused).toContainText('Fil de discussion');
	});

	await test.step('a digit picks a choice, J goes to the reason, Ctrl+Enter decides', async () => {
		await keyboard.press('2');
		await expect(form.getByRole('radio').nth(1)).toBeChecked();
		await expect(form.getByRole('radio').nth(1)).toBeFocused();
		await keyboard.press('ArrowUp');
		await expect(form.getByRole('radio').nth(0)).toBeChecked();
		await player.choice('Lui parler demain, seul à seul').press('Space');
		await keyboard.press('j');
		await expect(player.reason).toBeFocused();
		await keyboard.type('1 fois, j’appelle. Deux fois ? Jamais.');
		await expect(player.reason).toHaveValue('1 fois, j’appelle. Deux fois ? Jamais.');
		await keyboard.press('Tab');
		await keyboard.press('Space');
		await expect(player.confidence('Un pari')).toBeChecked();
		await keyboard.press('Control+Enter');
		await expect(consequence).toBeFocused();
		await expect(consequence).toContainText('Marc accepte');
	});

	await test.step('the clock is started by keyboard', async () => {
		await tabTo(page, fr.startClock);
		await keyboard.press('Enter');
		await expect(form.getByRole('radio').first()).toBeFocused();
		await player.choice('Poser un ultimatum').press('Space');
		await keyboard.press('Control+Enter');
		await expect(consequence).toBeFocused();
		await expect(title).toHaveText('Vingt minutes avant le comité');
	});

	await test.step('to the ending, the debrief and the commitment', async () => {
		await keyboard.press('1');
		await player.choice('Organiser la fin de mission').press('Space');
		await keyboard.press('Control+Enter');
		await expect(title).toHaveText('Une fin propre');
		await tabTo(page, fr.readDebrief);
		await keyboard.press('Enter');
		await expect(title).toHaveText('Comment en sortez-vous ?');
		await tabTo(page, 'Passer cette question');
		await keyboard.press('Enter');
		await expect(title).toHaveText('Une fin propre');
		await keyboard.press('Control+k');
		await expect(page.getByRole('combobox')).toBeFocused();
		await keyboard.type('lundi');
		await keyboard.press('Enter');
		await expect(main.getByRole('region', { name: 'Lundi' })).toBeFocused();
		await keyboard.press('Tab');
		await keyboard.type('on crie');
		await keyboard.press('Tab');
		await keyboard.type('nomme les faits');
		await tabTo(page, 'Enregistrer l’engagement');
		await keyboard.press('Enter');
		await expect(main.getByText('Engagement enregistré.')).toBeVisible();
	});
});

test('Tab goes through the player in the order it is read', async ({ page, wire }) => {
	const player = new Player(page);
	await player.open(await wire.begin('client-toxique'));
	const names: string[] = [];
	const expected = [
		/link "Aller au contenu"/,
		/link "Casebook, accueil"/,
		/button "Read in English"/,
		/button "Thème/,
		/button "Réglages"/,
		/button "Aide/,
		/button "Fil de discussion/,
		/button "Demander à Léa/,
		/button "Appeler Léa/,
		/button "Regarder qui Marc/,
		/radio/,
		/textbox "Pourquoi/,
		/radio "Un pari"/,
		/button "Décider/,
	];
	for (let stops = 0; stops < expected.length; stops++) {
		await page.keyboard.press('Tab');
		names.push((await page.locator(':focus').ariaSnapshot()).split('\n')[0] ?? '');
	}
	expect(names).toEqual(expected.map((name) => expect.stringMatching(name)));
});

test('the skip link leads to the scene', async ({ page, wire }) => {
	const player = new Player(page);
	await player.open(await wire.begin('client-toxique'));
	await page.keyboard.press('Tab');
	await expect(page.getByRole('link', { name: 'Aller au contenu' })).toBeInViewport();
	await page.keyboard.press('Enter');
	await expect(player.main).toBeFocused();
});

test('help and “go to” open by key, and give focus back', async ({ page, wire }) => {
	const player = new Player(page);
	await player.open(await wire.begin('client-toxique'));
	await page.keyboard.press('2');
	await page.keyboard.press('?');
	const help = page.getByRole('dialog', { name: fr.help });
	await expect(help).toContainText('Ctrl');
	await page.keyboard.press('Escape');
	await expect(help).toBeHidden();
	await expect(player.form.getByRole('radio').nth(1)).toBeFocused();

	await page.keyboard.press('Control+k');
	const goTo = page.getByRole('dialog', { name: fr.goTo });
	await expect(goTo.getByRole('combobox')).toBeFocused();
	await page.keyboard.type('pourquoi');
	await expect(goTo.getByRole('option')).toHaveCount(1);
	await page.keyboard.press('Enter');
	await expect(player.reason).toBeFocused();
});

test('single keys, once switched off, do nothing', async ({ page, wire }) => {
	const player = new Player(page);
	await player.open(await wire.begin('client-toxique'));
	await page.getByRole('button', { name: fr.settings }).click();
	await page.getByRole('checkbox', { name: /Raccourcis d’une seule touche/ }).uncheck();
	await page.keyboard.press('Escape');
	await player.title.click();
	for (const key of ['1', 'j', 'd', '?']) await page.keyboard.press(key);
	await expect(player.form.getByRole('radio', { checked: true })).toHaveCount(0);
	await expect(player.reason).not.toBeFocused();
	await expect(page.getByRole('dialog')).toHaveCount(0);

	await player.choice('Lui écrire ce soir').check();
	await page.keyboard.press('Control+Enter');
	await expect(player.consequence).toBeFocused();
});

test('deciding without a choice says what is missing and goes there', async ({ page, wire }) => {
	const player = new Player(page);
	await player.open(await wire.begin('client-toxique'));
	await page.keyboard.press('Control+Enter');
	await expect(player.form.getByRole('alert')).toContainText('Choisissez d’abord');
	await expect(player.form.getByRole('radio').first()).toBeFocused();
});

alone('from the login to what one person decided, by keyboard alone', async ({ page, server }) => {
	const { keyboard } = page;
	const heading = page.getByRole('heading', { level: 1 });
	const room = new Classroom(server);
	await room.open();
	await room.play(await room.enrol('Amel Haddad'), toxique.damaged);

	await page.goto('/login');
	await page.getByLabel('Adresse e-mail').focus();
	await keyboard.type('theo@example.org');
	await keyboard.press('Tab');
	await keyboard.type(password);
	await keyboard.press('Enter');
	await expect(page).not.toHaveURL(/login/);
	await tabTo(page, 'Promotions', page.getByRole('navigation', { name: 'Lieux de Casebook' }));
	await keyboard.press('Enter');
	await expect(heading).toHaveText('Promotions');
	await expect(page.getByRole('main').getByRole('link', { name: 'Printemps' })).toBeVisible();
	await tabTo(page, 'Printemps');
	await keyboard.press('Enter');
	await expect(heading).toHaveText('Printemps');
	await expect(page.getByRole('region', { name: 'Les résultats' })).toBeVisible();
	await tabTo(page, /Relire$/);
	await keyboard.press('Tab');
	await keyboard.press('Enter');
	await expect(page.getByRole('button', { name: /^Classeur/ })).toBeVisible();
	await tabTo(page, /^Amel Haddad, /, page.getByRole('region', { name: 'Les résultats' }));
	await keyboard.press('Enter');
	await expect(heading).toHaveText('Amel Haddad');
	await tabTo(page, /^Lire le bilan/);
	await keyboard.press('Enter');
	await expect(page.getByText('Le bilan tel que la personne le lit.')).toBeVisible();
	await room.close();
});
