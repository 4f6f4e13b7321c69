import type { Lang } from '../parts/i18n.svelte';
import { ask, type Account } from './client';
import type { components } from './schema';

type Schemas = components['schemas'];
export type HandedLink = Schemas['HandedLink'];
export type InvitedPerson = Schemas['InvitedPerson'];
export type Letter = Schemas['Letter'];
export type Link = Schemas['Link'];
export type Login = Schemas['Login'];
export type Person = Schemas['Person'];
export type Role = Schemas['Role'];
export type Ways = Schemas['Ways'];

export async function getWays(): Promise<Ways> {
	return ask('GET', '/api/v1/ways');
}

export async function logIn(email: string, password: string): Promise<Account> {
	return ask('POST', '/api/v1/logins', { body: { email, password } });
}

export async function logOut(): Promise<void> {
	await ask('POST', '/api/v1/logouts');
}

/** Answered alike whether the address is known or not. */
export async function forgetPassword(email: string): Promise<void> {
	await ask('POST', '/api/v1/password-requests', { body: { email } });
}

/** What a link is for; nothing changes. */
export async function viewLink(token: string): Promise<Link> {
	return ask('POST', '/api/v1/links/views', { body: { token } });
}

export interface LinkUse {
	password: string;
	name?: string;
	email?: string;
	lang?: Lang;
}

/** Sets the password and logs in. A link works once. */
export async function useLink(token: string, use: LinkUse): Promise<Account> {
	return ask('POST', '/api/v1/links/uses', { body: { token, ...use } });
}

/** What is left out stays as it is. A new address asks for the password. */
export async function changeMe(body: {
	name?: string;
	email?: string;
	lang?: Lang;
	password?: string;
}): Promise<Account> {
	return ask('PUT', '/api/v1/me', { body });
}

/** Ends all other logins. */
export async function changePassword(password: string, current?: string): Promise<Account> {
	return ask('PUT', '/api/v1/me/password', { body: { password, current } });
}

/** Asks for the link by which a guest keeps their attempts. */
export async function claimAttempts(name: string, email: string, lang: Lang): Promise<void> {
	await ask('POST', '/api/v1/me/claims', { body: { name, email, lang } });
}

export async function listLogins(): Promise<Login[]> {
	return (await ask('GET', '/api/v1/logins')).logins;
}

export async function endLogin(id: string): Promise<void> {
	await ask('DELETE', '/api/v1/logins/{id}', { id });
}

export async function endOtherLogins(): Promise<void> {
	await ask('DELETE', '/api/v1/logins');
}

/** A page of people; `next` is where the following one begins, when there is one. */
export interface PeoplePage {
	people: Person[];
	next?: string;
}

export async function listPeople(search: string, after = ''): Promise<PeoplePage> {
	const query = { ...(search && { search }), ...(after && { after }) };
	return ask('GET', '/api/v1/accounts', { query });
}

export async function invitePerson(
	name: string,
	email: string,
	role: Role,
	lang: Lang,
): Promise<InvitedPerson> {
	return ask('POST', '/api/v1/accounts', { body: { name, email, role, lang } });
}

/** Ends that person's logins. */
export async function changePerson(
	id: string,
	body: { role?: Role; closed?: boolean },
): Promise<Person> {
	return ask('PUT', '/api/v1/accounts/{id}', { id, body });
}

export async function endLoginsOf(id: string): Promise<void> {
	await ask('DELETE', '/api/v1/accounts/{id}/logins', { id });
}

/** A link that lets somebody in: mailed, or to be handed over. */
export async function makeLink(id: string): Promise<HandedLink> {
	return ask('POST', '/api/v1/accounts/{id}/links', { id });
}

/** Who waits for a link that no mail brings. */
export async function listLetters(): Promise<Letter[]> {
	return (await ask('GET', '/api/v1/letters')).letters;
}
