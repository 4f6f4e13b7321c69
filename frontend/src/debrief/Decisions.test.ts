import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { expectAccessible } from '../../vitest/axe';
import { language } from '../parts/i18n.svelte';
import Decisions from './Decisions.svelte';
import { badDebrief, goodDebrief } from './testdata/fixtures';

beforeEach(() => language.choose('fr'));

const show = (debrief = badDebrief(), onwhatif = vi.fn()) => ({
	onwhatif,
	...render(Decisions, { debrief, onwhatif }),
});
const titles = () => screen.getAllByRole('heading', { level: 4 }).map((h) => h.textContent);

describe('the decisions read over', () => {
	it('come with the highest stake first, and in order of play when asked', async () => {
		show();
		expect(titles()).toEqual([
			'Laisser passer le lancement',
			'Remplacer Léa',
			'Reprendre le dossier vous-même',
		]);
		await userEvent.click(screen.getByRole('radio', { name: 'Ordre de la partie' }));
		expect(titles()).toEqual([
			'Laisser passer le lancement',
			'Reprendre le dossier vous-même',
			'Remplacer Léa',
		]);
	});

	it('wait when they are many, and come when they are asked for', async () => {
		const { moves, ...rest } = badDebrief();
		const many = moves.flatMap((move) =>
			[0, 1, 2].map((n) => ({ ...move, step: move.step * 3 + n })),
		);
		show({ ...rest, moves: many });
		expect(screen.getAllByRole('article')).toHaveLength(4);
		await userEvent.click(
			screen.getByRole('button', { name: 'Relire aussi les 5 autres décisions' }),
		);
		expect(screen.getAllByRole('article')).toHaveLength(9);
		expect(document.activeElement).toContainElement(screen.getAllByRole('article')[4] ?? null);
		expect(screen.queryByRole('button', { name: /Relire aussi/ })).toBeNull();
	});

	it('put the trainee’s words before the expert’s, and the cost after both', () => {
		show();
		const [card] = screen.getAllByRole('article');
		const text = card?.textContent?.replace(/\s+/g, ' ') ?? '';
		const order = [
			'je ne veux pas tout faire sauter',
			'Le silence tient lieu de réponse',
			'changer de compte',
			'ne pas dire la vérité au client',
			'Colette Ballou',
			'\u221224,6 points sur 24,6 en jeu',
			'Mieux, avec ce que vous pouviez savoir : Demander à Léa ses notes',
			'5 autres possibilités',
		].map((part) => text.indexOf(part));
		expect(order.every((at) => at >= 0)).toBe(true);
		expect(order).toEqual([...order].sort((a, b) => a - b));
	});

	it('say what each alternative was worth, and let it be tried', async () => {
		const { onwhatif } = show();
		const [card] = screen.getAllByRole('article');
		if (!card) throw new Error('no card');
		await userEvent.click(within(card).getByText(/autres possibilités/));
		const item = within(card).getByText('Lui parler demain, seul à seul').closest('li');
		expect(item).toHaveTextContent('10 points de plus');
		await userEvent.click(
			within(card).getByRole('button', { name: /Et si.*Lui parler demain, seul à seul/ }),
		);
		expect(onwhatif).toHaveBeenCalledExactlyOnceWith(0, 'appeler');
	});

	it('name critical incidents', () => {
		show();
		expect(screen.getAllByText('Incident critique')).toHaveLength(2);
	});

	it('count a discussion for nothing, and say so', () => {
		const debrief = badDebrief();
		debrief.moves.splice(1);
		debrief.moves.forEach((move) => (move.scored = false));
		show(debrief);
		expect(screen.getByText('Pour discuter, non noté')).toBeVisible();
		expect(screen.getByText(/Les experts ne s’accordent pas/)).toBeVisible();
		expect(screen.queryByText(/en jeu/)).toBeNull();
		expect(screen.queryByText(/points de plus/)).toBeNull();
	});

	it('leave the looks for after, without an expert', () => {
		show(goodDebrief());
		const looks = screen.getByRole('region', { name: 'Vos enquêtes' });
		expect(within(looks).getAllByRole('article')).toHaveLength(2);
		expect(within(looks).queryByText('Regard expert')).toBeNull();
		expect(within(looks).getByText('Aucun point perdu sur 13,6 en jeu')).toBeVisible();
	});

	it('keep the case’s language when the interface speaks another', () => {
		language.choose('en');
		show();
		const title = screen.getAllByRole('heading', { level: 4 })[0]?.firstElementChild;
		expect(title).toHaveAttribute('lang', 'fr');
		expect(screen.getByText('Your decisions, read over')).toBeVisible();
	});

	it('are accessible', async () => {
		await expectAccessible(show(goodDebrief()).container);
	}, 60_000);
});
