import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { expectAccessible } from '../../../vitest/axe';
import { flow } from '../../test/flow';
import { language } from '../i18n.svelte';
import { classOf, shade, signs, step, type HeatRow, type Mark } from './heat';
import Heatmap from './Heatmap.svelte';
import HeatKey from './HeatKey.svelte';
import { inWords, outOf100, percent } from './interval';
import Interval from './Interval.svelte';
import Sankey from './Sankey.svelte';
import { hundred } from './shares';
import Shares from './Shares.svelte';
import Steps from './Steps.svelte';

const user = userEvent.setup();
beforeEach(() => language.choose('fr'));

const rows: HeatRow[] = [
	{
		id: 'a',
		label: 'Amel Haddad',
		href: '/cohorts/c/people/a',
		cells: [{ score: 71.4 }, { mark: 'not_begun' }],
	},
	{
		id: 'b',
		label: 'Bo Lind',
		href: '/cohorts/c/people/b',
		flag: 'Arrêté depuis 9 jours',
		cells: [{ score: 0 }, { mark: 'under_way' }],
	},
];
const columns = [
	{ id: 'x', label: 'Le client', foot: { value: '36', note: 'n = 2' } },
	{ id: 'y', label: 'La passation' },
];
const map = () => render(Heatmap, { caption: 'Scores.', corner: 'Personne', columns, rows });
const cell = (name: string) => screen.getByRole('link', { name });

describe('the heatmap', () => {
	it('tells a score of 0, somebody under way and somebody who has not begun apart', () => {
		map();
		expect(cell('Bo Lind, Le client\u00a0: 0 sur 100')).toHaveTextContent('0');
		expect(cell('Bo Lind, La passation\u00a0: en cours')).toHaveTextContent('…');
		expect(cell('Amel Haddad, La passation\u00a0: pas commencé')).toHaveTextContent('–');
		const faces = [...new Set(rows.flatMap((row) => row.cells).map(classOf))];
		expect(faces).toHaveLength(4);
	});

	it('is one tab stop, gone through with the arrow keys', async () => {
		map();
		await user.tab();
		expect(cell('Amel Haddad, Le client\u00a0: 71 sur 100')).toHaveFocus();
		await user.keyboard('{ArrowDown}{ArrowRight}');
		expect(cell('Bo Lind, La passation\u00a0: en cours')).toHaveFocus();
		await user.keyboard('{ArrowRight}');
		expect(cell('Bo Lind, La passation\u00a0: en cours')).toHaveFocus();
		await user.keyboard('{Control>}{Home}{/Control}');
		expect(cell('Amel Haddad, Le client\u00a0: 71 sur 100')).toHaveFocus();
		await user.tab();
		expect(document.body).toHaveFocus();
		await user.tab({ shift: true });
		expect(cell('Amel Haddad, Le client\u00a0: 71 sur 100')).toHaveFocus();
	});

	it('keeps a tab stop when the row that had it is filtered away', async () => {
		const { rerender } = map();
		await user.tab();
		await rerender({ rows: rows.slice(1) });
		await user.tab();
		expect(cell('Bo Lind, Le client\u00a0: 0 sur 100')).toHaveFocus();
	});

	it('says who may need help, and the mean with its n', () => {
		map();
		expect(
			within(screen.getByRole('row', { name: /Bo Lind/ })).getByText('Arrêté depuis 9 jours'),
		).toBeInTheDocument();
		expect(screen.getByRole('row', { name: /^Moyenne/ })).toHaveTextContent('36n = 2');
	});

	it('is accessible, with its key', async () => {
		await expectAccessible(map().container);
		const marks = Object.keys(signs) as Mark[];
		await expectAccessible(render(HeatKey, { marks }).container);
	});
});

it.each([
	[0, 0],
	[19.9, 0],
	[20, 1],
	[79.9, 3],
	[80, 4],
	[100, 4],
])('a score of %d has shade %d', (score, expected) => expect(shade(score)).toBe(expected));

