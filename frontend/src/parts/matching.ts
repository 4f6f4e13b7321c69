/** Those whose label holds every word sought; case, accents and ligatures are forgiven. */
export function matching<T extends { label: string }>(all: T[], sought: string): T[] {
	const words = plain(sought).split(/\s+/).filter(Boolean);
	return all.filter(({ label }) => words.every((word) => plain(label).includes(word)));
}

/** The letters and marks that come apart in no other way, as the server's lists take them too. */
const singles: Record<string, string> = {
	æ: 'ae',
	œ: 'oe',
	ß: 'ss',
	þ: 'th',
	ø: 'o',
	ł: 'l',
	đ: 'd',
	ð: 'd',
	ħ: 'h',
	ŧ: 't',
	ı: 'i',
	ς: 'σ',
	'’': "'",
	'‘': "'",
	ʼ: "'",
	'‐': '-',
	'–': '-',
};

function plain(text: string): string {
	const parts = text.normalize('NFKD').replace(/\p{Mn}/gu, '');
	return [...parts.toLowerCase()].map((sign) => singles[sign] ?? sign).join('');
}
