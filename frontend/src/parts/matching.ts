/** Those whose label holds every word sought; case and accents are forgiven. */
export function matching<T extends { label: string }>(all: T[], sought: string): T[] {
	const words = plain(sought).split(/\s+/).filter(Boolean);
	return all.filter(({ label }) => words.every((word) => plain(label).includes(word)));
}

function plain(text: string): string {
	return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
