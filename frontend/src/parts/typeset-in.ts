import { typeset } from './typography';

/** The same value, with each of its texts set as its language wants: for an answer that is text through and through. */
export function typesetIn<T>(value: T, lang: string): T {
	if (typeof value === 'string') return typeset(value, lang) as T;
	if (Array.isArray(value)) return value.map((one: unknown) => typesetIn(one, lang)) as T;
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value).map(([name, one]) => [name, typesetIn<unknown>(one, lang)]),
	) as T;
}
