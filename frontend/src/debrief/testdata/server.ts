import { configure } from '@testing-library/svelte';
import { vi } from 'vitest';

// A busy machine may take long to draw a whole debrief; waiting longer costs nothing where nothing is late.
configure({ asyncUtilTimeout: 10_000 });

/** One request as the page sent it. */
export interface Sent {
	method: string;
	path: string;
	body: unknown;
}

const origin = 'http://127.0.0.1';

type Answer = { status?: number; body: unknown } | 'unreachable';

/** A server that answers what it is told, by "METHOD last-part-of-path", and notes what it was asked. */
export function serve(answers: Record<string, Answer | ((body: unknown) => Answer)>): Sent[] {
	const sent: Sent[] = [];
	vi.stubGlobal('fetch', async (input: string | URL | Request, init?: RequestInit) => {
		const request = input instanceof Request ? input : new Request(new URL(input, origin), init);
		const path = new URL(request.url).pathname;
		const text = await request.text();
		const body: unknown = text === '' ? undefined : JSON.parse(text);
		sent.push({ method: request.method, path, body });
		const found = answers[`${request.method} ${path.split('/').at(-1)}`];
		const answer = typeof found === 'function' ? found(body) : found;
		if (answer === undefined || answer === 'unreachable') throw new TypeError('Failed to fetch');
		const status = answer.status ?? 200;
		const type = status < 400 ? 'application/json' : 'application/problem+json';
		return new Response(JSON.stringify(answer.body), {
			status,
			headers: { 'Content-Type': type },
		});
	});
	return sent;
}

/** A refusal as the server words it. */
export function problem(status: number, code: string): Answer {
	const detail = `Refused: ${code}.`;
	return { status, body: { type: 'about:blank', title: code, status, detail, code } };
}
