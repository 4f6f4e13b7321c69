import { render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { expectAccessible } from '../../vitest/axe';
import { language } from '../parts/i18n.svelte';
import { Download, nameIn } from './download.svelte';
import Exports from './Exports.svelte';

const user = userEvent.setup();
const id = '01970000-0000-7000-8000-000000000000';

beforeEach(() => {
	language.choose('fr');
});

afterEach(() => {
	vi.restoreAllMocks();
	vi.unstubAllGlobals();
});

function answering(answer: () => Response | Promise<Response>): string[] {
	const asked: string[] = [];
	vi.stubGlobal('fetch', (url: string) => {
		asked.push(url);
		return Promise.resolve(answer());
	});
	return asked;
}

describe('the files of a cohort', () => {
	it('are offered as a trainer and as a manager may have them', async () => {
		const { rerender, container } = render(Exports, { id, people: true });
		await user.click(screen.getByText('Exporter'));
		expect(screen.getByRole('button', { name: /Décisions brutes/ })).toBeVisible();
		expect(screen.getByRole('button', { name: 'Personnes' })).toBeVisible();
		await rerender({ id, people: false });
		expect(screen.queryByRole('button', { name: /Décisions brutes/ })).toBeNull();
		expect(screen.queryByRole('button', { name: 'Personnes' })).toBeNull();
		expect(screen.getByRole('button', { name: 'Compétences' })).toBeVisible();
		await expectAccessible(container);
	});

	it('hold what the page shows', async () => {
		const asked = answering(() => new Response('{"detail":"Occupé."}', { status: 503 }));
		render(Exports, {
			id,
			people: true,
			of: { scenario: 'passation', version: 2 },
			filters: { search: 'léa' },
		});
		await user.click(screen.getByText('Exporter'));
		await user.click(screen.getByRole('button', { name: 'Choix du cas' }));
		await screen.findByText('Occupé.');
		const query = new URL(asked[0] ?? '', 'http://localhost').searchParams;
		expect(Object.fromEntries(query)).toMatchObject({
			format: 'csv',
			view: 'choices',
			scenario: 'passation',
			version: '2',
			search: 'léa',
			lang: 'fr',
		});
	});
});

describe('a download', () => {
	const inPieces = (pieces: string[], headers: Record<string, string>, broken = false) =>
		new Response(
			new ReadableStream({
				start(controller) {
					for (const piece of pieces) controller.enqueue(new TextEncoder().encode(piece));
					if (broken) controller.error(new TypeError('cut'));
					else controller.close();
				},
			}),
			{ headers },
		);

	it('counts lines, and saves the whole under the name it was given', async () => {
		const download = new Download();
		const kept: [Blob, string][] = [];
		const name = "attachment; filename*=utf-8''casebook-%C3%A9t%C3%A9.jsonl";
		await download.fetch(
			'x',
			() =>
				Promise.resolve(
					inPieces(['{}\n{}', '\n{}\n'], { 'Casebook-Lines': '4', 'Content-Disposition': name }),
				),
			(file, as) => kept.push([file, as]),
		);
		expect(download.part).toBe(3 / 4);
		expect(download.saved).toBe('casebook-été.jsonl');
		expect(await kept[0]?.[0].text()).toBe('{}\n{}\n{}\n');
	});

	it('saves nothing of a file that is cut off, and says so', async () => {
		const download = new Download();
		const keep = vi.fn();
		await download.fetch('x', () => Promise.resolve(inPieces(['a'], {}, true)), keep);
		expect(keep).not.toHaveBeenCalled();
		expect(download.refusal).toBe('broken');
		expect(download.current).toBe('');
	});

	it('can be stopped', async () => {
		const download = new Download();
		const fetching = download.fetch(
			'x',
			(signal) =>
				new Promise((_, no) => {
					signal.addEventListener('abort', () => {
						no(signal.reason as Error);
					});
				}),
		);
		download.cancel();
		await fetching;
		await waitFor(() => {
			expect(download.current).toBe('');
		});
		expect(download.refusal).toBe('');
	});

	it('knows a name however it is written', () => {
		expect(nameIn('attachment; filename="a b.csv"', 'x')).toBe('a b.csv');
		expect(nameIn('attachment; filename=a.csv', 'x')).toBe('a.csv');
		expect(nameIn(null, 'x')).toBe('x');
	});
});
