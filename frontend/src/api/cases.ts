import { language, type Lang } from '../parts/i18n.svelte';
import { ask, Problem, Unreachable, type Attempt, type Timing } from './client';
import type { components } from './schema';

type Schemas = components['schemas'];
export type Case = Schemas['Case'];
export type CaseDraft = Schemas['CaseDraft'];
export type CaseEnding = Schemas['CaseEnding'];
export type CaseFlaw = Schemas['CaseFlaw'];
export type CaseProofs = Schemas['CaseProofs'];
export type CasePublication = Schemas['CasePublication'];
export type CaseTale = Schemas['CaseTale'];
export type CaseVersion = Schemas['CaseVersion'];
export type CaseWalkthrough = Schemas['CaseWalkthrough'];
export type DraftReport = Schemas['DraftReport'];
export type SentDraft = Schemas['SentDraft'];
export type Titles = Schemas['Titles'];

/** All that has been published, and the drafts that I may see. */
export async function listCases(): Promise<{ cases: Case[]; drafts: CaseDraft[] }> {
	return ask('GET', '/api/v1/cases');
}

export async function retireCase(scenario: string, retired: boolean): Promise<void> {
	await ask('PUT', '/api/v1/cases/{scenario}/retirement', { at: { scenario }, body: { retired } });
}

/** Flaws, proofs, and what publishing would come to. 409 `still_examining` while the check goes on. */
export async function examineDraft(id: string): Promise<DraftReport> {
	return ask('GET', '/api/v1/case-drafts/{id}/report', { id });
}

export async function discardDraft(id: string): Promise<void> {
	await ask('DELETE', '/api/v1/case-drafts/{id}', { id });
}

/** Begins a draft as a trainee would; it counts nowhere. */
export async function rehearseDraft(id: string, lang: Lang, timing: Timing): Promise<Attempt> {
	return ask('POST', '/api/v1/case-drafts/{id}/rehearsals', { id, body: { lang, timing } });
}

/** Makes the draft that was read the version that it was said to become. */
export async function publishDraft(
	id: string,
	revision: number,
	version: number,
): Promise<{ scenario: string; version: number; added: boolean }> {
	return ask('POST', '/api/v1/case-drafts/{id}/publication', { id, body: { revision, version } });
}

export function draftArchive(id: string): string {
	return `/api/v1/case-drafts/${id}/archive`;
}

export function versionArchive(scenario: string, version: number): string {
	return `/api/v1/cases/${scenario}/versions/${version}/archive`;
}

/** Told how much of a file has been sent, from 0 to 1. */
export type Progressing = (sent: number) => void;

/** Sends the zip of a case as a new draft. */
export async function sendDraft(zip: Blob, onprogress: Progressing): Promise<SentDraft> {
	return send('POST', '/api/v1/case-drafts', zip, onprogress);
}

/** Sends a zip in the place of a draft that was read at a revision. */
export async function sendDraftAgain(
	id: string,
	revision: number,
	zip: Blob,
	onprogress: Progressing,
): Promise<SentDraft> {
	return send('PUT', `/api/v1/case-drafts/${id}?revision=${revision}`, zip, onprogress);
}

/** Sends a file. Not by fetch: that one does not tell how much has been sent. */
async function send(
	method: 'POST' | 'PUT',
	address: string,
	file: Blob,
	onprogress: Progressing,
): Promise<SentDraft> {
	return new Promise((resolve, reject) => {
		const request = new XMLHttpRequest();
		request.open(method, address);
		request.responseType = 'json';
		request.setRequestHeader('Accept-Language', language.current);
		request.setRequestHeader('Content-Type', 'application/zip');
		request.upload.onprogress = ({ lengthComputable, loaded, total }) => {
			if (lengthComputable && total > 0) onprogress(loaded / total);
		};
		request.onload = () => {
			const answer = request.response as unknown;
			if (request.status === 200 || request.status === 201) resolve(answer as SentDraft);
			else if (request.status === 502 || request.status === 503 || request.status === 504)
				reject(new Unreachable(`HTTP ${request.status}`));
			else reject(new Problem(request.status, answer ?? {}));
		};
		request.onerror = request.onabort = () =>
			reject(new Unreachable('The server does not answer.'));
		request.send(file);
	});
}
