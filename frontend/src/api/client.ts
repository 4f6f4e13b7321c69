import { language, type Lang } from '../parts/i18n.svelte';
import type { components, paths } from './schema';

type Schemas = components['schemas'];
export type Account = Schemas['Account'];
export type Attempt = Schemas['Attempt'];
export type AttemptSummary = Schemas['AttemptSummary'];
/** `next` is where the following page begins, when there is one. */
export interface AttemptPage {
	attempts: AttemptSummary[];
	next?: string;
}
export type Beat = Schemas['Beat'];
export type Character = Schemas['Character'];
export type Choice = Schemas['Choice'];
export type Confidence = Schemas['Confidence'];
export type Debrief = Schemas['Debrief'];
export type Draft = Schemas['Draft'];
export type Exhibit = Schemas['Exhibit'];
export type Gauge = Schemas['Gauge'];
export type Look = Schemas['Look'];
export type Progress = Schemas['Progress'];
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
	/** All that the server said. */
	readonly body: Partial<Schemas['Problem']>;

	constructor(status: number, body: Partial<Schemas['Problem']>) {
		const detail = body.detail ?? body.title ?? `HTTP ${status}`;
		super(detail);
		this.status = status;
		this.code = body.code ?? 'unknown';
		this.detail = detail;
		this.step = body.step;
		this.draft = body.draft;
		this.body = body;
	}
}

/** The server did not answer: nothing says whether it has received what was sent. */
export class Unreachable extends Error {
	override name = 'Unreachable';
}

/** What a proxy says when nobody stands behind it. */
const nobodyThere = new Set([502, 503, 504]);

/** Opens a guest's login; whoever is already signed in keeps their account. */
export async function createGuest(): Promise<Account> {
	return ask('POST', '/api/v1/guests');
}

export async function getMe(): Promise<Account> {
	return ask('GET', '/api/v1/me');
}

export async function listScenarios(lang: Lang): Promise<ScenarioSummary[]> {
	return (await ask('GET', '/api/v1/scenarios', { query: { lang } })).scenarios;
}

/** A page of my attempts, the last begun first: those before the place where the page before it ended. */
export async function listAttempts(before?: string): Promise<AttemptPage> {
	return ask('GET', '/api/v1/attempts', { query: before === undefined ? undefined : { before } });
}

export async function beginAttempt(scenario: string, lang: Lang, timing: Timing): Promise<Attempt> {
	return ask('POST', '/api/v1/attempts', { body: { scenario, lang, timing } });
}

export async function getAttempt(id: string): Promise<Attempt> {
	return ask('GET', '/api/v1/attempts/{id}', { id });
}

/** Takes a look. Repeating it with the same key is answered as the first was. */
export async function takeLook(
	id: string,
	look: string,
	step: number,
	key: string,
): Promise<Progress> {
	return ask('POST', '/api/v1/attempts/{id}/looks', { id, key, body: { look, step } });
}

/** Decides. Repeating it with the same key is answered as the first was. */
export async function makeDecision(id: string, body: Decision, key: string): Promise<Progress> {
	return ask('POST', '/api/v1/attempts/{id}/decisions', { id, key, body });
}

export async function startTimer(id: string, step: number): Promise<Attempt> {
	return ask('POST', '/api/v1/attempts/{id}/timer', { id, body: { step } });
}

export async function timeOut(id: string, step: number): Promise<Attempt> {
	return ask('POST', '/api/v1/attempts/{id}/timeouts', { id, body: { step } });
}

/** Keeps what is being written. It outlives the page, so that a closed tab loses nothing. */
export async function saveDraft(id: string, body: DraftUpdate): Promise<Draft> {
	return ask('PUT', '/api/v1/attempts/{id}/draft', { id, body, keepalive: true });
}

export async function changeSettings(
	id: string,
	body: { lang?: Lang; timing?: Timing },
): Promise<Attempt> {
	return ask('PUT', '/api/v1/attempts/{id}/settings', { id, body });
}

export async function abandonAttempt(id: string, step: number): Promise<Attempt> {
	return ask('POST', '/api/v1/attempts/{id}/abandon', { id, body: { step } });
}

/** 409 until the attempt has ended. */
export async function getDebrief(id: string): Promise<Debrief> {
	return ask('GET', '/api/v1/attempts/{id}/debrief', { id });
}

/** Replaces the whole reflection. */
export async function saveReflection(id: string, body: Reflection): Promise<Reflection> {
	return ask('PUT', '/api/v1/attempts/{id}/reflection', { id, body });
}

/** Replays with one move changed and the same dice; nothing is recorded. */
export async function tryWhatIf(id: string, step: number, choice: string): Promise<WhatIf> {
	return ask('POST', '/api/v1/attempts/{id}/what-ifs', { id, body: { step, choice } });
}

/** What the contract says an operation takes, and what it answers when all is well. */
type Taken<O> = O extends { requestBody: { content: { 'application/json': infer B } } } ? B : never;
type Answered<O> = O extends { responses: infer R }
	? Json<R[keyof R & (200 | 201 | 202 | 204)]>
	: never;
type Json<R> = R extends { content: { 'application/json': infer T } } ? T : undefined;
type Method<P extends keyof paths> = Uppercase<
	{ [M in keyof paths[P]]: paths[P][M] extends object ? M : never }[keyof paths[P]] &
		('get' | 'post' | 'put' | 'patch' | 'delete')
>;

interface Asked<O> {
	/** For the {id} of the path. */
	id?: string;
	/** For all the {names} of the path, when there are more. */
	at?: Record<string, string | number>;
	query?: Record<string, string>;
	/** Repeats are answered as the first was. */
	key?: string;
	body?: Taken<O>;
	/** Whether the request outlives the page. */
	keepalive?: boolean;
}

/**
 * Asks for one operation of the contract: what it answers, or a Problem, or Unreachable. The operations that a page
 * which is not the player needs stand in a file of their own: this one is downloaded by everybody.
 */
export async function ask<P extends keyof paths, M extends Method<P>>(
	method: M,
	path: P,
	{
		id = '',
		at = { id },
		query,
		key,
		body,
		keepalive,
	}: Asked<paths[P][Lowercase<M> & keyof paths[P]]> = {},
): Promise<Answered<paths[P][Lowercase<M> & keyof paths[P]]>> {
	const headers = new Headers({ 'Accept-Language': language.current });
	if (body !== undefined) headers.set('Content-Type', 'application/json');
	if (key !== undefined) headers.set('Idempotency-Key', key);
	const place = path.replace(/{(\w+)}/g, (_, name: string) => encodeURIComponent(at[name] ?? ''));
	const address = place + (query ? `?${new URLSearchParams(query)}` : '');
	const response = await fetch(address, {
		method,
		headers,
		body: JSON.stringify(body),
		keepalive,
	}).catch((cause: unknown) => {
		throw new Unreachable('The server does not answer.', { cause });
	});
	if (nobodyThere.has(response.status)) throw new Unreachable(`HTTP ${response.status}`);
	const answer: unknown = await response.json().catch(() => undefined);
	if (response.ok && (answer !== undefined || response.status === 204)) return answer as never;
	throw new Problem(response.status, (answer ?? {}) as Partial<Schemas['Problem']>);
}
