interface Point {
	x: number;
	y: number;
	taken: boolean;
	last: boolean;
}

/** A small tree of ways, one of them taken, drawn from a seed. */
export function branches(seed: string): { points: Point[]; ways: { d: string; taken: boolean }[] } {
	const dice = diceOf(seed);
	const counts = [1, 2, 3, 4];
	const columns = counts.map((count, column) =>
		Array.from({ length: count }, (_, i) => ({
			x: 34 + column * 84 + Math.round(dice() * 12 - 6),
			y: Math.round(100 + (i - (count - 1) / 2) * (150 / count) * 1.15 + dice() * 12 - 6),
			taken: false,
			last: column === counts.length - 1,
		})),
	);
	const ways: { from: Point; to: Point }[] = [];
	for (const [column, from] of columns.slice(0, -1).entries()) {
		for (const [i, point] of from.entries()) {
			for (const next of columns[column + 1]?.slice(i, i + 2) ?? [])
				ways.push({ from: point, to: next });
		}
	}
	let at = columns[0]?.[0];
	const taken = new Set<object>();
	while (at) {
		at.taken = true;
		const out = ways.filter(({ from }) => from === at);
		const way = out[Math.floor(dice() * out.length)];
		if (way) taken.add(way);
		at = way?.to;
	}
	const drawn = ways
		.map((way) => ({ d: curve(way.from, way.to), taken: taken.has(way) }))
		.sort((a, b) => Number(a.taken) - Number(b.taken));
	return { points: columns.flat(), ways: drawn };
}

function curve(from: Point, to: Point): string {
	const middle = (from.x + to.x) / 2;
	return `M${from.x} ${from.y}C${middle} ${from.y} ${middle} ${to.y} ${to.x} ${to.y}`;
}

/** Numbers from 0 to 1, always the same for the same seed. */
function diceOf(seed: string): () => number {
	let state = 2166136261;
	for (const letter of seed) state = Math.imul(state ^ (letter.codePointAt(0) ?? 0), 16777619);
	return () => {
		state = Math.imul(state ^ (state >>> 15), 2246822519) + 1;
		return ((state ^ (state >>> 13)) >>> 0) / 4294967296;
	};
}
