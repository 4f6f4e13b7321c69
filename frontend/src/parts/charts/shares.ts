/** Whole percentages that sum to 100: what rounding would lose goes to the largest remainders. Nothing is 0 of nothing. */
export function hundred(counts: readonly number[]): number[] {
	const total = counts.reduce((sum, count) => sum + count, 0);
	if (total === 0) return counts.map(() => 0);
	const exact = counts.map((count) => (count / total) * 100);
	const floors = exact.map(Math.floor);
	const left = 100 - floors.reduce((sum, floor) => sum + floor, 0);
	const raised = new Set(
		exact
			.map((value, index) => ({ index, rest: value - Math.floor(value) }))
			.sort((a, b) => b.rest - a.rest || a.index - b.index)
			.slice(0, left)
			.map(({ index }) => index),
	);
	return floors.map((floor, index) => (raised.has(index) ? floor + 1 : floor));
}
