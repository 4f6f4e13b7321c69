import { expectAccessible } from './parts/accessible';
import { expectNoSideways } from './parts/layout';
import { Player } from './parts/player';
import { alone, expect } from './parts/test';
import { en, fr } from './parts/words';
import { Wire } from './parts/wire';

const cases = ['bon-client', 'client-toxique', 'passation', 'petite-agence', 'vision-contestee'];

/** The cases as they ship, each played to its end by somebody who takes one look and then makes the nth choice shown. */
alone.use({ scenarios: [] });

for (const [at, id] of cases.entries()) {
	alone(`${id} is played to its debrief, in French, by keyboard`, async ({ page, wire }) => {
		const player = new Player(page);
		let attempt = await wire.begin(id);
		await player.open(attempt);
		await expectAccessible(page, `${id}, the first decision`);
		const [look] = attempt.looks;
		if (look) await player.look(look.label);
		for (let n = at; attempt.status === 'in_progress' && n < at + 20; n++) {
			attempt = await wire.attempt(attempt.id);
			const place = n % attempt.choices.length;
			await page.locator('body').press(String(place + 1));
			await expect(player.choice(attempt.choices[place]?.label ?? '?')).toBeChecked();
			await player.reason.fill('Parce que le dossier le dit.');
			await player.confidence(fr.sures[1] ?? '').check();
			await page.keyboard.press('Control+Enter');
			await expect(player.consequence).toBeFocused();
			attempt = await wire.attempt(attempt.id);
		}
		expect(attempt.status).toBe('completed');
		await wire.react(attempt.id, 'Soulagé.');
		await page.goto(`/debrief/${attempt.id}`);
		await expect(page.getByRole('heading', { level: 1 })).toHaveText(attempt.node.title);
		await expectAccessible(page, `${id}, the debrief`);
	});
}

alone.describe('on a phone', () => {
	alone.use({ viewport: { width: 360, height: 740 }, locale: 'en-GB' });

	for (const [at, id] of cases.entries()) {
		alone(`${id} fits at every step, in English`, async ({ page, context }) => {
			const wire = new Wire(context.request);
			const player = new Player(page, en);
			let attempt = await wire.begin(id, 'en');
			for (let n = at; attempt.status === 'in_progress' && n < at + 20; n++) {
				await player.open(attempt);
				await expectNoSideways(page, `${id}, step ${attempt.step}`);
				const { looks, choices } = attempt;
				const [look] = looks;
				const move = look && n % 3 === 0 ? `?${look.id}` : (choices[n % choices.length]?.id ?? '?');
				attempt = await wire.move(attempt.id, move);
			}
			expect(attempt.status).toBe('completed');
			await wire.react(attempt.id, 'Relieved.');
			await page.goto(`/debrief/${attempt.id}`);
			await expect(page.getByRole('heading', { level: 1 })).toHaveText(attempt.node.title);
			await expectNoSideways(page, `${id}, the debrief`);
		});
	}
});
