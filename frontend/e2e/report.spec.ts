import type { Page } from '@playwright/test';
import { expectAccessible } from './parts/accessible';
import { inClassroom as test, type Classroom } from './parts/classroom';
import { expectNoSideways, expectNothingCut } from './parts/layout';
import { expect } from './parts/test';
import { toxique } from './parts/wire';

const repaired = toxique.repaired.filter((move) => !move.startsWith('?'));
const names = [
	'Amel Haddad',
	'Bo Lind',
	'Chloe Marin',
	'David Ndiaye',
	'Elise Ferrand',
	'Farid Cherif',
];
const map = (page: Page) => page.getByRole('region', { name: 'Les résultats' });

/** Six people, of whom five have finished, two of them badly. */
async function fill(room: Classroom): Promise<void> {
	for (const [i, name] of names.entries()) {
		const trainee = await room.enrol(name);
		if (i < 5) await room.play(trainee, i < 2 ? toxique.damaged : repaired);
	}
}

test('a trainer sees a finished attempt a moment later, and reads what was decided', async ({
	page,
	context,
	room,
}) => {
	const amel = await room.enrol('Amel Haddad');
	await room.trainer.sitDown(context);
	await page.goto(`/cohorts/${room.cohort}`);
	const cell = map(page).getByRole('link', { name: /^Amel Haddad, / });
	await expect(cell).toHaveAccessibleName(/pas commencé$/);
	await room.play(amel, toxique.damaged);
	await page.getByRole('button', { name: /Relire$/ }).click();
	await expect(cell).toHaveAccessibleName(/sur 100$/, { timeout: 2_000 });

	await cell.click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Amel Haddad');
	await expect(page.getByText(/Ouvrir cette page est consigné/)).toBeVisible();
	await expect(page.getByText('Parce que attendre, dit Amel Haddad.')).toBeVisible();
	await page.getByRole('link', { name: /^Lire le bilan/ }).click();
	await expect(page.getByText('Le bilan tel que la personne le lit.')).toBeVisible();
	await expect(page.getByRole('button', { name: /^Rejouer ainsi/ })).toHaveCount(0);
	await page.getByRole('link', { name: 'Revenir à la personne' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Amel Haddad');
});

test('filters live in the address: they survive a reload, and can be gone back from', async ({
	page,
	context,
	room,
}) => {
	await fill(room);
	await room.trainer.sitDown(context);
	await page.goto(`/cohorts/${room.cohort}`);
	const shown = map(page).getByRole('status');
	await expect(shown).toHaveText(/^6.personnes affichées sur 6$/);
	await page.getByRole('combobox', { name: 'État' }).selectOption('finished');
	await expect(shown).toHaveText(/^5.personnes affichées sur 6$/);
	await page.getByRole('searchbox', { name: 'Nom ou adresse' }).fill('élise');
	await expect(shown).toHaveText(/^1.personne affichée sur 6$/);
	await page.reload();
	await expect(shown).toHaveText(/^1.personne affichée sur 6$/);
	await expect(page.getByRole('searchbox', { name: 'Nom ou adresse' })).toHaveValue('élise');
	await page.goBack();
	await expect(shown).toHaveText(/^6.personnes affichées sur 6$/);
	await expect(page).toHaveURL(`/cohorts/${room.cohort}`);
});

test('the map is gone through with the keyboard alone', async ({ page, context, room }) => {
	await fill(room);
	await room.trainer.sitDown(context);
	await page.goto(`/cohorts/${room.cohort}`);
	await map(page).getByRole('link', { name: 'Le client qui criait', exact: true }).focus();
	await page.keyboard.press('Tab');
	await expect(map(page).getByRole('link', { name: /^Amel Haddad, / })).toBeFocused();
	await page.keyboard.press('ArrowDown');
	await expect(map(page).getByRole('link', { name: /^Bo Lind, / })).toBeFocused();
	await page.keyboard.press('Control+End');
	await expect(map(page).getByRole('link', { name: /^Farid Cherif, / })).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Farid Cherif');
	await page.keyboard.press('Control+k');
	await page.getByRole('combobox', { name: 'Où aller' }).fill('printemps');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Printemps');
});

test('a manager reads figures and no name; a trainer of another cohort reads nothing', async ({
	page,
	context,
	room,
	trouble,
}) => {
	trouble.allow(/status of 404/);
	await fill(room);
	const pages = [`/cohorts/${room.cohort}`, `/cohorts/${room.cohort}/cases/client-toxique/1`];
	await room.manager.sitDown(context);
	for (const address of pages) {
		await page.goto(address);
		await expect(page.getByText(/groupes complets de 5/).first()).toBeVisible();
		const said = await page.getByRole('main').innerText();
		for (const name of names) expect(said).not.toContain(name);
	}
	await expect(page.getByRole('navigation', { name: 'Lieux de Casebook' })).toHaveText(
		/Jouer\s*Promotions\s*Mon compte/,
	);
	await room.stranger.sitDown(context);
	for (const address of pages) {
		await page.goto(address);
		await expect(page.getByRole('heading', { name: 'Cette page n’existe pas' })).toBeVisible();
	}
});

test('a case opens on what splits the room, and says each figure’s n', async ({
	page,
	context,
	room,
}) => {
	await fill(room);
	await room.trainer.sitDown(context);
	await page.goto(`/cohorts/${room.cohort}/cases`);
	await page.getByRole('link', { name: 'Le client qui criait' }).click();
	const split = page.getByRole('region', { name: 'La décision qui partage la salle' });
	await expect(split.getByText(/^\d sur \d/).first()).toBeVisible();
	await expect(page.getByRole('img', { name: /^Carte des chemins/ })).toBeVisible();
	await page.getByRole('radio', { name: 'La première de chacun' }).check();
	await expect(page).toHaveURL(/attempts=first$/);
	await page.getByText('Tous les chiffres de cette décision').first().click();
	await expect(page.getByText(/n\s=\s5/).first()).toBeVisible();
});

test('each screen is accessible in both themes, and fits 360 px', async ({
	page,
	context,
	room,
}) => {
	test.slow();
	await fill(room);
	await room.trainer.sitDown(context);
	await page.goto(`/cohorts/${room.cohort}`);
	const person = await map(page)
		.getByRole('link', { name: /^Amel Haddad, / })
		.getAttribute('href');
	const screens: [string, string][] = [
		[`/cohorts/${room.cohort}`, 'progress'],
		[`/cohorts/${room.cohort}?by=competency`, 'competencies'],
		[`/cohorts/${room.cohort}?search=nobody`, 'nobody found'],
		[`/cohorts/${room.cohort}/cases`, 'cases'],
		[`/cohorts/${room.cohort}/cases/client-toxique/1`, 'a case'],
		[person ?? '', 'a person'],
	];
	for (const [address, screen] of screens) {
		await page.setViewportSize({ width: 1280, height: 740 });
		await page.goto(address);
		await expect(page.getByRole('main').locator('.card').first()).toBeVisible();
		await page.evaluate(() =>
			document.querySelectorAll('details').forEach((one) => (one.open = true)),
		);
		await expectAccessible(page, screen);
		await page.setViewportSize({ width: 360, height: 740 });
		await expectNoSideways(page, screen);
		await expectNothingCut(page, screen);
		await expectAccessible(page, `${screen}, narrow`);
	}
});
