import { describe, expect, it } from 'vitest';
import { axes, path, ring, shown } from './radar';
import type { CompetencyScore } from './wire';

const frame = { centre: { x: 100, y: 100 }, radius: 80, gap: 10 };
const competency = (id: string, score = 50, decisions = 1, label = id): CompetencyScore => ({
	id,
	label,
	attained: score,
	range: 100,
	decisions,
	score,
});

describe('the axes', () => {
	it('begin at the top and go round clockwise', () => {
		const ends = axes(
			['a', 'b', 'c', 'd'].map((id) => competency(id)),
			frame,
		).map((a) => a.end);
		expect(ends).toEqual([
			{ x: 100, y: 20 },
			{ x: 180, y: 100 },
			{ x: 100, y: 180 },
			{ x: 20, y: 100 },
		]);
	});

	it('carry their score as a share of the radius', () => {
		const values = axes([competency('a', 0), competency('b', 100), competency('c', 25)], frame);
		expect(values[0]?.value).toEqual(frame.centre);
		expect(values[1]?.value).toEqual(values[1]?.end);
		const third = values[2];
		expect(Math.hypot((third?.value.x ?? 0) - 100, (third?.value.y ?? 0) - 100)).toBeCloseTo(20, 0);
	});

	it('hang their labels outwards, on short lines', () => {
		const [top, right, , left] = axes(
			[
				competency('a', 50, 1, 'Nommer et poser une limite'),
				...['b', 'c', 'd'].map((id) => competency(id)),
			],
			frame,
		);
		expect(top?.lines).toEqual(['Nommer et', 'poser une', 'limite']);
		expect([top?.anchor, right?.anchor, left?.anchor]).toEqual(['middle', 'start', 'end']);
		expect(top?.labelAt).toEqual({ x: 100, y: 10 });
	});
});

describe('the radar', () => {
	it('shows at most eight competencies, those most often at stake, in the case’s order', () => {
		const ten = Array.from({ length: 10 }, (_, i) => competency(`c${i}`, 50, i === 0 ? 9 : i));
		expect(shown(ten).map(({ id }) => id)).toEqual([
			'c0',
			'c3',
			'c4',
			'c5',
			'c6',
			'c7',
			'c8',
			'c9',
		]);
		expect(shown(ten.slice(0, 4))).toHaveLength(4);
	});

	it('writes its points as SVG reads them', () => {
		expect(path(ring(4, 0.5, frame))).toBe('100,60 140,100 100,140 60,100');
	});
});
