import { language, type Lang } from '../parts/i18n.svelte';
import { ask, Problem } from './client';
import type { components } from './schema';

type Schemas = components['schemas'];
export type AuditEntry = Schemas['AuditEntry'];
export type AuditPage = Schemas['AuditPage'];
export type Demo = Schemas['Demo'];
export type ErasurePreview = Schemas['ErasurePreview'];
export type ErasureProof = Schemas['ErasureProof'];
export type Retention = Schemas['Retention'];

/** All that is kept about me, as it comes; a Problem when it is refused. */
export async function exportMyData(signal: AbortSignal): Promise<Response> {
	const answer = await fetch(`/api/v1/me/export?lang=${language.current}`, {
		signal,
		headers: { 'Accept-Language': language.current },
	});
	if (answer.ok) return answer;
	throw new Problem(answer.status, (await answer.json().catch(() => ({}))) as object);
}

function from(before: number | undefined): Record<string, string> | undefined {
	return before === undefined ? undefined : { before: String(before) };
}

/** A page of who saw my work, the last first. */
export async function listSightings(before?: number): Promise<AuditPage> {
	return ask('GET', '/api/v1/me/sightings', { query: from(before) });
}

/** A page of what was done to the installation, for admins; by and to whom is asked by id. */
export async function listAudit(
	filter: Record<string, string>,
	before?: number,
): Promise<AuditPage> {
	return ask('GET', '/api/v1/audit', { query: { ...filter, ...from(before) } });
}

export async function previewErasure(): Promise<ErasurePreview> {
	return ask('GET', '/api/v1/me/erasure');
}

/** For good. */
export async function eraseMe(body: ErasureProof): Promise<void> {
	await ask('POST', '/api/v1/me/erasure', { body });
}

/** What would go with somebody, for admins. */
export async function previewErasureOf(id: string): Promise<ErasurePreview> {
	return ask('GET', '/api/v1/accounts/{id}/erasure', { id });
}

/** For good; the proof is the admin's own. */
export async function erasePerson(id: string, body: ErasureProof): Promise<void> {
	await ask('POST', '/api/v1/accounts/{id}/erasure', { id, body });
}

/** What a cohort's retention takes, and when; with days, what it would take after so many. */
export async function previewRetention(id: string, days?: number): Promise<Retention> {
	const query = days === undefined ? undefined : { days: String(days) };
	return ask('GET', '/api/v1/cohorts/{id}/retention', { id, query });
}

export async function getDemo(): Promise<Demo> {
	return ask('GET', '/api/v1/demo');
}

export async function addDemo(lang: Lang): Promise<Demo> {
	return ask('POST', '/api/v1/demo', { body: { lang } });
}

export async function removeDemo(): Promise<void> {
	await ask('DELETE', '/api/v1/demo');
}

export async function viewDemoAs(post: 'trainer' | 'manager'): Promise<Demo> {
	return ask('PUT', '/api/v1/demo/post', { body: { post } });
}
