import type { Page } from '@playwright/test';
import { assign, create, givePost } from './parts/cohort';
import { rowsOf, saved, workbook } from './parts/files';
import { comeIn, invite, setUp } from './parts/people';
import { Player } from './parts/player';
import { expect, shared as test } from './parts/test';
import { fr } from './parts/words';

test.beforeEach(({ trouble }) => trouble.allow(/status of (401|404|409)/));

/** Twenty-four people. The first is the one who plays; the last one's name begins as a formula does. */
const names = [
	'Noémie Lefèvre',
	...[
		'Aïcha',
		'Benoît',
		'Chloé',
		'Dédé',
		'Éloïse',
		'Françoise',
		'Gaël',
		'Hélène',
		'Inès',
		'Jérôme',
		'Kévin',
	].map((first) => `${first} Garçonnet`),
	...[
		'Léa',
		'Maël',
		'Noël',
		'Océane',
		'Pénélope',
		'Quitterie',
		'Régis',
		'Sélène',
		'Théa',
		'Ulysse',
		'Valère',
	].map((first) => `${first} D’Œuvray`),
	'=Zoé Âtre',
];

/** The list as a spreadsheet in French saves it in UTF-8. */
const list = {
	name: 'promotion.csv',
	mimeType: 'text/csv',
	buffer: Buffer.from(
		[
			'\ufeffNom complet;Adresse e-mail;Langue',
			...names.map((name, i) => `${name};s${i + 1}@example.org;fr`),
			'',
		].join('\r\n'),
	),
};

const title = 'Le client qui criait';
const map = (page: Page) => page.getByRole('region', { name: 'Les résultats' });

/** Has a page's report saved, as what the menu calls it. */
const have = (page: Page, what: string | RegExp) =>
	saved(page, () => page.getByRole('button', { name: what, exact: true }).click());

