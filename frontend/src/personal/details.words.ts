import type { AuditEntry } from '../api/personal';
import { number, plural, words } from '../parts/i18n.svelte';

type Name = AuditEntry['details'][number]['name'];

/** An id that nothing goes by any more, or that never had a name. */
const nameless = (value: string) => /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(value);
const mark = (sum: string) => sum.slice(0, 12);
const version = (of: string) => of.split('/');

const french: Record<string, string> = {
	...{
		trainee: 'stagiaire',
		trainer: 'formateur',
		manager: 'responsable',
		admin: 'administrateur',
	},
	...{ import: 'par une liste', invitation: 'sur invitation', hand: 'à la main' },
	...{ setup: 'par le lien d’installation', guest: 'par un invité, qui garde ses parties' },
};
const links: Record<string, [fr: string, en: string]> = {
	setup: ['pour installer Casebook', 'to set Casebook up'],
	invitation: ['pour une invitation', 'for an invitation'],
	reset: ['pour un nouveau mot de passe', 'for a new password'],
	claim: ['pour garder des parties d’invité', 'to keep a guest’s attempts'],
};
const english: Record<string, string> = {
	...{ import: 'by a list', invitation: 'by an invitation', hand: 'by hand' },
	...{ setup: 'by the set-up link', guest: 'by a guest, who keeps their attempts' },
};
const inFrench = (code: string) => french[code] ?? code;
const inEnglish = (code: string) => english[code] ?? code;

/** What an entry tells beside what was done and to what, in words; empty where only a program needs it. */
export const details = words(
	{
		account: (v: string) => (nameless(v) ? 'personne effacée' : v),
		accounts: (v: string) => plural(Number(v), 'compte', 'comptes'),
		attempts: (v: string) => plural(Number(v), 'partie', 'parties'),
		backup: (v: string) => `sauvegarde d’empreinte ${mark(v)}`,
		by: inFrench,
		case: (v: string) => `cas ${version(v)[0] ?? ''}, version ${version(v)[1] ?? ''}`,
		cohort: (v: string) => (nameless(v) ? 'promotion disparue' : `promotion ${v}`),
		content: (v: string) => `contenu d’empreinte ${mark(v)}`,
		days: (v: string) => `après ${plural(Number(v), 'jour', 'jours')}`,
		ended: (v: string) => plural(Number(v), 'connexion', 'connexions'),
		format: (v: string) => `en ${v.toUpperCase()}`,
		from: (v: string) => `était ${inFrench(v)}`,
		guest: () => '',
		invitation: () => '',
		kind: (v: string) => links[v]?.[0] ?? v,
		notice: (v: string) => (v === '0' ? 'sans notice' : `notice en version ${number(Number(v))}`),
		people: (v: string) => plural(Number(v), 'personne', 'personnes'),
		post: (v: string) => `comme ${inFrench(v)}`,
		retention: (v: string) =>
			v === '0' ? 'noms gardés sans limite' : `noms gardés ${plural(Number(v), 'jour', 'jours')}`,
		revision: (v: string) => `révision ${number(Number(v))}`,
		seats: (v: string) => plural(Number(v), 'place', 'places'),
		step: (v: string) => `étape ${number(Number(v) + 1)}`,
		to: (v: string) => `devient ${inFrench(v)}`,
		version: (v: string) => `version ${number(Number(v))}`,
		way: inFrench,
	} satisfies Record<Name, (value: string) => string>,
	{
		account: (v) => (nameless(v) ? 'erased person' : v),
		accounts: (v) => plural(Number(v), 'account', 'accounts'),
		attempts: (v) => plural(Number(v), 'attempt', 'attempts'),
		backup: (v) => `backup of fingerprint ${mark(v)}`,
		by: inEnglish,
		case: (v) => `case ${version(v)[0] ?? ''}, version ${version(v)[1] ?? ''}`,
		cohort: (v) => (nameless(v) ? 'cohort that is gone' : `cohort ${v}`),
		content: (v) => `content of fingerprint ${mark(v)}`,
		days: (v) => `after ${plural(Number(v), 'day', 'days')}`,
		ended: (v) => plural(Number(v), 'login', 'logins'),
		format: (v) => `as ${v.toUpperCase()}`,
		from: (v) => `was ${inEnglish(v)}`,
		guest: () => '',
		invitation: () => '',
		kind: (v) => links[v]?.[1] ?? v,
		notice: (v) => (v === '0' ? 'without a notice' : `notice in version ${number(Number(v))}`),
		people: (v) => plural(Number(v), 'person', 'people'),
		post: (v) => `as ${inEnglish(v)}`,
		retention: (v) =>
			v === '0' ? 'names kept without a limit' : `names kept ${plural(Number(v), 'day', 'days')}`,
		revision: (v) => `revision ${number(Number(v))}`,
		seats: (v) => plural(Number(v), 'seat', 'seats'),
		step: (v) => `step ${number(Number(v) + 1)}`,
		to: (v) => `now ${inEnglish(v)}`,
		version: (v) => `version ${number(Number(v))}`,
		way: inEnglish,
	},
);

/** A detail in words; one that only a later server knows, as it is. */
export function detailOf(name: string, value: string): string {
	return Object.hasOwn(details, name) ? details[name as Name](value) : `${name} ${value}`;
}

/** What an entry speaks of that has no name of its own. */
const subjects = words(
	{
		account: 'personne effacée',
		cohort: 'promotion disparue',
		attempt: 'partie effacée',
		draft: '',
		assignment: '',
		program: 'Casebook',
		schema: (v: string) => `version ${v} de la base`,
		case: (v: string) => `cas ${v}`,
		version: (of: string, v: string) => `cas ${of}, version ${v}`,
	},
	{
		account: 'erased person',
		cohort: 'cohort that is gone',
		attempt: 'erased attempt',
		draft: '',
		assignment: '',
		program: 'Casebook',
		schema: (v) => `version ${v} of the database`,
		case: (v) => `case ${v}`,
		version: (of, v) => `case ${of}, version ${v}`,
	},
);

/** Who or what an entry speaks of, in words. */
export function called({ kind, id = '', name }: AuditEntry['subject']): string {
	if (name) return name;
	switch (kind) {
		case 'schema':
			return subjects.schema(id);
		case 'case':
			return subjects.case(id);
		case 'account':
		case 'cohort':
		case 'attempt':
		case 'draft':
		case 'assignment':
		case 'program':
			return subjects[kind];
		case '':
			return '';
		default:
			return subjects.version(kind, id); // which goes by the case's own id
	}
}
