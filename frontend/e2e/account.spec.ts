import { expectAccessible } from './parts/accessible';
import { expectNoSideways, expectNothingCut, expectTargets } from './parts/layout';
import { comeIn, invite, logIn, password, setUp } from './parts/people';
import { expect, shared as test } from './parts/test';

test.beforeEach(({ trouble }) => trouble.allow(/status of (401|404|409|422|429)/));

test('the first admin sets the site up by the link that was printed', async ({
	page,
	server,
	another,
}) => {
	const link = await server.setup();
	await page.goto(link);
	await expectAccessible(page, 'set-up');
	await page.getByLabel('Nom').fill('Ada Leclerc');
	await page.getByLabel('Adresse e-mail').fill('ada');
	await page.getByLabel('Mot de passe', { exact: true }).fill('passwordpassword');
	await page.getByLabel('Adresse e-mail').fill('ada@example.org');
	await page.getByRole('button', { name: 'Créer le compte' }).click();
	await expect(page.getByText('Ce mot de passe se devine')).toBeVisible();
	await expect(page.getByLabel('Mot de passe', { exact: true })).toHaveAttribute('aria-invalid');
	await expectAccessible(page, 'set-up, refused');
	await page.getByLabel('Mot de passe', { exact: true }).fill(password);
	await page.getByRole('button', { name: 'Créer le compte' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Personnes');
	await expect(page.getByRole('main').getByText('ada@example.org')).toBeVisible();

	const late = await another();
	await late.goto(link);
	await expect(late.getByRole('heading', { level: 1 })).toHaveText('Ce lien ne sert plus');
});

test('who forgets their password is handed a link, and comes in again', async ({
	page,
	server,
	another,
}) => {
	await setUp(page, server);
	const zoe = await another();
	await comeIn(zoe, await invite(page, 'Zoé Martin', 'zoe@example.org'));

	const later = await another();
	await later.goto('/login');
	await later.getByLabel('Adresse e-mail').fill('zoe@example.org');
	await later.getByLabel('Mot de passe', { exact: true }).fill('je ne sais plus du tout');
	await later.getByRole('button', { name: 'Se connecter' }).click();
	await expect(later.getByRole('alert')).toContainText('L’adresse ou le mot de passe');
	await expectAccessible(later, 'login, refused');
	await later.getByRole('button', { name: 'Mot de passe oublié' }).click();
	await later.getByRole('button', { name: 'Demander un lien' }).click();
	await expect(later.getByRole('main')).toContainText('Si un compte existe à cette adresse');
	await expectAccessible(later, 'forgotten password, asked');

	await page.goto('/people');
	await page.getByRole('button', { name: 'Créer le lien : Zoé Martin' }).click();
	const link = await page.getByLabel('Lien à remettre').inputValue();
	await expectAccessible(page, 'a link to hand over');
	await comeIn(later, new URL(link).pathname, 'un nouveau secret bien long');
	await later.goto('/account');
	await expect(later.getByLabel('Nom')).toHaveValue('Zoé Martin');
	await zoe.goto('/account');
	await expect(zoe.getByRole('main')).toContainText('Connectez-vous pour continuer');
});

test('a guest keeps an attempt under an account', async ({ page, server, another }) => {
	await setUp(page, server);
	const guest = await another();
	await guest.goto('/');
	await guest.getByRole('button', { name: 'Commencer' }).first().click();
	await expect(guest).toHaveURL(/\/play\//);
	await guest.goto('/account');
	await expectAccessible(guest, 'a guest’s account');
	await guest.getByLabel('Nom').fill('Gil Roux');
	await guest.getByLabel('Adresse e-mail').fill('gil@example.org');
	await guest.getByRole('button', { name: 'Garder mes parties' }).click();
	await expect(guest.getByRole('main')).toContainText('Un administrateur est prévenu');

	await page.goto('/people');
	await page.getByRole('button', { name: 'Créer le lien : Gil Roux' }).click();
	const link = await page.getByLabel('Lien à remettre').inputValue();
	const elsewhere = await another();
	await comeIn(elsewhere, new URL(link).pathname);
	await elsewhere.goto('/');
	await expect(elsewhere.getByRole('link', { name: 'Reprendre' }).first()).toBeVisible();
});

test('a guest who logs in brings what they have played', async ({ page, server, another }) => {
	await setUp(page, server);
	const guest = await another();
	await guest.goto('/');
	await guest.getByRole('button', { name: 'Commencer' }).first().click();
	await expect(guest).toHaveURL(/\/play\//);
	await logIn(guest, 'ada@example.org');
	await expect(guest.getByRole('link', { name: 'Reprendre' }).first()).toBeVisible();
	await page.goto('/');
	await expect(page.getByRole('link', { name: 'Reprendre' }).first()).toBeVisible();
});

test('a new password ends the login of another browser', async ({ page, server, another }) => {
	await setUp(page, server);
	const other = await another();
	await logIn(other, 'ada@example.org');
	await page.goto('/account');
	await page.getByLabel('Mot de passe actuel').fill(password);
	await page.getByLabel('Nouveau mot de passe').fill('une autre phrase longue');
	await page.getByRole('button', { name: 'Changer le mot de passe' }).click();
	await expect(page.getByText('Le mot de passe est changé.')).toBeVisible();
	await other.goto('/account');
	await expect(other.getByRole('main')).toContainText('Connectez-vous pour continuer');
	await page.reload();
	await expect(page.getByLabel('Nom')).toHaveValue('Ada Leclerc');
});

test('a login is seen and ended from another browser', async ({ page, server, another }) => {
	await setUp(page, server);
	const other = await another();
	await logIn(other, 'ada@example.org');
	await page.goto('/account');
	await expectAccessible(page, 'my account');
	await page.getByRole('button', { name: /^Terminer :/ }).click();
	await expect(page.getByRole('button', { name: /^Terminer :/ })).toHaveCount(0);
	await other.goto('/account');
	await expect(other.getByRole('main')).toContainText('Connectez-vous pour continuer');
	await page.getByRole('button', { name: 'Se déconnecter' }).click();
	await expect(page).toHaveURL(/\/login/);
	await page.goto('/account');
	await expect(page.getByRole('main')).toContainText('Connectez-vous pour continuer');
});

test('an admin changes a role, and closes an account', async ({ page, server, another }) => {
	await setUp(page, server);
	const zoe = await another();
	await comeIn(zoe, await invite(page, 'Zoé Martin', 'zoe@example.org'));
	await page.goto('/people?search=zo');
	await expect(page.getByRole('main').getByText('ada@example.org')).toHaveCount(0);
	await page.getByRole('button', { name: 'Gérer : Zoé Martin' }).click();
	const dialog = page.getByRole('dialog', { name: 'Zoé Martin' });
	await dialog.getByRole('radio', { name: 'Formateur' }).check();
	await dialog.getByRole('button', { name: 'Changer de rôle' }).click();
	await expect(dialog.getByText('C’est fait.')).toBeVisible();
	await expectAccessible(page, 'managing somebody');
	await dialog.getByRole('button', { name: 'Fermer le compte' }).click();
	await expect(dialog.getByRole('button', { name: 'Rouvrir le compte' })).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(page.getByRole('main').getByText('Fermé')).toBeVisible();
	await expectAccessible(page, 'people');
	await zoe.goto('/account');
	await expect(zoe.getByRole('main')).toContainText('Connectez-vous pour continuer');
});

test('one logs in by the keyboard alone', async ({ page, server, another }) => {
	await setUp(page, server);
	const other = await another();
	await other.goto('/login');
	await other.getByLabel('Adresse e-mail').focus();
	await other.keyboard.type('ada@example.org');
	await other.keyboard.press('Tab');
	await other.keyboard.type(password);
	await other.keyboard.press('Tab');
	await expect(other.getByRole('button', { name: 'Montrer le mot de passe' })).toBeFocused();
	await other.keyboard.press('Space');
	await expect(other.getByLabel('Mot de passe', { exact: true })).toHaveValue(password);
	await other.keyboard.press('Tab');
	await other.keyboard.press('Enter');
	await expect(other).not.toHaveURL(/login/);
});

test.describe('on a phone', () => {
	test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

	test('the pages of accounts fit', async ({ page, server }) => {
		const fits = async (screen: string) => {
			await expectNoSideways(page, screen);
			await expectNothingCut(page, screen);
			await expectTargets(page, screen);
			await expectAccessible(page, screen);
		};
		await page.goto('/login');
		await expect(page.getByLabel('Adresse e-mail')).toBeVisible();
		await fits('login');
		await setUp(page, server);
		await invite(page, 'Maximilienne Deschamps-Vandenbroucke', 'maximilienne@example.org');
		await expect(page.getByRole('button', { name: /^Gérer/ })).toHaveCount(2);
		await fits('people');
		await page.goto('/account');
		await expect(page.getByRole('button', { name: 'Se déconnecter' })).toBeVisible();
		await fits('my account');
	});
});