test('a company trains a promotion: from the set-up link to the files one hands over', async ({
	page,
	server,
	another,
}) => {
	test.setTimeout(120_000);
	await setUp(page, server);
	const cohort = await create(page, 'Conseil client, hiver');

	const link = await test.step('24 people are imported, and a link is handed over', async () => {
		await page.getByRole('button', { name: 'Importer une liste' }).first().click();
		const dialog = page.getByRole('dialog');
		await dialog.locator('input[type=file]').setInputFiles(list);
		await dialog.getByRole('button', { name: /^Inscrire 24/ }).click();
		await expect(dialog.getByText('24 personnes sont inscrites de plus.')).toBeVisible();
		const noemie = dialog.getByRole('listitem').filter({ hasText: 'Noémie Lefèvre' });
		const address = (await noemie.locator('code').textContent()) ?? '';
		expect(new URL(address).origin).toBe(server.url);
		const links = await saved(page, () =>
			dialog.getByRole('button', { name: 'Télécharger les liens (CSV)' }).click(),
		);
		expect(rowsOf(links.bytes.toString('utf8'))).toContainEqual([
			'Noémie Lefèvre',
			's1@example.org',
			address,
		]);
		await dialog.getByRole('button', { name: 'Fermer' }).last().click();
		return new URL(address).pathname;
	});

	await test.step('three cases are assigned, one to learn from step by step', async () => {
		await page.goto(`/cohorts/${cohort}/assignments`);
		await assign(page, title);
		await assign(page, '21 h 40');
		await assign(page, 'Le poisson et l’arbre', true);
		await expect(page.getByText(/^Apprentissage/)).toHaveCount(1);
	});

	await page.goto(`/cohorts/${cohort}`);
	const cell = map(page).getByRole('link', { name: new RegExp(`^Noémie Lefèvre, ${title}`) });
	await expect(cell).toHaveAccessibleName(/pas commencé$/);

	await test.step('one of them comes in by the link, and plays a case to its end', async () => {
		const noemie = await another();
		await comeIn(noemie, link);
		await noemie.goto('/');
		const given = noemie.getByRole('region', { name: 'À faire avec votre promotion' });
		await expect(given.getByRole('listitem')).toHaveCount(3);
		await expect(given.getByText('Explications après chaque décision')).toHaveCount(1);
		await given.getByRole('button', { name: `Commencer ${title}` }).click();
		await expect(noemie.getByRole('heading', { level: 1 })).toHaveText('Qui verra votre travail');
		await noemie.getByRole('button', { name: 'J’ai lu, je commence' }).click();
		await noemie.waitForURL(/\/play\//);
		const player = new Player(noemie);
		await player.decide('Lui parler demain, seul à seul', '=De vive voix, on s’écoute mieux.');
		await player.startClock();
		await player.decide('Poser un ultimatum', 'L’équipe a besoin d’être défendue.');
		await player.fill('Demander un point à trois', 'Sa directrice doit savoir.', 'Certain');
		await player.seal();
		await expect(player.main.getByRole('link', { name: fr.readDebrief })).toBeVisible();
	});

	await test.step('the trainer sees it a second later, and opens the person and the case', async () => {
		await page.getByRole('button', { name: /Relire$/ }).click();
		await expect(cell).toHaveAccessibleName(/\d+ sur 100$/, { timeout: 2_000 });
		await cell.click();
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('Noémie Lefèvre');
		await expect(page.getByText('L’équipe a besoin d’être défendue.')).toBeVisible();
		await page.goto(`/cohorts/${cohort}/cases`);
		await page.getByRole('link', { name: title }).click();
		await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
		await expect(page.getByText('1 personne · 1 partie terminée')).toBeVisible();
	});

	const report = new URL(page.url()).pathname;

	await test.step('the files of the cohort hold what the pages show', async () => {
		await page.goto(`/cohorts/${cohort}`);
		await page.getByText('Exporter', { exact: true }).click();
		const table = await have(page, 'Personnes');
		expect(table.name).toMatch(/^casebook-Conseil-client.*\.csv$/);
		const text = table.bytes.toString('utf8');
		expect(text.startsWith('\ufeffNom;Adresse;')).toBe(true);
		const [head = [], ...rows] = rowsOf(text);
		expect(head).toContain(title);
		const kept = names.map((name) => (name.startsWith('=') ? `'${name}` : name));
		expect(rows.map(([name]) => name).sort()).toEqual([...kept].sort());
		const noemie = rows.find(([name]) => name === 'Noémie Lefèvre') ?? [];
		expect(noemie[head.indexOf(title)]).toMatch(/^\d+(,\d+)?$/);
		for (const row of rows) for (const value of row) expect(value).not.toMatch(/^[=+@\t]/);

		const book = workbook((await have(page, /^Classeur/)).bytes);
		expect(book.sheets).toEqual(
			expect.arrayContaining(['Cas', 'Personnes', 'Progression', 'Compétences', 'Méthode']),
		);
		for (const name of names) expect(book.text).toContain(name);
		expect(book.formulas).toBe(0);

		const board = await have(page, /^Rapport à remettre/);
		expect(board.name).toMatch(/\.pdf$/);
		const pdf = board.bytes.toString('latin1');
		expect(pdf.slice(0, 5)).toBe('%PDF-');
		expect(pdf.match(/\/Type\s*\/Page\b/g)?.length).toBeGreaterThan(1);
		expect(pdf.trimEnd().endsWith('%%EOF')).toBe(true);
	});

	await test.step('a manager of the cohort reads figures, and no name', async () => {
		const mona = await another();
		const post = await invite(page, 'Mona Responsable', 'mona@example.org', 'Responsable');
		await givePost(page, cohort, 'mona@example.org', 'Responsable');
		await comeIn(mona, post);
		const nobody = (text: string) => {
			for (const name of names)
				for (const part of name.split(' ')) expect(text).not.toContain(part);
			expect(text).not.toMatch(/s\d+@example/);
		};
		for (const address of [report, `/cohorts/${cohort}/cases`, `/cohorts/${cohort}`]) {
			await mona.goto(address);
			await expect(mona.getByRole('main').locator('.card').first()).toBeVisible();
			nobody(await mona.getByRole('main').innerText());
		}
		await mona.getByText('Exporter', { exact: true }).click();
		await expect(mona.getByRole('button', { name: 'Personnes', exact: true })).toHaveCount(0);
		for (const what of ['Cas', 'Compétences']) {
			nobody((await have(mona, what)).bytes.toString('utf8'));
		}
		const book = workbook((await have(mona, /^Classeur/)).bytes);
		nobody(book.text);
		expect(book.sheets).not.toContain('Personnes');
		expect(book.sheets).not.toContain('Progression');
		for (const part of ['members', 'rationales', 'export?format=jsonl&lang=fr']) {
			const answer = await mona.request.get(`/api/v1/cohorts/${cohort}/${part}`);
			expect([403, 404], part).toContain(answer.status());
		}
	});

	await test.step('for a trainer of another cohort it does not exist', async () => {
		const basil = await another();
		await comeIn(basil, await invite(page, 'Basile Roy', 'basile@example.org', 'Formateur'));
		await create(basil, 'Une autre');
		await basil.goto('/cohorts');
		await expect(basil.getByRole('main').getByRole('listitem')).toHaveCount(1);
		await expect(basil.getByText('Conseil client, hiver')).toHaveCount(0);
		const person = (await cellAddress(page, cohort)) ?? '';
		const views = [
			'',
			'/cases',
			'/rationales',
			'/members',
			'/assignments',
			'/settings',
			'/retention',
		];
		for (const address of [...views.map((view) => `/cohorts/${cohort}${view}`), report, person]) {
			await basil.goto(address);
			await expect(basil.getByText('Cette page n’existe pas'), address).toBeVisible();
		}
		const parts = ['progress', 'rationales', 'agreement', 'retention', 'export?format=xlsx'];
		const asked = [...parts.map((part) => `/cohorts/${cohort}/${part}`), report, person];
		for (const path of asked) {
			const answer = await basil.request.get(
				`/api/v1${path}${path.includes('?') ? '&' : '?'}lang=fr`,
			);
			expect(answer.status(), path).toBe(404);
		}
	});
});

/** The address of the page of whoever has played. */
async function cellAddress(page: Page, cohort: string): Promise<string | null> {
	await page.goto(`/cohorts/${cohort}`);
	return map(page)
		.getByRole('link', { name: /^Noémie Lefèvre, / })
		.first()
		.getAttribute('href');
}
