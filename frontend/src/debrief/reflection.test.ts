import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { keep, recall } from './keepsake';
import { Notebook } from './reflection.svelte';
import { problem, serve, type Sent } from './testdata/server';

const kept = { 'PUT reflection': (body: unknown) => ({ body }) };
const bodies = (sent: Sent[]) => sent.map(({ body }) => body);
let attempt = '';
let count = 0;

beforeEach(() => {
	attempt = `attempt-${++count}`;
	vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => vi.useRealTimers());

/** Lets what was begun come to its end: the fake timers do not hold promises. */
async function settled(notebook: Notebook, safety: Notebook['safety']): Promise<void> {
	await vi.waitFor(() => {
		if (notebook.safety !== safety) throw new Error(`still ${notebook.safety}`);
	});
}

describe('what is typed', () => {
	it('is kept on this device first, then by the server', async () => {
		const sent = serve(kept);
		const notebook = new Notebook(attempt, {});
		notebook.reaction = 'Soulagé.';
		notebook.touch();
		expect(notebook.safety).toBe('typing');
		await settled(notebook, 'kept');
		expect(sent).toEqual([]);
		expect((await recall(attempt))?.reflection.reaction).toBe('Soulagé.');
		vi.advanceTimersByTime(2000);
		await settled(notebook, 'saved');
		expect(bodies(sent)).toEqual([{ reaction: 'Soulagé.', principle: '' }]);
		await vi.waitFor(async () => expect((await recall(attempt))?.unsent).toBe(false));
	});

	it('survives a server that does not answer, and is sent when it is back', async () => {
		serve({});
		const notebook = new Notebook(attempt, {});
		notebook.principle = 'Parler avant d’écrire.';
		notebook.touch();
		await notebook.save();
		expect(notebook.safety).toBe('away');
		expect(await recall(attempt)).toMatchObject({ unsent: true });

		const sent = serve(kept);
		notebook.resend();
		await settled(notebook, 'saved');
		expect(bodies(sent)).toEqual([{ reaction: '', principle: 'Parler avant d’écrire.' }]);
	});

	it('is taken up after a reload that came before the server heard of it', async () => {
		await keep(attempt, { reflection: { reaction: 'À chaud' }, open: false, unsent: true, by: '' });
		const sent = serve(kept);
		const notebook = new Notebook(attempt, { reaction: 'Ancienne' });
		await notebook.recall();
		expect(notebook.reaction).toBe('À chaud');
		vi.advanceTimersByTime(2000);
		await settled(notebook, 'saved');
		expect(bodies(sent)).toMatchObject([{ reaction: 'À chaud' }]);
	});

	it('yields to the server once it was sent', async () => {
		await keep(attempt, {
			reflection: { reaction: 'Ancienne' },
			open: true,
			unsent: false,
			by: '',
		});
		const notebook = new Notebook(attempt, { reaction: 'Nouvelle' });
		await notebook.recall();
		expect(notebook.reaction).toBe('Nouvelle');
	});

	it('is never replaced by what is recalled too late', async () => {
		await keep(attempt, { reflection: { reaction: 'Ancienne' }, open: true, unsent: true, by: '' });
		const notebook = new Notebook(attempt, {});
		notebook.reaction = 'En train d’écrire';
		notebook.touch();
		await notebook.recall();
		expect(notebook.reaction).toBe('En train d’écrire');
	});

	it('stays here, and says so, when the server refuses it', async () => {
		serve({ 'PUT reflection': problem(422, 'too_long') });
		const notebook = new Notebook(attempt, {});
		notebook.touch();
		await notebook.save();
		expect(notebook.safety).toBe('refused');
		expect(await recall(attempt)).toMatchObject({ unsent: true });
	});
});

it('stays here when the login has ended, and is given back', async () => {
	serve({ 'PUT reflection': problem(401, 'not_signed_in') });
	const notebook = new Notebook(attempt, {});
	notebook.principle = 'Parler d’abord';
	notebook.touch();
	await notebook.save();
	expect(notebook.safety).toBe('signed-out');
	const again = new Notebook(attempt, {});
	await again.recall();
	expect(again.principle).toBe('Parler d’abord');
});

describe('the first question', () => {
	it('once passed over, is not asked again on this device', async () => {
		serve(kept);
		await new Notebook(attempt, {}).begin();
		const again = new Notebook(attempt, {});
		expect(again.open).toBe(false);
		await again.recall();
		expect(again.open).toBe(true);
	});

	it('is behind whoever has written something elsewhere', () => {
		expect(new Notebook(attempt, { confidence: 2 }).open).toBe(true);
	});
});

describe('a commitment', () => {
	const whole = { when: 'il crie', then: 'je nomme' };

	it('is not sent before it is asked for, though the rest is', async () => {
		const sent = serve(kept);
		const notebook = new Notebook(attempt, {});
		Object.assign(notebook, whole);
		notebook.touchCommitment();
		await notebook.save();
		expect(bodies(sent)).toEqual([{ reaction: '', principle: '' }]);
		expect(notebook.committed).toBe(false);
		expect((await recall(attempt))?.reflection.commitment).toMatchObject(whole);
		expect((await recall(attempt))?.unsent).toBe(true);

		await notebook.commit();
		expect(bodies(sent)[1]).toMatchObject({ commitment: whole });
		expect(notebook.committed).toBe(true);
	});

	it('that was saved is not lost to one that is half written', async () => {
		const sent = serve(kept);
		const notebook = new Notebook(attempt, { commitment: whole });
		notebook.then = 'je';
		notebook.touchCommitment();
		await notebook.save();
		expect(bodies(sent)).toMatchObject([{ commitment: whole }]);
		expect(notebook.committed).toBe(false);
	});
});
