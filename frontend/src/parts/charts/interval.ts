import { number } from '../i18n.svelte';
import { t } from './charts.words';

/** A value, of how many it is, and its interval of 95 %. Where it is not told, `why` says the code of the reason. */
export interface Figure {
	n?: number;
	value?: number;
	low?: number;
	high?: number;
	threshold?: number;
	verdict?: 'below' | 'above';
	why?: string;
}

/** How the numbers of a figure are written. */
export type Unit = (value: number) => string;

export const percent: Unit = (value) =>
	number(value, { style: 'percent', maximumFractionDigits: 0 });
export const outOf100: Unit = (value) => number(value, { maximumFractionDigits: 0 });
export const twoDigits: Unit = (value) =>
	number(value, { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** A figure in words: "71 %, entre 51 et 85, n = 24". What is not told is left out; nothing at all is said to be. */
export function inWords({ n, value, low, high }: Figure, unit: Unit): string {
	const said: string[] = [];
	if (value !== undefined) said.push(unit(value));
	if (low !== undefined && high !== undefined) said.push(t.between(unit(low), unit(high)));
	if (n !== undefined) said.push(t.of(n));
	if (value !== undefined) return said.join(', ');
	return n === undefined ? t.hidden : `${t.tooFew}, ${t.of(n)}`;
}

/** Where a value lies between two ends, in percent; outside of them, at the nearer one. */
export function placeOf(value: number, from: number, to: number): number {
	return Math.min(100, Math.max(0, ((value - from) / (to - from)) * 100));
}
