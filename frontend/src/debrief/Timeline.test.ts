import { render, screen } from '@testing-library/svelte';
import { beforeEach, describe, expect, it } from 'vitest';
import { expectAccessible } from '../../vitest/axe';
import { language } from '../parts/i18n.svelte';
import Timeline from './Timeline.svelte';
import { badDebrief, goodDebrief } from './testdata/fixtures';

beforeEach(() => language.choose('fr'));

/** The list item that tells something, as one line of text. */
function itemOf(text: string | RegExp): string {
	return screen.getByText(text).closest('li')?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
}

describe('the thread of facts', () => {
	it('tells what was seen, what it brought and what it moved', () => {
		render(Timeline, { debrief: goodDebrief() });
		const look = itemOf('Demander à Léa ses notes de la semaine');
		expect(look).toMatch(/Enquête · en 21 s/);
		expect(look).toMatch(/Des faits, pas des adjectifs/);
		expect(look).toMatch(/Temps de 25 à 10/);
	});

	it('numbers the decisions, looks aside', () => {
		render(Timeline, { debrief: goodDebrief() });
		expect(itemOf('Lui parler demain, seul à seul')).toMatch(/Décision 1/);
		expect(itemOf('Convenir de règles de travail')).toMatch(/Décision 3/);
	});

	it('tells chance with its odds', () => {
		render(Timeline, { debrief: goodDebrief() });
		expect(itemOf(/Je ne m’en étais pas rendu compte/)).toMatch(
			/La chance.*Cela arrivait 80 % du temps/,
		);
	});

	it('traces what came later to its cause', () => {
		render(Timeline, { debrief: badDebrief() });
		expect(itemOf(/J’ai demandé à changer de compte/)).toMatch(
			/Plus tard.*Suite de votre décision 1 : Laisser passer le lancement/,
		);
	});

	it('says when silence chose', () => {
		const debrief = badDebrief();
		debrief.moves.forEach((move) => (move.timedOut = move.step === 1));
		render(Timeline, { debrief });
		expect(itemOf('Reprendre le dossier vous-même')).toMatch(/le silence a choisi pour vous/);
	});

	it('is accessible', async () => {
		await expectAccessible(render(Timeline, { debrief: badDebrief() }).container);
	});
});
