import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { expectAccessible } from '../../vitest/axe';
import { language } from '../parts/i18n.svelte';
import { me } from '../parts/me.svelte';
import { router } from '../parts/router.svelte';
import { caseReport, cohortId as id, figures, personId, progress, trainee } from '../test/report';
import { serve, type Reply } from '../test/server';
import Case from './Case.svelte';
import Cases from './Cases.svelte';
import Person from './Person.svelte';
import Progress from './Progress.svelte';

const user = userEvent.setup();
const account = personId(2);
const trainer = {
	id: account,
	kind: 'person',
	role: 'trainer' as const,
	posts: [{ cohort: id, name: 'Promotion', post: 'trainer' as const }],
};

/** A server that answers each operation with what it is given. */
function answers(reply: (path: string) => Reply) {
	return serve(({ path }) => (path === '/me' ? trainer : reply(path)));
}

beforeEach(() => {
	language.choose('fr');
	router.visit(`/cohorts/${id}`);
	me.left();
});

afterEach(() => vi.unstubAllGlobals());

describe('a cohort’s progress', () => {
	it('answers first who needs help, and why, with the rule one click away', async () => {
		answers(() => progress());
		const { container } = render(Progress, { id });
		const help = await screen.findByRole('region', { name: 'Qui a besoin d’aide' });
		expect(within(help).getByText('3 personnes à qui parler d’abord')).toBeVisible();
		expect(within(help).getByRole('link', { name: 'Chloé Marin' })).toHaveAttribute(
			'href',
			`/cohorts/${id}/people/${account}`,
		);
		expect(within(help).getAllByText(/Sans un coup depuis 9 jours/)).toHaveLength(3);
		expect(within(help).getByText(/un humain confirme/)).toBeVisible();
		await user.click(within(help).getByText('D’où viennent ces signes'));
		expect(within(help).getByText(/sans un coup depuis 7 jours/)).toBeVisible();
		await expectAccessible(container);
	});

	it('counts each person once, with their names', async () => {
		answers(() => progress());
		render(Progress, { id });
		const where = await screen.findByRole('region', { name: 'Où en est chacun' });
		const counts = within(where)
			.getAllByRole('term')
			.map((term) => Number(/\d+/.exec(term.textContent ?? '')?.[0]));
		expect(counts.reduce((sum, count) => sum + count, 0)).toBe(14);
		expect(within(where).getByRole('link', { name: 'David N’Diaye' })).toBeVisible();
	});

	it('is filtered by what the address says', async () => {
		answers(() => progress());
		render(Progress, { id });
		const search = await screen.findByRole('searchbox', { name: 'Nom ou adresse' });
		await user.type(search, 'elise');
		expect(location.search).toBe('?search=elise');
		expect(screen.getByRole('status')).toHaveTextContent('1 personne affichée sur 14');
		await user.selectOptions(screen.getByRole('combobox', { name: 'État' }), 'not_begun');
		expect(screen.getByText('Personne ne répond à ces filtres.')).toBeVisible();
		await user.click(screen.getByRole('button', { name: 'Tout montrer' }));
		expect(location.search).toBe('');
		await user.click(screen.getByRole('checkbox', { name: 'À qui parler d’abord' }));
		expect(screen.getByRole('status')).toHaveTextContent('3 personnes affichées sur 14');
	});

	it('shows one case, or competencies, when asked', async () => {
		answers(() => progress());
		router.visit(`/cohorts/${id}?by=competency&competency=c1`);
		render(Progress, { id });
		const table = await screen.findByRole('table');
		expect(
			within(table)
				.getAllByRole('columnheader')
				.map((th) => th.textContent?.trim()),
		).toEqual(['Personne', 'Dire la vérité']);
	});

	it('has its table, a line for each cell', async () => {
		answers(() => progress());
		render(Progress, { id });
		await user.click(await screen.findByRole('button', { name: 'Voir en tableau' }));
		expect(screen.getAllByRole('row', { name: /^Chloé Marin/ }).length).toBeGreaterThanOrEqual(5);
		expect(screen.getByRole('columnheader', { name: 'Dernier coup' })).toBeVisible();
	});

	it('gives a manager figures and no name, and says why one is hidden', async () => {
		answers(() => figures());
		const { container } = render(Progress, { id });
		expect(await screen.findByText(/par groupes complets de 5/)).toBeVisible();
		expect(container).not.toHaveTextContent('Chloé Marin');
		const hidden = screen.getByRole('heading', { name: 'La petite agence' }).closest('li');
		expect(hidden).toHaveTextContent('Masqué');
		expect(hidden).toHaveTextContent('les effectifs seuls sont montrés');
		await expectAccessible(container);
	});

	it('answers a manager’s questions first, and never says that nobody did what a few have done', async () => {
		const told = figures();
		const why = 'no_complete_group';
		answers(() => ({
			...told,
			assignments: told.assignments.map((one) => ({
				...one,
				counts: { finished: 0 },
				score: { why },
			})),
			competencies: told.competencies.map((one) => ({ ...one, mean: { why } })),
			rules: [...told.rules, { code: why, text: 'Le premier groupe n’est pas complet.' }],
		}));
		render(Progress, { id });
		const brief = await screen.findByRole('region', { name: 'L’essentiel' });
		expect(within(brief).getByText('Fait-on mieux que le hasard ?')).toBeVisible();
		expect(screen.getAllByText('Moins de 5 personnes sur 14 ont terminé')).toHaveLength(5);
		const competencies = screen.getByRole('region', { name: 'Compétence par compétence' });
		expect(within(competencies).getAllByText('Le premier groupe n’est pas complet.')).toHaveLength(
			1,
		);
	});

	it('of an empty cohort offers the one thing to do', async () => {
		answers(() => ({ ...progress(0), enrolled: 0 }));
		const { container } = render(Progress, { id });
		expect(await screen.findByRole('link', { name: 'Inscrire des personnes' })).toBeVisible();
		await expectAccessible(container);
	});

	it('that is not theirs does not exist', async () => {
		answers(() => ({ problem: 404, code: 'no_cohort', detail: 'Rien.' }));
		const { container } = render(Progress, { id });
		expect(await screen.findByText('Cette page n’existe pas')).toBeVisible();
		await expectAccessible(container);
	});

	it('can be asked for again when the server was away', async () => {
		let away = true;
		answers(() => (away ? 'silence' : progress()));
		render(Progress, { id });
		const retry = await screen.findByRole('button', { name: 'Réessayer' });
		away = false;
		await user.click(retry);
		expect(await screen.findByRole('heading', { name: 'Qui a besoin d’aide' })).toBeVisible();
	});

	it('is read again when the page comes back into view', async () => {
		const calls = answers(() => progress());
		render(Progress, { id });
		await screen.findByRole('heading', { name: 'Qui a besoin d’aide' });
		const read = () => calls.filter(({ path }) => path.includes('/progress')).length;
		const before = read();
		document.dispatchEvent(new Event('visibilitychange'));
		await vi.waitFor(() => expect(read()).toBe(before + 1));
	});
});

