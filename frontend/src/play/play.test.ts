import { afterEach, describe, expect, it, vi } from 'vitest';
import { call, called, id, log, looked, running, signal } from '../test/attempts';
import { serve, type Reply } from '../test/server';
import { find, forget, keep } from './kept';
import { Play } from './play.svelte';

let play: Play;
const draft = { step: 0, revision: 1, rationale: '', read: [], savedAt: '2026-03-09T21:00:00Z' };

/** A server that answers GETs with where the attempt stands, and moves with `moved`. */
async function open(attempt: Reply, moved: Reply = called) {
	let here = attempt;
	let reply = moved;
	const calls = serve(({ method, path }) => {
		if (method === 'GET') return here;
		return path.endsWith('/draft') ? draft : reply;
	});
	play = new Play(id);
	await play.load();
	return {
		calls,
		moves: () => calls.filter(({ method }) => method === 'POST'),
		now: (there: Reply, next: Reply) => ([here, reply] = [there, next]),
	};
}

afterEach(async () => {
	play.close();
	vi.unstubAllGlobals();
	for (const shelf of ['attempts', 'drafts', 'moves'] as const) await forget(shelf, id);
});

describe('playing', () => {
	it('shows where the attempt stands', async () => {
		await open(signal);
		expect(play.attempt).toEqual(signal);
		expect(play.lost).toBeUndefined();
	});

	it('takes a look, and keeps what is being written', async () => {
		const { moves } = await open(signal, looked);
		play.writing.rationale = 'Des faits';
		play.writing.touch();
		expect(await play.look({ id: 'carnet', label: '' })).toBe(true);
		expect(moves()[0]).toMatchObject({
			path: `/attempts/${id}/looks`,
			body: { look: 'carnet', step: 0 },
		});
		expect(play.attempt?.step).toBe(1);
		expect(play.writing.rationale).toBe('Des faits');
	});

	it('adds what a move has changed to what is there', async () => {
		const [marc, ...others] = signal.cast;
		await open(signal, {
			...called,
			exhibits: [...signal.exhibits, log],
			cast: [{ ...marc, role: 'Client' }],
		});
		play.writing.choice = 'appeler';
		await play.decide();
		expect(play.attempt).toMatchObject({
			...called,
			title: signal.title,
			exhibits: [...signal.exhibits, log],
			cast: [{ ...marc, role: 'Client' }, ...others],
			thread: called.thread,
		});
	});

	it('asks where the attempt stands when the answer belongs to another moment', async () => {
		const { now } = await open(signal);
		now(call, { ...called, step: 5 });
		play.writing.choice = 'appeler';
		await play.decide();
		expect(play.attempt).toEqual(call);
	});

	it('seals the choice with its reason and confidence, then starts the next moment empty', async () => {
		const { moves } = await open(signal);
		Object.assign(play.writing, { choice: 'appeler', rationale: 'Des faits', confidence: 2 });
		expect(await play.decide()).toBe(true);
		expect(moves()[0]?.body).toEqual({
			choice: 'appeler',
			step: 0,
			rationale: 'Des faits',
			confidence: 2,
		});
		expect(play.writing).toMatchObject({ choice: undefined, rationale: '', leftover: '' });
	});

	it('does not decide without a choice', async () => {
		const { moves } = await open(signal);
		expect(await play.decide()).toBe(false);
		expect(moves()).toEqual([]);
	});

	it('starts the clock of a timed decision', async () => {
		await open(call, running);
		await play.startClock();
		expect(play.countdown.left).toBe(90);
	});
});

