const day = 24 * 60 * 60 * 1000;

/** How far off a moment is, in words: in 3 hours, tomorrow, in 12 days. Days are those of the calendar here. */
export function inWords(iso: string, now: Date, lang: string): string {
	const at = new Date(iso);
	const words = new Intl.RelativeTimeFormat(lang, { numeric: 'auto' });
	const days = Math.round((startOf(at) - startOf(now)) / day);
	if (days !== 0) return words.format(days, 'day');
	const hours = Math.trunc((at.getTime() - now.getTime()) / (60 * 60 * 1000));
	if (hours !== 0) return words.format(hours, 'hour');
	return words.format(Math.trunc((at.getTime() - now.getTime()) / 60_000), 'minute');
}

/** Whether something is due so soon that it is worth a reminder. */
export function presses(iso: string | undefined, now: Date): boolean {
	return iso !== undefined && Date.parse(iso) - now.getTime() < 3 * day;
}

/** The start of a day, as if every day had the same length. */
function startOf(at: Date): number {
	return Date.UTC(at.getFullYear(), at.getMonth(), at.getDate());
}
