import { expect, test } from './parts/test';
import { toxique } from './parts/wire';

test('what if: a copy with one decision changed, and no trace on the record', async ({
	page,
	wire,
}) => {
	const { id } = await wire.begin('client-toxique');
	await wire.move(id, ...toxique.damaged);
	await wire.react(id, 'Mal.');
	const before = await wire.debrief(id);
	const main = page.getByRole('main');

	await page.goto(`/debrief/${id}`);
	await main
		.getByRole('button', { name: /^Rejouer ainsi/ })
		.first()
		.click();
	await expect(page).toHaveURL(/\/what-if\/\d+$/);
	await expect(page.getByText('Une copie, pour voir')).toBeVisible();
	await expect(main.getByRole('heading', { level: 1 })).toHaveText('Et si…');
	await expect(main.getByRole('heading', { name: 'Les deux chemins' })).toBeVisible();
	const ends = main.getByRole('region', { name: 'Les deux fins' });
	await expect(ends.getByRole('article').first()).toContainText('Une relation abîmée');
	await expect(ends.getByRole('article')).toHaveCount(2);

	await test.step('another choice, on the same page', async () => {
		await main.getByRole('radio').first().check();
		await main.getByRole('button', { name: 'Rejouer avec les mêmes dés' }).click();
		await expect(ends.getByRole('article')).toHaveCount(2);
	});

	await test.step('a reload keeps the copy in view', async () => {
		await page.reload();
		await expect(ends.getByRole('article')).toHaveCount(2);
	});

	await page.getByRole('link', { name: 'Revenir au bilan' }).click();
	await expect(main.getByRole('heading', { level: 1 })).toHaveText('Une relation abîmée');
	expect(await wire.debrief(id)).toEqual(before);
});

test('a critical incident caps the score, and the debrief says so', async ({ page, wire }) => {
	const { id } = await wire.begin('client-toxique');
	await wire.move(id, ...toxique.damaged);
	await wire.react(id, 'Mal.');
	await page.goto(`/debrief/${id}`);
	const score = page.getByRole('region', { name: 'D’où vient votre score' });
	await expect(score).toContainText('2 incidents critiques');
	await expect(score).toContainText('Attendu, et pas arrivé');
	await expect(page.getByText('Suite de votre décision 1').first()).toBeVisible();
});

test('the reflection is kept: after a pause, after its button, after a reload', async ({
	page,
	wire,
}) => {
	const { id } = await wire.begin('client-toxique');
	await wire.move(id, ...toxique.repaired);
	await page.goto(`/debrief/${id}`);
	const main = page.getByRole('main');
	await main.getByRole('button', { name: 'Passer cette question' }).click();

	const principle = main.getByRole('textbox', { name: /^Et vous, qu’en gardez-vous/ });
	await principle.fill('Dire les faits tôt.');
	await expect(main.getByRole('status').filter({ hasText: 'Enregistré à' }).first()).toBeVisible();

	await main.getByRole('textbox', { name: 'Quand…' }).fill('un client hausse le ton');
	await main.getByRole('textbox', { name: 'alors je…' }).fill('nomme les faits');
	await main.getByLabel(/^À partir du/).fill('2030-01-07');
	await main.getByRole('textbox', { name: /^Devant témoin/ }).fill('Léa');
	await expect(
		main.getByText('Quand un client hausse le ton, alors je nomme les faits.').first(),
	).toBeVisible();
	await main.getByRole('button', { name: 'Enregistrer l’engagement' }).click();
	await expect(main.getByText('Engagement enregistré.')).toBeVisible();

	await page.reload();
	await expect(principle).toHaveValue('Dire les faits tôt.');
	await expect(main.getByRole('textbox', { name: 'alors je…' })).toHaveValue('nomme les faits');
	await expect(main.getByRole('textbox', { name: /^Devant témoin/ })).toHaveValue('Léa');
	await expect(main.getByText('Engagement enregistré.')).toBeVisible();
	expect((await wire.debrief(id)).reflection).toMatchObject({
		principle: 'Dire les faits tôt.',
		commitment: {
			when: 'un client hausse le ton',
			then: 'nomme les faits',
			date: '2030-01-07',
			witness: 'Léa',
		},
	});
});

test('the printed debrief drops the navigation and shows what a button hid', async ({
	page,
	wire,
}) => {
	const { id } = await wire.begin('client-toxique');
	await wire.move(id, ...toxique.repaired);
	await wire.react(id, 'Bien.');
	await page.goto(`/debrief/${id}`);
	const table = page.getByRole('table', { name: 'Compétences mobilisées' });
	const score = page.getByRole('region', { name: 'D’où vient votre score' }).getByText(/sur 100/);
	await expect(score).toBeVisible();
	await expect(table).toBeHidden();

	await page.emulateMedia({ media: 'print' });
	await expect(page.getByRole('banner')).toBeHidden();
	await expect(page.getByRole('navigation')).toBeHidden();
	await expect(page.getByRole('button').filter({ visible: true })).toHaveCount(0);
	await expect(table).toBeVisible();
	await expect(score).toBeVisible();
	await expect(page.getByText('Parce que hierarchie, au pas 4.')).toBeVisible();
	await expect(page.getByRole('heading', { name: 'Sources' })).toBeVisible();
});

test('the decisions are read by stake, or in the order of play', async ({ page, wire }) => {
	const { id } = await wire.begin('client-toxique');
	await wire.move(id, ...toxique.repaired);
	await wire.react(id, 'Bien.');
	await page.goto(`/debrief/${id}`);
	const decisions = page.getByRole('region', { name: 'Vos décisions, relues' });
	const { moves } = await wire.debrief(id);
	const made = moves.filter(({ kind }) => kind === 'decision');
	const names = decisions.getByRole('heading', { level: 4 });
	const byStake = [...made].sort((a, b) => b.stake - a.stake);
	await expect(names).toHaveText(byStake.map(({ label }) => label));
	await decisions.getByRole('radio', { name: 'Ordre de la partie' }).check();
	await expect(names).toHaveText(made.map(({ label }) => label));
});

test('the debrief waits for the ending', async ({ page, wire, trouble }) => {
	trouble.allow(/status of 409 .*\/debrief$/);
	const { id } = await wire.begin('client-toxique');
	await page.goto(`/debrief/${id}`);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Cette partie n’est pas finie');
	await page.getByRole('link', { name: 'Reprendre la partie' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('22 h 47');
});
