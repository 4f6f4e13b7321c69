import { vi } from 'vitest';

/** What a test's server answers: a body (200), a problem, or nothing at all. */
export type Reply = object | { problem: number; [member: string]: unknown } | 'silence';

export interface Call {
	method: string;
	path: string;
	key: string | null;
	body: unknown;
}

/**
 * Stands in for the server, under fetch. `answer` sees each call; calls are kept in order, so that a test can read
 * what was sent.
 */
export function serve(answer: (call: Call) => Reply | Promise<Reply>): Call[] {
	const calls: Call[] = [];
	vi.stubGlobal('fetch', async (address: string, init: RequestInit = {}) => {
		const call: Call = {
			method: init.method ?? 'GET',
			path: address.replace(/^.*\/api\/v1/, ''),
			key: new Headers(init.headers).get('Idempotency-Key'),
			body: typeof init.body === 'string' ? JSON.parse(init.body) : undefined,
		};
		calls.push(call);
		const reply = await answer(call);
		if (reply === 'silence') throw new TypeError('Failed to fetch');
		const status = 'problem' in reply && typeof reply.problem === 'number' ? reply.problem : 200;
		return new Response(JSON.stringify(status === 200 ? reply : { ...reply, status }), { status });
	});
	return calls;
}
