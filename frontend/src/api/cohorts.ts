import { language, type Lang } from '../parts/i18n.svelte';
import { ask, Problem, Unreachable, type Attempt, type Timing } from './client';
import type { components } from './schema';

type Schemas = components['schemas'];
export type Assignment = Schemas['Assignment'];
export type Cohort = Schemas['Cohort'];
export type CohortSummary = Schemas['CohortSummary'];
export type Enrolled = Schemas['Enrolled'];
export type HandOver = Schemas['HandOver'];
export type ImportReport = Schemas['ImportReport'];
export type Invitation = Schemas['Invitation'];
export type Invited = Schemas['Invited'];
export type Joined = Schemas['Joined'];
export type Lead = Schemas['Lead'];
export type Member = Schemas['Member'];
export type MyAssignment = Schemas['MyAssignment'];
export type Notice = Schemas['Notice'];
export type Post = Schemas['Post'];

/** How many cohorts, or members, a page of a list holds. */
export const pageSize = 50;

/** Which page of a list is asked for. */
export interface Asked {
	search: string;
	offset: number;
	/** Those that are archived, or have left, instead of the others. */
	past: boolean;
}

function queried({ search, offset, past }: Asked, flag: string): Record<string, string> {
	return {
		...(search && { search }),
		...(offset > 0 && { offset: String(offset) }),
		...(past && { [flag]: 'true' }),
	};
}

export async function listCohorts(
	asked: Asked,
): Promise<{ cohorts: CohortSummary[]; total: number }> {
	return ask('GET', '/api/v1/cohorts', { query: queried(asked, 'archived') });
}

export async function createCohort(name: string, retentionDays: number): Promise<Cohort> {
	return ask('POST', '/api/v1/cohorts', { body: { name, retentionDays } });
}

export async function getCohort(id: string): Promise<Cohort> {
	return ask('GET', '/api/v1/cohorts/{id}', { id });
}

/** What a trainer sets for a cohort, over the revision that was seen. */
export type Terms = Pick<Cohort, 'name' | 'notice' | 'retentionDays' | 'revision'>;

/** 409 `cohort_changed`, with the cohort as it is now, when somebody has changed it since. */
export async function changeCohort(id: string, body: Terms): Promise<Cohort> {
	return ask('PUT', '/api/v1/cohorts/{id}', { id, body });
}

export async function archiveCohort(
	id: string,
	revision: number,
	archived: boolean,
): Promise<Cohort> {
	return ask('PUT', '/api/v1/cohorts/{id}/archive', { id, body: { revision, archived } });
}

export async function givePost(id: string, email: string, post: Post): Promise<Cohort> {
	return ask('PUT', '/api/v1/cohorts/{id}/posts', { id, body: { email, post } });
}

export async function removePost(id: string, account: string): Promise<Cohort> {
	return ask('DELETE', '/api/v1/cohorts/{id}/posts/{account}', { at: { id, account } });
}

export async function getNotice(id: string): Promise<Notice> {
	return ask('GET', '/api/v1/cohorts/{id}/notice', { id, query: { lang: language.current } });
}

/** 409 `notice_changed` when it has changed meanwhile. */
export async function readNotice(id: string, version: number): Promise<void> {
	await ask('POST', '/api/v1/cohorts/{id}/notice', { id, body: { version } });
}

export async function listMembers(
	id: string,
	asked: Asked,
): Promise<{ members: Member[]; total: number }> {
	return ask('GET', '/api/v1/cohorts/{id}/members', { id, query: queried(asked, 'left') });
}

export async function enrol(
	id: string,
	body: { name: string; email: string; lang?: Lang },
): Promise<Enrolled> {
	return ask('POST', '/api/v1/cohorts/{id}/members', { id, body });
}

export async function removeMember(id: string, account: string): Promise<void> {
	await ask('DELETE', '/api/v1/cohorts/{id}/members/{account}', { at: { id, account } });
}

export async function returnMember(id: string, account: string): Promise<void> {
	await ask('PUT', '/api/v1/cohorts/{id}/members/{account}', { at: { id, account } });
}

/** Sends a list of people: to see what would become of it, or to enrol them all, or nobody. */
export async function importPeople(id: string, list: Blob, dry: boolean): Promise<ImportReport> {
	const response = await fetch(`/api/v1/cohorts/${id}/imports?dry=${dry}`, {
		method: 'POST',
		headers: { 'Accept-Language': language.current, 'Content-Type': 'text/csv' },
		body: list,
	}).catch((cause: unknown) => {
		throw new Unreachable('The server does not answer.', { cause });
	});
	const answer: unknown = await response.json().catch(() => ({}));
	if (response.ok) return answer as ImportReport;
	throw new Problem(response.status, answer as Partial<Schemas['Problem']>);
}

export async function listInvitations(id: string): Promise<Invitation[]> {
	return (await ask('GET', '/api/v1/cohorts/{id}/invitations', { id })).invitations;
}

/** The code is answered this once, and kept nowhere. */
export async function invite(
	id: string,
	seats: number,
	expiresAt: string,
): Promise<{ invitation: Invitation; code: string }> {
	return ask('POST', '/api/v1/cohorts/{id}/invitations', { id, body: { seats, expiresAt } });
}

export async function revokeInvitation(id: string, invitation: string): Promise<void> {
	await ask('DELETE', '/api/v1/cohorts/{id}/invitations/{invitation}', { at: { id, invitation } });
}

export async function listAssignments(id: string, lang: Lang): Promise<Assignment[]> {
	const found = await ask('GET', '/api/v1/cohorts/{id}/assignments', { id, query: { lang } });
	return found.assignments;
}

/** The terms of an assignment. */
export type Window = Pick<Assignment, 'opensAt' | 'dueAt' | 'attempts' | 'langs' | 'learning'>;

export async function assign(
	id: string,
	body: Window & { scenario: string; version: number },
): Promise<Assignment> {
	return ask('POST', '/api/v1/cohorts/{id}/assignments', { id, body });
}

/** 409 `assignment_changed`, with the assignment as it is now, when somebody has changed it since. */
export async function changeAssignment(
	{ cohort, id }: Assignment,
	body: Window & { revision: number },
): Promise<Assignment> {
	const at = { id: cohort, assignment: id };
	return ask('PUT', '/api/v1/cohorts/{id}/assignments/{assignment}', { at, body });
}

export async function withdrawAssignment({ cohort, id }: Assignment): Promise<void> {
	const at = { id: cohort, assignment: id };
	await ask('DELETE', '/api/v1/cohorts/{id}/assignments/{assignment}', { at });
}

export async function lookAtInvitation(code: string): Promise<Invited> {
	return ask('GET', '/api/v1/joins/{code}', { at: { code } });
}

/** Who a guest says they are. */
export interface Self {
	name: string;
	email: string;
	password: string;
	lang: Lang;
}

export async function join(code: string, self?: Self): Promise<Joined> {
	return ask('POST', '/api/v1/joins/{code}', { at: { code }, body: self ?? {} });
}

export async function listMyAssignments(lang: Lang): Promise<MyAssignment[]> {
	return (await ask('GET', '/api/v1/me/assignments', { query: { lang } })).assignments;
}

/** 409 `notice_unread` until the cohort's notice has been read. */
export async function beginAssigned(
	assignment: string,
	lang: Lang,
	timing: Timing,
): Promise<Attempt> {
	return ask('POST', '/api/v1/attempts', { body: { assignment, lang, timing } });
}
