import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { expectAccessible } from '../../vitest/axe';
import type { Explanation as Told } from '../api/comments';
import { language } from '../parts/i18n.svelte';
import Explanation from './Explanation.svelte';

beforeEach(() => language.choose('fr'));

const waited: Told = {
	step: 0,
	title: '22 h 47',
	label: 'Laisser passer le lancement',
	timedOut: false,
	scored: true,
	regret: 5,
	stake: 9,
	better: 'Appeler Marc',
	expertHtml: '<p>Le silence tient lieu de réponse.</p>',
	temptingHtml: '<p>Le calendrier presse.</p>',
	evidence: [{ competency: 'verite', label: 'Dire la vérité', points: -1 }],
	points: [
		{
			id: 'T8',
			source: 'ballou4',
			author: 'Colette Ballou',
			title: 'Le client toxique',
			point: 'Dire la vérité tôt.',
		},
	],
};

const show = (over: Partial<Told> = {}) =>
	render(Explanation, { lang: 'fr', explanation: { ...waited, ...over } });

describe('an explanation', () => {
	it('says what the decision cost, what was better, why, and from which source', () => {
		show();
		const panel = screen.getByRole('region', { name: 'Ce que cette décision valait' });
		const said = panel.textContent.replace(/\s+/g, ' ');
		expect(said).toContain('\u22125 points sur 9 en jeu');
		for (const part of [
			'Appeler Marc',
			'Le silence tient lieu',
			'Colette Ballou',
			'Dire la vérité \u22121',
		])
			expect(said).toContain(part);
	});

	it('of a discussion says nothing of points', () => {
		show({ scored: false, regret: undefined, stake: undefined, better: undefined });
		expect(screen.getByText(/ne s’accordent pas ici/)).toBeInTheDocument();
		expect(screen.queryByText(/en jeu/)).toBeNull();
	});

	it('says when silence chose, and names an incident', () => {
		show({ timedOut: true, incident: 'promesse' });
		expect(screen.getByText(/celui du silence/)).toBeInTheDocument();
		expect(screen.getByText(/plafonne le score/)).toBeInTheDocument();
	});

	it('is skipped to the story that goes on below', async () => {
		const { container } = show();
		const article = document.createElement('article');
		article.innerHTML = '<h1 tabindex="-1">Le lendemain</h1>';
		container.append(article);
		await userEvent.click(screen.getByRole('button', { name: 'Continuer l’histoire' }));
		expect(screen.getByRole('heading', { name: 'Le lendemain' })).toHaveFocus();
	});

	it('is accessible', async () => {
		await expectAccessible(show().container);
	});
});
