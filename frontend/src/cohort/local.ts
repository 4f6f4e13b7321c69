/** A moment as an input of type datetime-local has it, by the clock of this browser; empty for none. */
export function toLocal(iso: string | undefined): string {
	if (!iso) return '';
	const at = new Date(iso);
	const two = (n: number) => String(n).padStart(2, '0');
	const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
	return `${day}T${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** The moment that was chosen in such an input, in UTC; undefined when none was. */
export function fromLocal(local: string): string | undefined {
	const at = new Date(local);
	return local === '' || Number.isNaN(at.getTime()) ? undefined : at.toISOString();
}

/** The end of a day, so many days from a moment, by the clock of this browser. */
export function endOfDay(from: Date, days: number): string {
	const at = new Date(from.getFullYear(), from.getMonth(), from.getDate() + days, 23, 59);
	return at.toISOString();
}

/** What the zone of this browser is called. */
export function zone(): string {
	return Intl.DateTimeFormat().resolvedOptions().timeZone;
}
