import { hurriedWorkshop } from './parts/cases';
import { Player } from './parts/player';
import { alone, expect } from './parts/test';
import { refusal } from './parts/trouble';
import { fr } from './parts/words';
import type { Wire } from './parts/wire';

const seconds = 3;

/** A server whose workshop leaves three seconds: the server judges the clock, so real time has to pass. */
const test = alone.extend({
	// eslint-disable-next-line no-empty-pattern -- Playwright reads the fixtures asked for from here
	scenarios: async ({}, use) => {
		const { folder, remove } = hurriedWorkshop(seconds);
		await use([folder]);
		remove();
	},
});

/** An attempt that stands before its timed decision. */
async function beforeTheClock(wire: Wire) {
	const { id } = await wire.begin('workshop', 'fr', 'standard');
	return wire.move(id, '?relire', 'questions');
}

test.beforeEach(({ trouble }) => {
	// At zero the page asks; a server that still grants its grace says: not yet.
	trouble.allow(refusal(409, /\/timeouts/));
});

test('text first, then the clock; when time runs out, silence decides', async ({ page, wire }) => {
	const player = new Player(page);
	await player.open(await beforeTheClock(wire));
	await expect(player.main.getByText("Sa phrase reste en l'air.")).toBeVisible();
	await expect(player.main.getByText('Vous aurez 3 s pour décider.')).toBeVisible();
	await expect(player.form).toBeHidden();
	await expect(page.getByRole('timer')).toBeHidden();

	await player.startClock();
	await expect(player.form.getByRole('radio').first()).toBeFocused();
	await expect(page.getByRole('timer')).toHaveAccessibleName(/^Il reste \d\ss$/);
	await player.reason.fill('Je cherche mes mots.');
	await expect(player.main.getByText('Le temps est écoulé')).toBeVisible();
	await expect(player.consequence).toContainText("Vous enchaînez sur l'arborescence");
	await expect(player.title).toHaveText('La pause');
	await expect(page.getByRole('timer')).toBeHidden();
	await expect(player.main.getByText('Je cherche mes mots.')).toBeVisible();

	const { thread } = await wire.attempt(player.id);
	expect(thread.at(-1)).toMatchObject({ move: 'avancer', timedOut: true });
});

test('a reload does not stop the clock', async ({ page, wire }) => {
	const player = new Player(page);
	await player.open(await beforeTheClock(wire));
	await player.startClock();
	await page.reload();
	await expect(player.main.getByText('Le temps est écoulé')).toBeVisible();
	await page.reload();
	await expect(player.main.getByText('Le temps est écoulé')).toBeVisible();
});

test('the settings give twice the time, from the gate itself', async ({ page, wire }) => {
	const player = new Player(page);
	const { id } = await wire.begin('workshop', 'fr', 'standard');
	await player.open(await wire.move(id, '?relire', 'questions'));
	await player.main.getByRole('button', { name: 'Régler le temps' }).click();
	const settings = page.getByRole('dialog', { name: fr.settings });
	await settings.getByRole('radio', { name: '× 2' }).check();
	await page.keyboard.press('Escape');
	await expect(player.main.getByText('Vous aurez 6 s pour décider.')).toBeVisible();
	await player.startClock();
	await player.decide('Laisser Tom poser sa question', 'Il connaît mieux le dossier.');
	expect((await wire.attempt(id)).thread.at(-1)).toMatchObject({ move: 'laisser-tom' });
});

test('the settings take the clock away', async ({ page, wire }) => {
	const player = new Player(page);
	await player.open(await beforeTheClock(wire));
	await page.getByRole('button', { name: fr.settings }).click();
	const settings = page.getByRole('dialog', { name: fr.settings });
	await settings.getByRole('radio', { name: 'Sans chronomètre' }).check();
	await page.keyboard.press('Escape');
	await expect(player.form.getByRole('radio').first()).toBeVisible();
	await expect(page.getByRole('timer')).toHaveCount(0);
	await player.decide('Laisser Tom poser sa question', 'Il connaît mieux le dossier.');
	await expect(player.title).toHaveText('La pause');
});

test('an attempt begun with the clock off in the settings has no clock', async ({ page }) => {
	const player = new Player(page);
	await page.goto('/');
	await page.getByRole('button', { name: fr.settings }).click();
	await page.getByRole('radio', { name: 'Sans chronomètre' }).check();
	await page.keyboard.press('Escape');
	await player.begin("L'atelier de jeudi");
	await player.decide('Envoyer un programme', 'Un cadre.');
	await expect(player.form.getByRole('radio').first()).toBeVisible();
});