it.each([
	['ArrowUp', false, undefined],
	['ArrowDown', false, { row: 1, column: 2 }],
	['PageDown', false, { row: 10, column: 2 }],
	['End', false, { row: 0, column: 4 }],
	['End', true, { row: 11, column: 4 }],
	['x', false, undefined],
])('from the first row, %s (all the way: %s) leads to %o', (key, whole, to) => {
	expect(step(key, whole, { row: 0, column: 2 }, { rows: 12, columns: 5 })).toEqual(to);
});

describe('a figure', () => {
	it('is told with its interval and its n', () => {
		const figure = { n: 24, value: 0.708, low: 0.508, high: 0.851 };
		expect(inWords(figure, percent)).toBe(
			'71\u00a0%, entre 51\u00a0% et 85\u00a0%, n\u00a0=\u00a024',
		);
	});

	it('is not told of too few, nor where it would single people out', () => {
		expect(inWords({ n: 3, why: 'few' }, outOf100)).toBe(
			'Trop peu pour un chiffre, n\u00a0=\u00a03',
		);
		expect(inWords({ why: 'hidden' }, outOf100)).toBe('Masqué');
	});

	it('on its line is accessible, with and without a value', async () => {
		const { container } = render(Interval, {
			figure: { n: 30, value: 0.2, low: -0.1, high: 0.4, threshold: 0.2 },
			from: -1,
		});
		expect(container).toHaveTextContent('20 %, entre \u221210 % et 40 %, n = 30');
		await expectAccessible(container);
		await expectAccessible(render(Interval, { figure: { n: 2 } }).container);
	});
});

describe('shares', () => {
	it.each([
		[
			[1, 1, 1],
			[34, 33, 33],
		],
		[
			[9, 8, 7],
			[38, 33, 29],
		],
		[
			[0, 5],
			[0, 100],
		],
		[
			[0, 0],
			[0, 0],
		],
	])('of %o are %o', (counts, expected) => expect(hundred(counts)).toEqual(expected));

	it('say each part with its tone, its count and its share', async () => {
		const parts = [
			{ id: 'a', label: 'Refondé', count: 16, tone: 'good' as const },
			{ id: 'b', label: 'Rupture', count: 8, tone: 'bad' as const },
		];
		const { container } = render(Shares, { parts });
		const [first] = screen.getAllByRole('listitem');
		expect(first).toHaveTextContent(/Refondé bonne issue\s*67 % 16 sur 24/);
		await expectAccessible(container);
	});
});

describe('the map of the paths', () => {
	const show = (own?: (typeof flow.links)[number][]) =>
		render(Sankey, { ...flow, own, lang: 'fr' });

	it('says what it is, and tells the same as a table', async () => {
		const { container } = show(flow.links.slice(0, 1));
		expect(screen.getByRole('img')).toHaveAccessibleName(
			'Carte des chemins\u00a0: 7\u00a0lieux, 24\u00a0personnes au départ. Le tableau dit la même chose.',
		);
		await expectAccessible(container);
		await user.click(screen.getByRole('button', { name: 'Voir en tableau' }));
		const row = screen.getByRole('row', { name: /L’appeler tout de suite/ });
		expect(row).toHaveTextContent('Troisième sonnerie');
		expect(row).toHaveTextContent('14votre chemin');
		await expectAccessible(container);
	});

	it('draws one’s own path in colour, over the others', () => {
		const { container } = show(flow.links.slice(0, 1));
		const ribbons = [...container.querySelectorAll('.ribbon')];
		expect(ribbons.filter((ribbon) => ribbon.classList.contains('mine'))).toEqual([ribbons.at(-1)]);
	});
});

it('confidence against quality is drawn, and told', async () => {
	const { container } = render(Steps, {
		levels: [
			{ confidence: 1, certainty: 0.55, credit: { n: 12, value: 0.5, low: 0.3, high: 0.7 } },
			{ confidence: 2, certainty: 0.75, credit: { n: 20, value: 0.6 } },
			{ confidence: 3, certainty: 0.95, credit: { n: 2 } },
		],
	});
	expect(screen.getByRole('row', { name: /Certain/ })).toHaveTextContent(
		'Trop peu pour un chiffre',
	);
	await expectAccessible(container);
});