describe('the cases of a cohort', () => {
	it('lead to their decisions, with a mean or why there is none', async () => {
		answers(() => progress());
		const { container } = render(Cases, { id });
		expect(await screen.findByRole('link', { name: 'Le client qui criait' })).toHaveAttribute(
			'href',
			`/cohorts/${id}/cases/cas-0/1`,
		);
		expect(screen.getByText('Trop peu pour un chiffre, n = 3')).toBeVisible();
		await expectAccessible(container);
	});
});

describe('a case through a cohort’s eyes', () => {
	const show = (report = caseReport()) => {
		const calls = answers(() => report);
		return { calls, ...render(Case, { id, scenario: 'client-toxique', version: '1' }) };
	};

	it('opens on the decision that splits the room', async () => {
		const { container } = show();
		const split = await screen.findByRole('region', { name: 'La décision qui partage la salle' });
		expect(split).toHaveTextContent('Troisième sonnerie');
		expect(split).toHaveTextContent('11 sur 24');
		await user.click(within(split).getByRole('button', { name: 'Voir cette décision' }));
		await vi.waitFor(() =>
			expect(screen.getByRole('article', { name: 'Troisième sonnerie' })).toHaveFocus(),
		);
		await expectAccessible(container);
	});

	it('says each decision in words, and every figure on demand', async () => {
		show();
		const card = await screen.findByRole('article', { name: 'Troisième sonnerie' });
		expect(
			within(card).getByText(/Décision de difficulté moyenne. Elle partage la salle./),
		).toBeVisible();
		expect(card).toHaveTextContent(
			'Rien ne permet encore de dire si elle distingue les uns des autres.',
		);
		expect(card).toHaveTextContent('0,41, entre 0,01 et 0,70, n = 24');
		expect(card).toHaveTextContent('2,9 sur 9 points');
	});

	it('shows counts alone where there are too few, and says so', async () => {
		show();
		const card = await screen.findByRole('article', { name: 'La réunion à trois' });
		expect(within(card).getByText('3 sur 4')).toBeVisible();
		expect(within(card).queryByText(/75/)).toBeNull();
		expect(card).toHaveTextContent('les effectifs seuls sont montrés');
		expect(screen.getByRole('region', { name: 'Fidélité du cas' })).toHaveTextContent(
			'ce cas se ramifie trop',
		);
	});

	it('counts the first attempt of each when asked, in the address too', async () => {
		const { calls } = show();
		await user.click(await screen.findByRole('radio', { name: 'La première de chacun' }));
		expect(location.search).toBe('?attempts=first');
		await vi.waitFor(() => expect(calls.at(-1)?.path).toContain('attempts=first'));
	});

	it('that nobody has finished says so', async () => {
		const { container } = show({ ...caseReport(), completed: 0, why: 'no_complete_group' });
		expect(await screen.findByText('Personne n’a encore terminé ce cas')).toBeVisible();
		await expectAccessible(container);
	});

	it('tells a manager of too few that they are too few, not that there is nobody', async () => {
		show({ ...caseReport(), view: 'figures', people: 0, completed: 0, why: 'too_few' });
		expect(await screen.findByText('Trop peu de personnes ont terminé ce cas')).toBeVisible();
		expect(screen.queryByText(/0 p/)).not.toBeInTheDocument();
	});

	it('does not divide what is partly hidden', async () => {
		const report = caseReport();
		show({
			...report,
			view: 'figures',
			endings: report.endings.map((ending) => ({ ...ending, count: undefined, share: {} })),
		});
		const endings = await screen.findByRole('region', { name: 'Les fins' });
		expect(within(endings).getAllByText('Masqué')).toHaveLength(3);
	});
});

