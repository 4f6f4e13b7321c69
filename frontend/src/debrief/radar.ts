import type { CompetencyScore } from './wire';

/** More axes than this and a radar is a hedgehog: the rest is in the table. */
export const maxAxes = 8;
/** Fewer than this and there is no surface to look at. */
export const minAxes = 3;

export interface Point {
	x: number;
	y: number;
}

export interface Axis extends CompetencyScore {
	end: Point;
	value: Point;
	label: string;
	lines: string[];
	labelAt: Point;
	anchor: 'start' | 'middle' | 'end';
}

export interface Frame {
	centre: Point;
	radius: number;
	/** How far beyond the rim the labels stand. */
	gap: number;
}

/** The competencies a radar can show: those most decisions spoke of, in the order of the case. */
export function shown(competencies: readonly CompetencyScore[]): CompetencyScore[] {
	if (competencies.length <= maxAxes) return [...competencies];
	const kept = [...competencies].sort((a, b) => b.decisions - a.decisions).slice(0, maxAxes);
	return competencies.filter((competency) => kept.includes(competency));
}

export function axes(competencies: readonly CompetencyScore[], frame: Frame): Axis[] {
	const count = competencies.length;
	return competencies.map((competency, i) => {
		const labelAt = at(i, count, frame.radius + frame.gap, frame.centre);
		return {
			...competency,
			end: at(i, count, frame.radius, frame.centre),
			value: at(i, count, (frame.radius * competency.score) / 100, frame.centre),
			lines: wrapped(competency.label),
			labelAt,
			anchor: anchor(labelAt.x - frame.centre.x),
		};
	});
}

/** A ring of the web, at a share of the radius. */
export function ring(count: number, share: number, frame: Frame): Point[] {
	return Array.from({ length: count }, (_, i) => at(i, count, frame.radius * share, frame.centre));
}

/** Points as an SVG polygon reads them. */
export function path(points: readonly Point[]): string {
	return points.map(({ x, y }) => `${x},${y}`).join(' ');
}

/** The first axis points up, the others follow clockwise. */
function at(index: number, count: number, distance: number, centre: Point): Point {
	const angle = (index / count) * 2 * Math.PI - Math.PI / 2;
	return {
		x: round(centre.x + distance * Math.cos(angle)),
		y: round(centre.y + distance * Math.sin(angle)),
	};
}

function anchor(offset: number): Axis['anchor'] {
	if (Math.abs(offset) < 8) return 'middle';
	return offset > 0 ? 'start' : 'end';
}

/** A label on lines of at most 14 characters where its words allow. */
function wrapped(label: string): string[] {
	return label.split(' ').reduce<string[]>((lines, word) => {
		const last = lines.at(-1);
		if (last !== undefined && `${last} ${word}`.length <= 14)
			return [...lines.slice(0, -1), `${last} ${word}`];
		return [...lines, word];
	}, []);
}

function round(value: number): number {
	return Math.round(value * 10) / 10;
}
