import type { Lang } from '../parts/i18n.svelte';
import { typesetIn } from '../parts/typeset-in';
import { ask, type Debrief } from './client';
import type { components } from './schema';

type Schemas = components['schemas'];
export type AssignedCase = Schemas['AssignedCase'];
export type CaseChoice = Schemas['CaseChoice'];
export type CaseDecision = Schemas['CaseDecision'];
export type CaseReport = Schemas['CaseReport'];
export type CohortGrowth = Schemas['CohortGrowth'];
export type CohortProgress = Schemas['CohortProgress'];
export type HelpReason = Schemas['HelpReason'];
export type ProgressRow = Schemas['ProgressRow'];
export type ReportRule = Schemas['ReportRule'];
export type Standing = Schemas['Standing'];
export type StandingState = Schemas['StandingState'];
export type TraineeAttempt = Schemas['TraineeAttempt'];
export type TraineeDecision = Schemas['TraineeDecision'];
export type TraineeReport = Schemas['TraineeReport'];

/** Everybody in a cohort, unfiltered: a page filters what it has. */
export async function getCohortProgress(id: string, lang: Lang): Promise<CohortProgress> {
	return typesetIn(
		await ask('GET', '/api/v1/cohorts/{id}/progress', { id, query: { lang } }),
		lang,
	);
}

/** For a trainer of the cohort; that it was read is recorded. */
export async function getTrainee(id: string, account: string, lang: Lang): Promise<TraineeReport> {
	const at = { id, account };
	const asked = { at, query: { lang } };
	return typesetIn(await ask('GET', '/api/v1/cohorts/{id}/people/{account}', asked), lang);
}

/** The debrief of a trainee's attempt; 409 until it has ended. That it was read is recorded. */
export async function getTraineeDebrief(
	id: string,
	account: string,
	attempt: string,
): Promise<Debrief> {
	const at = { id, account, attempt };
	return ask('GET', '/api/v1/cohorts/{id}/people/{account}/attempts/{attempt}', { at });
}

/** Which of a person's attempts a case report counts. */
export type Counted = 'all' | 'first';

export async function getCaseReport(
	id: string,
	scenario: string,
	version: string,
	lang: Lang,
	attempts: Counted,
): Promise<CaseReport> {
	const asked = { at: { id, scenario, version }, query: { lang, attempts } };
	const report = await ask('GET', '/api/v1/cohorts/{id}/cases/{scenario}/{version}', asked);
	return typesetIn(report, lang);
}
