import { once } from 'node:events';
import { createServer } from 'node:net';
import { test as base, expect, type Page } from '@playwright/test';
import { expectAccessible } from './parts/accessible';
import { comeIn, invite, setUp } from './parts/people';
import { Organisation, type Claims } from './parts/provider';
import { Server, shouted } from './parts/server';

const people: Record<string, Claims> = {
	zoe: {
		name: 'Zoé Martin',
		email: 'zoe@example.org',
		email_verified: true,
		groups: ['staff', 'academy-trainers'],
	},
	doubtful: { name: 'Dan Doubt', email: 'ada@example.org', email_verified: false, groups: [] },
	root: { name: 'Rosa Root', email: 'rosa@example.org', email_verified: true, groups: ['it'] },
};

/** A port that nobody listens on. */
async function free(): Promise<number> {
	const probe = createServer().listen(0, '127.0.0.1');
	await once(probe, 'listening');
	const address = probe.address();
	probe.close();
	await once(probe, 'close');
	return typeof address === 'object' && address ? address.port : 0;
}

const test = base.extend<{ house: { server: Server; organisation: Organisation } }>({
	house: async ({ locale }, use) => {
		const server = new Server([shouted]);
		server.url = `http://127.0.0.1:${await free()}`;
		const organisation = new Organisation(people);
		await organisation.open(`${server.url}/api/v1/oidc/callback`);
		await server.start(
			[
				...['--public-url', server.url, '--oidc-issuer', organisation.issuer],
				...['--oidc-client-id', 'casebook', '--oidc-label', 'Connexion de la maison'],
				...['--oidc-groups', 'academy-trainers=trainer,it=admin'],
			],
			{ CASEBOOK_OIDC_SECRET: 'a secret', CASEBOOK_LANG: locale?.slice(0, 2) ?? 'fr' },
		);
		await use({ server, organisation });
		organisation.close();
		await server.remove();
	},
	baseURL: async ({ house }, use) => use(house.server.url),
});

/** Logs in at the provider, with its own pages, and comes back. */
async function come(page: Page, as: string): Promise<void> {
	await page.goto('/login');
	await page.getByRole('link', { name: 'Connexion de la maison' }).click();
	await page.locator('input[name=login]').fill(as);
	await page.locator('input[name=password]').fill('anything');
	await page.locator('button[type=submit]').click();
	await page.waitForURL(/\/interaction\/|\/login|\/$/);
	if (page.url().includes('/interaction/')) await page.locator('button[type=submit]').click();
}

test('somebody comes in by their organisation, with the role of their group, and leaves', async ({
	page,
	baseURL,
}) => {
	await page.goto('/');
	await page.getByRole('button', { name: 'Commencer' }).first().click();
	await expect(page).toHaveURL(/\/play\//);
	await page.goto('/login');
	await expect(page.getByRole('link', { name: 'Connexion de la maison' })).toBeVisible();
	await expectAccessible(page, 'login, with a provider');
	await come(page, 'zoe');
	await expect(page).toHaveURL(`${baseURL}/`);
	await expect(page.getByRole('link', { name: 'Reprendre' }).first()).toBeVisible();
	const me = await (await page.request.get('/api/v1/me')).json();
	expect(me).toMatchObject({
		...{ kind: 'person', role: 'trainer', name: 'Zoé Martin', email: 'zoe@example.org' },
		...{ verified: true, hasPassword: false },
	});

	await page.goto('/account');
	await expect(page.getByText('par votre organisation')).toBeVisible();
	await page.getByRole('button', { name: 'Se déconnecter' }).click();
	await expect(page).toHaveURL(/\/login/);
	expect((await page.request.get('/api/v1/me')).status()).toBe(401);

	await page.getByRole('link', { name: 'Connexion de la maison' }).click(); // the provider knows them still
	await expect(page).toHaveURL(`${baseURL}/`);
	expect((await (await page.request.get('/api/v1/me')).json()).id).toBe(me.id);
});

test('an answer that was not asked for here lets nobody in', async ({ page, browser, baseURL }) => {
	await page.goto('/api/v1/oidc/callback?code=stolen&state=forged');
	await expect(page).toHaveURL(/\/login\?refused=oidc_state/);
	await expect(page.getByRole('alert')).toContainText('commencée ailleurs');

	const victim = await browser.newContext({ baseURL });
	const other = await victim.newPage();
	await other.goto('/login');
	await come(page, 'zoe');
	await expect(page).toHaveURL(`${baseURL}/`);
	await other.goto('/api/v1/oidc/begin'); // begins an errand of its own
	await other.goto('/api/v1/oidc/callback?code=anything&state=another');
	await expect(other).toHaveURL(/\/login\?refused=oidc_state/);
	expect((await other.request.get('/api/v1/me')).status()).toBe(401);
	await victim.close();
});

test('an account under the same address is joined only when both sides have checked it', async ({
	page,
	browser,
	house,
}) => {
	await setUp(page, house.server);
	const invited = await invite(page, 'Zoé', 'zoe@example.org');
	const zoe = await (
		await browser.newContext({ baseURL: house.server.url, locale: 'fr-FR' })
	).newPage();
	await comeIn(zoe, invited);
	const before = await (await zoe.request.get('/api/v1/me')).json();
	await come(zoe, 'zoe');
	const after = await (await zoe.request.get('/api/v1/me')).json();
	expect(after).toMatchObject({ id: before.id, role: 'trainer', hasPassword: true });

	const dan = await (
		await browser.newContext({ baseURL: house.server.url, locale: 'fr-FR' })
	).newPage();
	await come(dan, 'doubtful');
	await expect(dan).toHaveURL(/refused=address_elsewhere/);
	await expect(dan.getByRole('alert')).toContainText('ne prouve pas être le vôtre');
	await zoe.context().close();
	await dan.context().close();
});

test('the groups take nothing from the last admin, who reads why and what to do', async ({
	page,
	house,
	baseURL,
}) => {
	await come(page, 'root');
	await expect(page).toHaveURL(`${baseURL}/`);
	expect(await (await page.request.get('/api/v1/me')).json()).toMatchObject({ role: 'admin' });
	await page.goto('/account');
	await page.getByRole('button', { name: 'Se déconnecter' }).click();
	await expect(page).toHaveURL(/\/login/);
	house.organisation.regroup('root', ['staff']);
	await page.getByRole('link', { name: 'Connexion de la maison' }).click();
	await expect(page).toHaveURL(/refused=last_admin/);
	await expect(page.getByRole('alert')).toContainText('vous êtes le dernier ici');
});

test('whoever says no at the provider is told so', async ({ page }) => {
	await page.goto('/login');
	await page.getByRole('link', { name: 'Connexion de la maison' }).click();
	await page.waitForURL(/\/interaction\//);
	await page.goto('/api/v1/oidc/callback?error=access_denied'); // as the provider sends them
	await expect(page).toHaveURL(/refused=oidc_refused/);
	await expect(page.getByRole('alert')).toContainText('n’a pas confirmé qui vous êtes');
});

test('a provider that is away keeps nobody else out', async ({ page, house, baseURL }) => {
	house.organisation.close();
	await page.goto('/login');
	await page.getByRole('link', { name: 'Connexion de la maison' }).click();
	await expect(page).toHaveURL(/refused=oidc_away/);
	await expect(page.getByRole('alert')).toContainText('ne répond pas');
	await setUp(page, house.server);
	await expect(page).toHaveURL(`${baseURL}/people`);
});
