import { describe, expect, it } from 'vitest';
import { flow } from '../../test/flow';
import { layOut, wrap, type FlowLink } from './sankey';

const drawn = layOut(flow.nodes, flow.links, 960);

describe('the map of the paths', () => {
	it('keeps what comes in and what goes out: each bar is as tall as its people are many', () => {
		const perHead = drawn.nodes.map(({ node, bar }) => bar / node.count);
		for (const height of perHead) expect(height).toBeCloseTo(perHead[0] ?? 0, 6);
	});

	it('leaves each place a slot of its own', () => {
		for (const a of drawn.nodes)
			for (const b of drawn.nodes) {
				if (a === b || a.x !== b.x) continue;
				expect(a.y + a.slot <= b.y + 1e-6 || b.y + b.slot <= a.y + 1e-6).toBe(true);
			}
	});

	it('lets no ribbon begin or end within the words of a place', () => {
		const starts = drawn.ribbons.map(({ path }) => Number(/^M([\d.]+)/.exec(path)?.[1]));
		const edges = new Set(drawn.nodes.map(({ x }) => x + drawn.slotWidth));
		for (const start of starts)
			expect([...edges].some((edge) => Math.abs(edge - start) < 1e-6)).toBe(true);
	});

	it('tells a way back instead of drawing it', () => {
		const again: FlowLink = { from: 'appel', to: 'debut', choice: 'x', label: 'Encore', count: 2 };
		const looped = layOut(flow.nodes, [...flow.links, again], 960);
		expect(looped.back).toEqual([again]);
		expect(looped.ribbons).toHaveLength(flow.links.length);
	});

	it('is as wide as its columns need', () => {
		const tight = layOut(flow.nodes, flow.links, 100);
		expect(tight.width).toBeGreaterThanOrEqual(4 * tight.slotWidth);
		expect(drawn.width).toBe(960);
	});

	it('of nothing is nothing', () => {
		expect(layOut([], [], 960)).toMatchObject({ nodes: [], ribbons: [], back: [] });
	});
});

it('a long title is cut after three lines, and says so', () => {
	expect(wrap('Le dossier')).toEqual(['Le dossier']);
	const lines = wrap('Une réunion de crise où chacun parle sans que personne ne décide de rien');
	expect(lines).toHaveLength(3);
	expect(lines[2]).toMatch(/…$/);
});
