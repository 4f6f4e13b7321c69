import { ask } from './client';
import type { components } from './schema';

type Schemas = components['schemas'];
export type Agreement = Schemas['Agreement'];
export type Comment = Schemas['Comment'];
export type Criterion = Schemas['Criterion'];
export type CriterionAgreement = Schemas['CriterionAgreement'];
export type Explanation = Schemas['Explanation'];
export type GivenReason = Schemas['GivenReason'];
export type Level = Schemas['Level'];
export type Levels = Schemas['Levels'];
export type PeerDecision = Schemas['PeerDecision'];
export type PeerPath = Schemas['PeerPath'];
export type Peers = Schemas['Peers'];
export type Rationales = Schemas['Rationales'];
export type RationaleState = Schemas['RationaleState'];
export type UnreadComments = Schemas['UnreadComments'];

/** What the others of my cohort did in the same case. */
export async function getPeers(id: string): Promise<Peers> {
	return ask('GET', '/api/v1/attempts/{id}/peers', { id });
}

/** What trainers say of an attempt of mine. */
export async function listComments(id: string): Promise<Comment[]> {
	return (await ask('GET', '/api/v1/attempts/{id}/comments', { id })).comments;
}

/** Notes that I have read them. */
export async function readComments(id: string): Promise<Comment[]> {
	return (await ask('PUT', '/api/v1/attempts/{id}/comments/read', { id })).comments;
}

/** Attempts of mine with comments that I have not read. */
export async function listUnreadComments(): Promise<UnreadComments[]> {
	return (await ask('GET', '/api/v1/comments/unread')).attempts;
}

/** Where a reason was given, for a trainer of the cohort. */
export interface ReasonPlace {
	cohort: string;
	attempt: string;
	step: number;
}

const commentAt = '/api/v1/cohorts/{id}/attempts/{attempt}/comments/{step}';

/** Keeps what I say to a reason, over the revision that I saw; 409 with the kept one when it was changed since. */
export async function saveComment(
	{ cohort, attempt, step }: ReasonPlace,
	body: { revision: number; levels: Levels; text: string },
): Promise<Comment> {
	return ask('PUT', commentAt, { at: { id: cohort, attempt, step }, body });
}

/** Takes it back, and answers what is left to read of the attempt. */
export async function withdrawComment(
	{ cohort, attempt, step }: ReasonPlace,
	revision: number,
): Promise<Comment[]> {
	const query = { revision: String(revision) };
	return (await ask('DELETE', commentAt, { at: { id: cohort, attempt, step }, query })).comments;
}

/** What trainers of a cohort say of an attempt under it. */
export async function listCommentsOfAttempt(cohort: string, attempt: string): Promise<Comment[]> {
	const at = { id: cohort, attempt };
	return (await ask('GET', '/api/v1/cohorts/{id}/attempts/{attempt}/comments', { at })).comments;
}

/** A page of the reasons given in a cohort, those after the place where the page before it ended. */
export async function listRationales(
	id: string,
	asked: { state: RationaleState; after?: string; names?: boolean },
): Promise<Rationales> {
	const query: Record<string, string> = { state: asked.state };
	if (asked.after) query.after = asked.after;
	if (asked.names) query.names = 'true';
	return ask('GET', '/api/v1/cohorts/{id}/rationales', { id, query });
}

/** What a cohort is called. */
export async function headOfCohort(id: string): Promise<{ name: string; demo?: boolean }> {
	return ask('GET', '/api/v1/cohorts/{id}', { id });
}

/** How far the trainers of a cohort rate alike. */
export async function getAgreement(id: string): Promise<Agreement> {
	return ask('GET', '/api/v1/cohorts/{id}/agreement', { id });
}
