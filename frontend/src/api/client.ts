import createClient, { type Middleware } from 'openapi-fetch';
import { language, type Lang } from '../parts/i18n.svelte';
import type { components, paths } from './schema';

type Schemas = components['schemas'];
export type Account = Schemas['Account'];
export type Attempt = Schemas['Attempt'];
export type AttemptSummary = Schemas['AttemptSummary'];
export type Beat = Schemas['Beat'];
export type Character = Schemas['Character'];
export type Choice = Schemas['Choice'];
export type Confidence = Schemas['Confidence'];
export type Debrief = Schemas['Debrief'];
export type Draft = Schemas['Draft'];
export type Exhibit = Schemas['Exhibit'];
export type Gauge = Schemas['Gauge'];
export type Look = Schemas['Look'];
export type Reflection = Schemas['Reflection'];
export type ScenarioSummary = Schemas['ScenarioSummary'];
export type ThreadItem = Schemas['ThreadItem'];
export type Timing = Schemas['Timing'];
export type WhatIf = Schemas['WhatIf'];

/** What a trainee has decided, with the reason and the confidence sealed before the consequence. */
export interface Decision {
	choice: string;
	step: number;
	rationale?: string;
	confidence?: Confidence;
}

/** What is being written, over the revision it was written over. */
export type DraftUpdate = Omit<Draft, 'savedAt' | 'rationale' | 'read'> &
	Partial<Pick<Draft, 'rationale' | 'read'>>;

/** A refusal by the server. `code` is stable: it is what a program decides on. */
export class Problem extends Error {
	override name = 'Problem';
	readonly status: number;
	readonly code: string;
	/** What happened and what to do, in the reader's language. */
	readonly detail: string;
	/** Where the attempt stands now, when the refused request came from behind. */
	readonly step?: number;
	/** What the server keeps, when the refused draft was written over something older. */
	readonly draft?: Draft;

	constructor(status: number, body: Partial<Schemas['Problem']>) {
		const detail = body.detail ?? body.title ?? `HTTP ${status}`;
		super(detail);
		this.status = status;
		this.code = body.code ?? 'unknown';
		this.detail = detail;
		this.step = body.step;
		this.draft = body.draft;
	}
}

/** The server did not answer: nothing says whether it has received what was sent. */
export class Unreachable extends Error {
	override name = 'Unreachable';
}

/** What a proxy says when nobody stands behind it. */
const nobodyThere = new Set([502, 503, 504]);

const speakLanguage: Middleware = {
	onRequest: ({ request }) => request.headers.set('Accept-Language', language.current),
};

const api = createClient<paths>({
	baseUrl: location.origin,
	fetch: (request) => fetch(request),
});
api.use(speakLanguage);

/** Opens a guest's login; whoever is already signed in keeps their account. */
export async function createGuest(): Promise<Account> {
	return answer(api.POST('/api/v1/guests'));
}

export async function getMe(): Promise<Account> {
	return answer(api.GET('/api/v1/me'));
}

export async function listScenarios(lang: Lang): Promise<ScenarioSummary[]> {
	return (await answer(api.GET('/api/v1/scenarios', { params: { query: { lang } } }))).scenarios;
}

export async function listAttempts(): Promise<AttemptSummary[]> {
	return (await answer(api.GET('/api/v1/attempts'))).attempts;
}

export async function beginAttempt(scenario: string, lang: Lang, timing: Timing): Promise<Attempt> {
	return answer(api.POST('/api/v1/attempts', { body: { scenario, lang, timing } }));
}

export async function getAttempt(id: string): Promise<Attempt> {
	return answer(api.GET('/api/v1/attempts/{id}', at(id)));
}

/** Takes a look. Repeating it with the same key is answered as the first was. */
export async function takeLook(
	id: string,
	look: string,
	step: number,
	key: string,
): Promise<Attempt> {
	return answer(
		api.POST('/api/v1/attempts/{id}/looks', { ...keyed(id, key), body: { look, step } }),
	);
}

/** Decides. Repeating it with the same key is answered as the first was. */
export async function makeDecision(id: string, body: Decision, key: string): Promise<Attempt> {
	return answer(api.POST('/api/v1/attempts/{id}/decisions', { ...keyed(id, key), body }));
}

export async function startTimer(id: string, step: number): Promise<Attempt> {
	return answer(api.POST('/api/v1/attempts/{id}/timer', { ...at(id), body: { step } }));
}

export async function timeOut(id: string, step: number): Promise<Attempt> {
	return answer(api.POST('/api/v1/attempts/{id}/timeouts', { ...at(id), body: { step } }));
}

/** Keeps what is being written. It outlives the page, so that a closed tab loses nothing. */
export async function saveDraft(id: string, body: DraftUpdate): Promise<Draft> {
	return answer(api.PUT('/api/v1/attempts/{id}/draft', { ...at(id), body, keepalive: true }));
}

export async function changeSettings(
	id: string,
	body: { lang?: Lang; timing?: Timing },
): Promise<Attempt> {
	return answer(api.PUT('/api/v1/attempts/{id}/settings', { ...at(id), body }));
}

export async function abandonAttempt(id: string, step: number): Promise<Attempt> {
	return answer(api.POST('/api/v1/attempts/{id}/abandon', { ...at(id), body: { step } }));
}

/** 409 until the attempt has ended. */
export async function getDebrief(id: string): Promise<Debrief> {
	return answer(api.GET('/api/v1/attempts/{id}/debrief', at(id)));
}

/** Replaces the whole reflection. */
export async function saveReflection(id: string, body: Reflection): Promise<Reflection> {
	return answer(api.PUT('/api/v1/attempts/{id}/reflection', { ...at(id), body }));
}

/** Replays with one move changed and the same dice; nothing is recorded. */
export async function tryWhatIf(id: string, step: number, choice: string): Promise<WhatIf> {
	return answer(api.POST('/api/v1/attempts/{id}/what-ifs', { ...at(id), body: { step, choice } }));
}

function at(id: string) {
	return { params: { path: { id } } };
}

function keyed(id: string, key: string) {
	return { params: { path: { id }, header: { 'Idempotency-Key': key } } };
}

/** Waits for an answer: what was asked for, or a Problem, or Unreachable. */
async function answer<T>(
	asked: Promise<{ data?: T; error?: unknown; response: Response }>,
): Promise<T> {
	const { data, error, response } = await asked.catch((cause: unknown) => {
		throw new Unreachable('The server does not answer.', { cause });
	});
	if (nobodyThere.has(response.status)) throw new Unreachable(`HTTP ${response.status}`);
	if (!response.ok || data === undefined) throw new Problem(response.status, described(error));
	return data;
}

function described(error: unknown): Partial<Schemas['Problem']> {
	return typeof error === 'object' && error !== null ? error : {};
}
