import { afterEach, describe, expect, it, vi } from 'vitest';
import { language } from '../parts/i18n.svelte';
import { id, scenario, signal } from '../test/attempts';
import { serve } from '../test/server';
import { getAttempt, listScenarios, makeDecision, Problem, saveDraft, Unreachable } from './client';

afterEach(() => vi.unstubAllGlobals());

describe('an operation', () => {
	it('is asked at its address, with its body and its key', async () => {
		const calls = serve(() => signal);
		await makeDecision(id, { choice: 'appeler', step: 0, confidence: 2 }, 'a-key-of-mine');
		expect(calls).toEqual([
			{
				method: 'POST',
				path: `/attempts/${id}/decisions`,
				key: 'a-key-of-mine',
				body: { choice: 'appeler', step: 0, confidence: 2 },
			},
		]);
	});

	it('answers what the contract says', async () => {
		const calls = serve(() => ({ scenarios: [scenario] }));
		expect(await listScenarios('en')).toEqual([scenario]);
		expect(calls[0]?.path).toBe('/scenarios?lang=en');
	});

	it('speaks the interface’s language', async () => {
		language.choose('en');
		const fetch = vi.fn(async () => new Response(JSON.stringify(signal)));
		vi.stubGlobal('fetch', fetch);
		await getAttempt(id);
		const [, init] = fetch.mock.calls[0] as unknown as [string, RequestInit];
		expect(new Headers(init.headers).get('Accept-Language')).toBe('en');
		language.choose('fr');
	});
});

describe('a refusal', () => {
	it('is a problem with its code, its sentence, and where the attempt stands', async () => {
		serve(() => ({ problem: 409, code: 'stale_step', detail: 'La partie a avancé.', step: 3 }));
		const refused = await getAttempt(id).catch((err: unknown) => err);
		expect(refused).toBeInstanceOf(Problem);
		expect(refused).toMatchObject({
			status: 409,
			code: 'stale_step',
			detail: 'La partie a avancé.',
			step: 3,
		});
	});

	it('carries the draft that was kept elsewhere', async () => {
		const draft = { step: 0, revision: 4, rationale: 'Ailleurs', read: [], savedAt: '' };
		serve(() => ({ problem: 409, code: 'draft_conflict', detail: '', draft }));
		const refused = await saveDraft(id, { step: 0, revision: 1 }).catch((err: unknown) => err);
		expect(refused).toMatchObject({ draft });
	});

	it('is still a problem when it says nothing readable', async () => {
		vi.stubGlobal('fetch', async () => new Response('<html>', { status: 500 }));
		await expect(getAttempt(id)).rejects.toMatchObject({
			name: 'Problem',
			status: 500,
			code: 'unknown',
		});
	});
});

describe('no answer', () => {
	it('is not a refusal', async () => {
		serve(() => 'silence');
		await expect(getAttempt(id)).rejects.toBeInstanceOf(Unreachable);
	});

	it.each([502, 503, 504])('is what a proxy means by %i', async (status) => {
		serve(() => ({ problem: status }));
		await expect(getAttempt(id)).rejects.toBeInstanceOf(Unreachable);
	});
});
