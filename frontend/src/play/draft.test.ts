import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { call, id, looked, signal } from '../test/attempts';
import { serve, type Reply } from '../test/server';
import { Writing } from './draft.svelte';
import { find, forget, keep, type KeptDraft } from './kept';

const savedAt = '2026-03-09T21:05:00Z';
const kept: KeptDraft = { step: 0, revision: 1, rationale: 'Ici', read: [], unsaved: true, by: '' };
const theirs = { step: 0, revision: 3, rationale: 'Ailleurs', read: [], savedAt };

let writing: Writing;
const onrefused = vi.fn();

beforeEach(() => {
	onrefused.mockReset();
	writing = new Writing(id, onrefused);
});

afterEach(async () => {
	serve(() => ({ ...theirs }));
	writing.close();
	vi.unstubAllGlobals();
	await forget('drafts', id);
});

function type(text: string) {
	writing.rationale = text;
	writing.touch();
}

describe('what is typed', () => {
	it('is kept on this device, then by the server', async () => {
		const calls = serve(() => ({ ...theirs, revision: 1 }));
		await writing.restore(signal);
		type('Des faits');
		expect(writing.safe).toBe('pending');
		await writing.keepHere();
		expect(await find('drafts', id)).toMatchObject({ rationale: 'Des faits', unsaved: true });
		expect(writing.safe).toBe('device');
		await writing.keepThere();
		expect(calls[0]?.body).toMatchObject({ step: 0, revision: 0, rationale: 'Des faits' });
		expect(writing).toMatchObject({ safe: 'server', savedAt });
		expect(await find('drafts', id)).toMatchObject({ unsaved: false, revision: 1 });
	});

	it('is found again', async () => {
		await keep('drafts', id, { ...kept, choice: 'appeler', confidence: 2 });
		await writing.restore(signal);
		expect(writing).toMatchObject({ rationale: 'Ici', choice: 'appeler', confidence: 2 });
	});

	it('is found again from the server, on another device', async () => {
		await writing.restore({ ...signal, draft: theirs });
		expect(writing).toMatchObject({ rationale: 'Ailleurs', safe: 'server' });
	});

	it('stays with this device while the server is away', async () => {
		serve(() => 'silence');
		await writing.restore(signal);
		type('Des faits');
		await writing.keepHere();
		await writing.keepThere();
		expect(writing.safe).toBe('device');
		expect(onrefused).toHaveBeenCalledOnce();
	});

	it('is sent again only once the first answer is there', async () => {
		let answer = () => {};
		const held = new Promise<void>((resolve) => (answer = resolve));
		const calls = serve(async () => {
			if (calls.length === 1) await held;
			return { ...theirs, revision: calls.length };
		});
		await writing.restore(signal);
		type('Des faits');
		const first = writing.keepThere();
		type('Des faits, datés');
		await writing.keepThere();
		expect(calls).toHaveLength(1);
		answer();
		await first;
		await writing.keepThere();
		expect(calls[1]?.body).toMatchObject({ revision: 1, rationale: 'Des faits, datés' });
		expect(writing).toMatchObject({ safe: 'server', rival: undefined });
	});

	it('is not sent when nothing has changed', async () => {
		const calls = serve(() => theirs);
		await writing.restore(signal);
		await writing.keepThere();
		expect(calls).toEqual([]);
	});
});

describe('two texts for one moment', () => {
	it('are one when the one here goes on from the one kept', async () => {
		const calls = serve(() =>
			calls.length === 1
				? { problem: 409, code: 'draft_conflict', detail: '', step: 0, draft: theirs }
				: { ...theirs, revision: 4 },
		);
		await writing.restore(signal);
		type('Ailleurs, et plus loin');
		await writing.keepThere();
		expect(writing.rival).toBeUndefined();
		await writing.keepThere();
		expect(calls[1]?.body).toMatchObject({ revision: 3, rationale: 'Ailleurs, et plus loin' });
	});

	const conflict: Reply = { problem: 409, code: 'draft_conflict', draft: theirs };

	it('are both shown, and the person chooses', async () => {
		let reply: Reply = conflict;
		const calls = serve(() => reply);
		await writing.restore(signal);
		type('Ici');
		await writing.keepThere();
		expect(writing.rival).toMatchObject({ rationale: 'Ailleurs' });
		expect(writing.rationale).toBe('Ici');
		reply = { ...theirs, revision: 4 };
		writing.settle('Ici\n\nAilleurs');
		await writing.keepThere();
		expect(calls.at(-1)?.body).toMatchObject({ revision: 3, rationale: 'Ici\n\nAilleurs' });
		expect(writing).toMatchObject({ rival: undefined, safe: 'server' });
	});

	it('are shown on opening, when this device has something the server never got', async () => {
		await keep('drafts', id, kept);
		await writing.restore({ ...signal, draft: theirs });
		expect(writing).toMatchObject({ rationale: 'Ici', rival: { rationale: 'Ailleurs' } });
	});

	it('are one when nothing was written here', async () => {
		serve(() => conflict);
		await writing.restore(signal);
		writing.choice = 'appeler';
		writing.touch();
		await writing.keepThere();
		expect(writing).toMatchObject({ rival: undefined, rationale: 'Ailleurs', choice: 'appeler' });
	});
});

describe('a moment that is over', () => {
	it('leaves its unsent text at hand', async () => {
		await writing.restore(signal);
		type('Des faits');
		writing.follow(call, false);
		expect(writing).toMatchObject({ rationale: '', leftover: 'Des faits' });
		type('Autre chose');
		writing.useLeftover();
		expect(writing).toMatchObject({ rationale: 'Autre chose\n\nDes faits', leftover: '' });
	});

	it('leaves it at hand for the next time too, until it is dropped', async () => {
		await writing.restore(signal);
		type('Des faits');
		writing.follow(call, false);
		await vi.waitFor(async () =>
			expect(await find('drafts', id)).toMatchObject({ leftover: 'Des faits' }),
		);
		writing.close();
		writing = new Writing(id, onrefused);
		await writing.restore(call);
		expect(writing.leftover).toBe('Des faits');
		writing.dropLeftover();
		await vi.waitFor(async () => expect(await find('drafts', id)).toMatchObject({ leftover: '' }));
	});

	it('takes the text that was sent with it', async () => {
		await writing.restore(signal);
		type('Des faits');
		writing.follow(call, true);
		expect(writing).toMatchObject({ rationale: '', leftover: '' });
	});

	it('is not over after a look', async () => {
		await writing.restore(signal);
		type('Des faits');
		writing.follow(looked, false);
		expect(writing.rationale).toBe('Des faits');
	});

	it('is found on opening too', async () => {
		await keep('drafts', id, kept);
		await writing.restore(call);
		expect(writing).toMatchObject({ rationale: '', leftover: 'Ici' });
	});
});

describe('another tab', () => {
	it('is mirrored while nothing is typed here', async () => {
		await writing.restore(signal);
		const other = new BroadcastChannel(`casebook.draft.${id}`);
		other.postMessage({ ...kept, rationale: 'Dans l’autre onglet' });
		await vi.waitFor(() => expect(writing.rationale).toBe('Dans l’autre onglet'));
		writing.follow(call, false);
		expect(writing.leftover).toBe('');
		other.close();
	});
});

it('remembers which exhibits were read', async () => {
	await writing.restore(signal);
	writing.open('fil');
	writing.open('fil');
	expect(writing).toMatchObject({ exhibit: 'fil', read: ['fil'] });
});
