import { number, plural, signed as withSign, words } from '../parts/i18n.svelte';

const w = words(
	{
		none: 'Rien en jeu',
		kept: (stake: string) => `Aucun point perdu sur ${stake} en jeu`,
		lost: (points: string, stake: string) => `${points} sur ${stake} en jeu`,
	},
	{
		none: 'Nothing at stake',
		kept: (stake) => `No point lost of ${stake} at stake`,
		lost: (points, stake) => `${points} of ${stake} at stake`,
	},
);

const oneDecimal = { maximumFractionDigits: 1 };

/** A number as it is read: one decimal at most, the true minus sign, never minus zero. */
export function figure(value: number): string {
	return number(tenths(value), oneDecimal);
}

/** The same with its sign, zero excepted. */
export function signed(value: number): string {
	return withSign(tenths(value), oneDecimal);
}

/** "1,5 point" in French, "1.5 points" in English. */
export function points(value: number): string {
	return `${figure(value)}\u00a0${pointWord(value)}`;
}

export function signedPoints(value: number): string {
	return `${signed(value)}\u00a0${pointWord(value)}`;
}

function pointWord(value: number): string {
	return (
		plural(Math.abs(tenths(value)), 'point', 'points')
			.split('\u00a0')
			.at(-1) ?? ''
	);
}

/** What a move cost, in the words of the debrief: "−5 points sur 9 en jeu". */
export function cost(regret: number, stake: number): string {
	if (tenths(stake) === 0) return w.none;
	if (tenths(regret) === 0) return w.kept(figure(stake));
	return w.lost(signedPoints(-regret), figure(stake));
}

/** A whole score from 0 to 100: the two ends are for those who reached them. */
export function wholeScore(score: number): number {
	const rounded = Math.round(score);
	if (rounded === 100 && score < 100 - 1e-6) return 99;
	if (rounded === 0 && score > 1e-6) return 1;
	return rounded;
}

/**
 * Addends rounded to tenths so that what is printed adds up to the printed total: the tenths that
 * plain rounding would lose go to the largest remainders.
 */
export function balanced(addends: readonly number[]): number[] {
	const exact = addends.map((value) => value * 10);
	const floors = exact.map((value) => Math.floor(value + 1e-9));
	const raised = new Set(
		exact
			.map((value, index) => ({ index, remainder: value - Math.floor(value + 1e-9) }))
			.sort((a, b) => b.remainder - a.remainder || a.index - b.index)
			.slice(0, Math.round(sum(exact)) - sum(floors))
			.map(({ index }) => index),
	);
	return floors.map((value, index) => (raised.has(index) ? value + 1 : value) / 10);
}

/** Whole minutes between two moments, one at least. */
export function minutesBetween(from: string, to: string): number {
	return Math.max(1, Math.round((Date.parse(to) - Date.parse(from)) / 60_000));
}

/** To the tenth, which is as fine as the debrief counts. */
export function tenths(value: number): number {
	return Math.round(value * 10) / 10 || 0;
}

function sum(values: readonly number[]): number {
	return values.reduce((total, value) => total + value, 0);
}