describe('a server that is away', () => {
	it('gets the decision later, once, with the same key', async () => {
		const { moves, now } = await open(signal, 'silence');
		play.writing.choice = 'appeler';
		expect(await play.decide()).toBe(false);
		expect(play).toMatchObject({ away: true, waiting: { move: 'appeler', step: 0 } });
		now(call, called);
		expect(await play.retry()).toBe(true);
		expect(play).toMatchObject({ away: false, waiting: undefined });
		expect(moves()).toHaveLength(2);
		expect(moves()[0]?.key).toBe(moves()[1]?.key);
		expect(moves()[0]?.key).toHaveLength(32);
	});

	it('does not take a second decision meanwhile', async () => {
		const { moves } = await open(signal, 'silence');
		play.writing.choice = 'appeler';
		await play.decide();
		play.writing.choice = 'ecrire';
		expect(await play.decide()).toBe(false);
		expect(moves()).toHaveLength(1);
	});

	it('finds the kept decision again after the page was closed', async () => {
		await open(signal, 'silence');
		play.writing.choice = 'appeler';
		await play.decide();
		const key = play.waiting?.key;
		play.close();
		const { moves } = await open(signal, called);
		expect(moves()[0]?.key).toBe(key);
		expect(play.attempt?.step).toBe(1);
		expect(await find('moves', id)).toBeUndefined();
	});

	it('leaves this device’s copy on the page', async () => {
		await keep('attempts', id, { attempt: looked, at: Date.now(), by: '' });
		await open('silence');
		expect(play).toMatchObject({ away: true, lost: undefined });
		expect(play.attempt).toEqual(looked);
	});

	it('shows nobody the copy of somebody else', async () => {
		await keep('attempts', id, { attempt: looked, at: Date.now(), by: 'ada' });
		await keep('drafts', id, { ...draft, unsaved: true, by: 'ada', rationale: 'À moi' });
		await open('silence');
		expect(play).toMatchObject({ lost: 'away', attempt: undefined });
		expect(play.writing.rationale).toBe('');
	});

	it('leaves nothing to play when there is no copy', async () => {
		await open('silence');
		expect(play.lost).toBe('away');
	});
});

describe('a login that has ended', () => {
	it.each([401, 404])(
		'keeps a decision that is answered %i, to be sent by its own player',
		async (problem) => {
			const { now } = await open(signal);
			now({ problem }, { problem });
			Object.assign(play.writing, { choice: 'appeler', rationale: 'Des faits' });
			play.writing.touch();
			await play.decide();
			expect(play.lost).toBe(problem === 401 ? 'signed-out' : 'missing');
			const kept = await find('moves', id);
			expect(kept).toMatchObject({ move: 'appeler', rationale: 'Des faits' });
			expect(await find('drafts', id)).toMatchObject({ rationale: 'Des faits' });
			play.close();
			const { moves } = await open(signal, called);
			expect(moves()[0]?.key).toBe(kept?.key);
			expect(play.attempt?.step).toBe(1);
		},
	);

	it('gives the text back once its writer is logged in again', async () => {
		const { now } = await open(signal);
		now({ problem: 401 }, { problem: 401 });
		play.writing.rationale = 'Des faits';
		play.writing.touch();
		await play.retry();
		expect(play.lost).toBe('signed-out');
		play.close();
		await vi.waitFor(async () => expect(await find('drafts', id)).toMatchObject({ unsaved: true }));
		await open(signal);
		expect(play.writing.rationale).toBe('Des faits');
	});
});

describe('a refusal', () => {
	it('of a stale step shows where the attempt stands, and keeps the text', async () => {
		const { now } = await open(signal);
		now(call, { problem: 409, code: 'stale_step', detail: '', step: 2 });
		Object.assign(play.writing, { choice: 'appeler', rationale: 'Des faits' });
		play.writing.touch();
		await play.decide();
		expect(play.attempt?.step).toBe(2);
		expect(play.word).toEqual({ kind: 'moved' });
		expect(play.writing.leftover).toBe('Des faits');
	});

	it('of anything else is told, and the attempt stays where it is', async () => {
		const { now } = await open(signal);
		now(signal, { problem: 422, code: 'unknown_choice', detail: 'Ce choix n’existe pas.' });
		play.writing.choice = 'appeler';
		await play.decide();
		expect(play.word).toEqual({ kind: 'refused', detail: 'Ce choix n’existe pas.' });
		expect(play.waiting).toBeUndefined();
	});

	it.each([
		[401, 'signed-out'],
		[404, 'missing'],
		[500, 'failed'],
	])('%i on opening means %s', async (problem, lost) => {
		await open({ problem });
		expect(play.lost).toBe(lost);
	});
});

it('follows another tab that has played on', async () => {
	const { now } = await open(signal);
	now(call, call);
	const other = new BroadcastChannel(`casebook.attempt.${id}`);
	other.postMessage(2);
	await vi.waitFor(() => expect(play.attempt?.step).toBe(2));
	expect(play.word).toEqual({ kind: 'moved' });
	other.close();
});
