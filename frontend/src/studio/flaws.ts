import type { CaseFlaw } from '../api/cases';

/** The flaws of one code and level that stand together on the page. */
export interface Group {
	code: string;
	level: CaseFlaw['level'];
	flaws: CaseFlaw[];
}

const levels: CaseFlaw['level'][] = ['error', 'warning', 'info'];

/**
 * Gathers flaws by level and code, those that most places have first, and the walkthroughs last: they fail because of
 * the others. What the author has answered is apart.
 */
export function groupsOf(flaws: CaseFlaw[]): Group[] {
	const groups = new Map<string, Group>();
	for (const flaw of flaws) {
		if (flaw.answer !== undefined) continue;
		const { code, level } = flaw;
		const key = `${level} ${code}`;
		const group = groups.get(key) ?? { code, level, flaws: [] };
		group.flaws.push(flaw);
		groups.set(key, group);
	}
	return [...groups.values()].sort(
		(a, b) =>
			levels.indexOf(a.level) - levels.indexOf(b.level) ||
			Number(ofWalks(a)) - Number(ofWalks(b)) ||
			b.flaws.length - a.flaws.length ||
			a.code.localeCompare(b.code),
	);
}

const ofWalks = ({ code }: Group) => code.startsWith('W');

/** A sentence in its parts: what stands between backticks is a word of the case's files. */
export function partsOf(sentence: string): { text: string; code: boolean }[] {
	return sentence
		.split('`')
		.map((text, i) => ({ text, code: i % 2 === 1 }))
		.filter(({ text }) => text !== '');
}