describe('a person’s page', () => {
	it('says that it is recorded, and is read once only', async () => {
		const calls = answers(() => trainee());
		const { container } = render(Person, { id, account });
		expect(await screen.findByText(/Ouvrir cette page est consigné/)).toBeVisible();
		document.dispatchEvent(new Event('visibilitychange'));
		expect(calls.filter(({ path }) => path.includes('/people/'))).toHaveLength(1);
		await expectAccessible(container);
	});

	it('shows each decision with its reason, its price in words and the best choice', async () => {
		answers(() => trainee());
		render(Person, { id, account });
		const attempt = await screen.findByRole('article', { name: 'Le client qui criait' });
		const [, written] = within(attempt).getAllByRole('listitem');
		expect(written).toHaveTextContent('Je veux une trace');
		expect(written).toHaveTextContent('−5 points sur 9 en jeu');
		expect(written).toHaveTextContent('Le meilleur choix : L’appeler tout de suite');
		expect(within(attempt).getByRole('link', { name: /Lire le bilan/ })).toHaveAttribute(
			'href',
			expect.stringContaining('/attempts/'),
		);
	});

	it('says why no growth can be told', async () => {
		answers(() => trainee());
		render(Person, { id, account });
		expect(await screen.findByRole('region', { name: 'Son évolution' })).toHaveTextContent(
			'deux cas parallèles',
		);
	});
});
