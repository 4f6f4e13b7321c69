import { expectAccessible } from './parts/accessible';
import { inClassroom as test } from './parts/classroom';
import { expectNoSideways } from './parts/layout';
import { expect } from './parts/test';
import { toxique } from './parts/wire';

const repaired = toxique.repaired.filter((move) => !move.startsWith('?'));
const others = ['Bo Lind', 'Chloe Marin', 'David Ndiaye', 'Elise Ferrand', 'Farid Cherif'];

test('one reads one’s way beside those of the five others who finished before', async ({
	page,
	context,
	room,
}) => {
	const reading = async (name: string, moves: string[]) => {
		const one = await room.enrol(name);
		const attempt = await room.play(one, moves);
		await one.ask('put', `attempts/${attempt}/reflection`, { reaction: 'Bien.' });
		return { one, attempt };
	};
	const bo = await reading('Bo Lind', toxique.damaged);
	for (const name of others.slice(1)) await room.play(await room.enrol(name), repaired);
	const amel = await reading('Amel Haddad', repaired);

	await bo.one.sitDown(context);
	await page.goto(`/debrief/${bo.attempt}`);
	await expect(page.getByText('La promotion se montre à partir de cinq')).toBeVisible();
	await expect(page.getByText('Ce qu’ont choisi les autres')).toHaveCount(0);

	await amel.one.sitDown(context);
	await page.goto(`/debrief/${amel.attempt}`);
	const cohort = page.getByRole('region', { name: 'Votre parcours et ceux de la promotion' });
	await expect(cohort).toContainText(/Les chemins d’au moins 5\sautres personnes/);
	const peers = page.getByText('Ce qu’ont choisi les autres');
	await expect(peers.first()).toBeVisible();
	const mine = page.getByRole('listitem').filter({ hasText: 'votre choix' }).first();
	await expect(mine).toContainText(/environ \d+\s%|presque/);
	const said = await page.getByRole('main').innerText();
	for (const name of others) expect(said).not.toContain(name);
	await expectAccessible(page, 'a debrief beside the cohort’s');
	await page.setViewportSize({ width: 360, height: 740 });
	await expectNoSideways(page, 'a debrief beside the cohort’s');
});

test('a trainer rates a reason, and whoever wrote it reads so at home and in the debrief', async ({
	page,
	context,
	room,
}) => {
	test.setTimeout(120_000);
	const amel = await room.enrol('Amel Haddad');
	const bo = await room.enrol('Bo Lind');
	const attempt = await room.play(amel, repaired);
	await amel.ask('put', `attempts/${attempt}/reflection`, { reaction: 'Bien.' });
	await room.play(bo, toxique.damaged);

	await test.step('the trainer, with the rubric from 0 to 3', async () => {
		await room.trainer.sitDown(context);
		await page.goto(`/cohorts/${room.cohort}`);
		await page.getByRole('link', { name: 'Raisons', exact: true }).click();
		const reason = page.getByRole('article', { name: /^Raison \d/ });
		await expect(reason).toBeVisible();
		for (let turns = 0; turns < 6; turns++) {
			if (await reason.getByText('Parce que ultimatum, dit Amel').isVisible()) break;
			const before = await reason.locator('blockquote').innerText();
			await page.getByRole('button', { name: 'Suivante' }).click();
			await expect(reason.locator('blockquote')).not.toHaveText(before);
		}
		const rubric = page.getByRole('form', { name: 'Grille' });
		for (const [criterion, level] of Object.entries({ Indices: '1', Perspective: '2' })) {
			const one = rubric.getByRole('group', { name: criterion });
			await one.getByRole('radio', { name: new RegExp(`^${level}`) }).check();
		}
		await rubric.getByRole('textbox', { name: 'Commentaire' }).fill('Quel fait le montre ?');
		await expectAccessible(page, 'rating a reason');
		await rubric.getByRole('button', { name: 'Enregistrer et continuer' }).click();
		await expect(page.getByText(/5 attendent votre note/)).toBeVisible();
	});

	await test.step('who wrote it, from home to the debrief', async () => {
		await amel.sitDown(context);
		await page.goto('/');
		const news = page.getByText(/1\snouveau commentaire de vos formateurs/);
		await expect(news).toBeVisible();
		await expectAccessible(page, 'home with a comment');
		await page.getByRole('link', { name: 'Lire le bilan', exact: true }).first().click();
		await expect(page.getByText(/^1\sde vos raisons a reçu un commentaire/)).toBeVisible();
		await page.getByRole('button', { name: 'Lire le premier' }).click();
		const comment = page.getByRole('article').filter({ hasText: 'Quel fait le montre ?' }).last();
		await expect(comment).toBeInViewport();
		await expect(comment).toContainText('Théo Formateur');
		await expect(comment).toContainText(/Indices\s*1, vague\s*Perspective\s*2, correct/);
		await expectAccessible(page, 'a debrief with a comment');
		await page.goto('/');
		await expect(page.getByRole('article').first()).toBeVisible();
		await expect(news).toHaveCount(0);
	});

	await bo.sitDown(context);
	await page.goto('/');
	await expect(page.getByRole('article').first()).toBeVisible();
	await expect(page.getByText(/commentaire de vos formateurs/)).toHaveCount(0);
	const answer = await bo.request.get(`/api/v1/attempts/${attempt}/comments`);
	expect(answer.status()).toBe(404);
});
