/** A face's mood: from −2, very low, to 2, very good. */
export type Mood = -2 | -1 | 0 | 1 | 2;

const moods: Mood[] = [-2, -1, 0, 1, 2];

/** The mood that a gauge shows. A gauge of strain reads the other way round: full is bad. */
export function moodOf(gauge: { id: string; value: number; min: number; max: number }): Mood {
	const share = shareOf(gauge);
	const good = strains.test(gauge.id) ? 1 - share : share;
	return moods[Math.min(4, Math.floor(good * 5))] ?? 0;
}

/** How full a gauge is, from 0 to 1. */
export function shareOf({ value, min, max }: { value: number; min: number; max: number }): number {
	return max > min ? Math.min(1, Math.max(0, (value - min) / (max - min))) : 0;
}

const strains = /(?:^|\.)(?:tension|stress|colere|anger|fatigue|strain|mefiance|distrust)$/;

/** A hue of one's own, the same each time, drawn from an id. */
export function hueOf(id: string): number {
	let sum = 0;
	for (const letter of id) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973;
	return (sum * 47) % 360;
}

/** The initials of a name: Léa Fontaine is LF. What stands in brackets is no part of it. */
export function initialsOf(name: string): string {
	const words = name.replace(/\(.*\)/, '').split(/[\s-]+/);
	const letters = words.flatMap((word) => /\p{L}/u.exec(word)?.[0] ?? []);
	return (letters.length > 2 ? [letters[0], letters.at(-1)] : letters).join('').toUpperCase();
}
