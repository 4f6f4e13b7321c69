/** A place that people come to, in the column that it stands in. */
export interface FlowNode {
	id: string;
	title: string;
	column: number;
	/** How many came here. */
	count: number;
	kind: 'decision' | 'ending';
	tone?: 'good' | 'mixed' | 'bad';
}

/** So many who went from one place to another by a choice. */
export interface FlowLink {
	from: string;
	to: string;
	choice: string;
	label: string;
	count: number;
}

/** A node where it is drawn: its words have a slot of their own, that no ribbon crosses. */
export interface Drawn {
	node: FlowNode;
	x: number;
	/** The top of the slot, and its height. */
	y: number;
	slot: number;
	/** The top of the bar within the slot, and its height: the number of people. */
	barY: number;
	bar: number;
	lines: string[];
}

export interface Ribbon {
	link: FlowLink;
	path: string;
}

export interface Picture {
	width: number;
	height: number;
	slotWidth: number;
	nodes: Drawn[];
	ribbons: Ribbon[];
	/** Links that lead back to where people have been: they are told, not drawn. */
	back: FlowLink[];
}

/** A node, or where a ribbon passes a column between the ones that it joins. */
interface Stop {
	node?: FlowNode;
	column: number;
	weight: number;
	slot: number;
	lines: string[];
	y: number;
}

interface Segment {
	source: Stop;
	target: Stop;
	weight: number;
	sourceY: number;
	targetY: number;
}

const gap = 18;
const leading = 17;
const widest = 148; // of a slot; columns that are many share what there is
const narrowest = 104;
const between = 32; // columns, at least
const letter = 6.9; // how wide one is, about
const tallest = 210; // of the bar through which most pass
const sweeps = 16;

/** The picture of a flow, at least as wide as asked for and as wide as its columns need. */
export function layOut(nodes: FlowNode[], links: FlowLink[], asked: number): Picture {
	const columns = Math.max(0, ...nodes.map((node) => node.column)) + 1;
	const slotWidth = slotFor(columns, asked);
	const width = Math.max(asked, columns * (slotWidth + between) - between);
	const stride = columns > 1 ? (width - slotWidth) / (columns - 1) : 0;
	const unit = tallest / Math.max(1, ...totals(nodes, columns));

	const stops = new Map(nodes.map((node) => [node.id, stopOf(node, unit, slotWidth)]));
	const back: FlowLink[] = [];
	const ways: { link: FlowLink; segments: Segment[] }[] = [];
	const passing: Stop[] = [];
	for (const link of links) {
		const source = stops.get(link.from);
		const target = stops.get(link.to);
		if (!source || !target) continue;
		if (target.column <= source.column) {
			back.push(link);
			continue;
		}
		const passed = range(source.column + 1, target.column).map((column) =>
			passingStop(column, link.count * unit),
		);
		passing.push(...passed);
		ways.push({ link, segments: chain([source, ...passed, target], link.count * unit) });
	}

	const ranks = range(0, columns).map((column) =>
		[...stops.values(), ...passing].filter((stop) => stop.column === column),
	);
	const segments = ways.flatMap((way) => way.segments);
	const height = Math.max(...ranks.map(heightOf));
	settle(ranks, segments, height);
	attach(segments);

	return {
		width,
		height,
		slotWidth,
		nodes: ranks.flat().flatMap((stop) => (stop.node ? [drawn(stop, stop.node, stride)] : [])),
		ribbons: ways.map((way) => ({ link: way.link, path: ribbon(way.segments, stride, slotWidth) })),
		back,
	};
}

/** How wide the words of a place may be, for all columns to fit where they can. */
function slotFor(columns: number, asked: number): number {
	return Math.min(widest, Math.max(narrowest, (asked + between) / columns - between));
}

/** A title on lines of a slot's width, three at most: what is cut off is told by the table. */
export function wrap(title: string, most = 3, longest = 18): string[] {
	const lines: string[] = [];
	for (const word of title.split(/[ \n]+/)) {
		const last = lines.at(-1);
		if (last !== undefined && last.length + word.length < longest)
			lines[lines.length - 1] = `${last} ${word}`;
		else lines.push(word);
	}
	if (lines.length <= most) return lines;
	return [...lines.slice(0, most - 1), `${lines[most - 1]}…`];
}

function totals(nodes: FlowNode[], columns: number): number[] {
	const sums = new Array<number>(columns).fill(0);
	for (const { column, count } of nodes) sums[column] = (sums[column] ?? 0) + count;
	return sums;
}

function stopOf(node: FlowNode, unit: number, slotWidth: number): Stop {
	const lines = wrap(node.title, 3, Math.floor((slotWidth - 22) / letter));
	const under = node.tone ? 2 : 1;
	const weight = node.count * unit;
	return {
		node,
		column: node.column,
		weight,
		slot: Math.max(weight, (lines.length + under) * leading),
		lines,
		y: 0,
	};
}

function passingStop(column: number, weight: number): Stop {
	return { column, weight, slot: weight, lines: [], y: 0 };
}

function chain(stops: Stop[], weight: number): Segment[] {
	return stops.slice(1).map((target, i) => {
		const source = stops[i] ?? target;
		return { source, target, weight, sourceY: 0, targetY: 0 };
	});
}

function heightOf(rank: Stop[]): number {
	return rank.reduce((sum, { slot }) => sum + slot, 0) + gap * Math.max(0, rank.length - 1);
}

/** Moves each stop towards those that it is joined to, to and fro, and keeps them from overlapping. */
function settle(ranks: Stop[][], segments: Segment[], height: number): void {
	for (const rank of ranks) spread(rank, height);
	for (let sweep = 0; sweep < sweeps; sweep++) {
		const forward = sweep % 2 === 0;
		for (const rank of forward ? ranks : ranks.toReversed()) {
			const wanted = new Map(rank.map((stop) => [stop, middleOf(stop, segments, forward)]));
			rank.sort((a, b) => (wanted.get(a) ?? 0) - (wanted.get(b) ?? 0));
			for (const stop of rank) stop.y = (wanted.get(stop) ?? 0) - stop.slot / 2;
			spread(rank, height);
		}
	}
}

/** Where a stop would stand for its ribbons to run straight, as seen from one side. */
function middleOf(stop: Stop, segments: Segment[], fromSources: boolean): number {
	let sum = 0;
	let weight = 0;
	for (const segment of segments) {
		const [near, far] = fromSources
			? [segment.target, segment.source]
			: [segment.source, segment.target];
		if (near !== stop) continue;
		sum += (far.y + far.slot / 2) * segment.weight;
		weight += segment.weight;
	}
	return weight > 0 ? sum / weight : stop.y + stop.slot / 2;
}

/** Pushes the stops of a column apart, within its height, in the order that they stand in. */
function spread(rank: Stop[], height: number): void {
	let top = 0;
	for (const stop of rank) {
		stop.y = Math.max(stop.y, top);
		top = stop.y + stop.slot + gap;
	}
	let bottom = height;
	for (const stop of rank.toReversed()) {
		stop.y = Math.min(stop.y, bottom - stop.slot);
		bottom = stop.y - gap;
	}
}

/** Gives each ribbon its place on the bars that it joins, so that ribbons cross as little as they can. */
function attach(segments: Segment[]): void {
	const stops = new Set(segments.flatMap(({ source, target }) => [source, target]));
	for (const stop of stops) {
		let out = barTop(stop);
		for (const segment of ordered(segments, stop, 'source')) {
			segment.sourceY = out;
			out += segment.weight;
		}
		let into = barTop(stop);
		for (const segment of ordered(segments, stop, 'target')) {
			segment.targetY = into;
			into += segment.weight;
		}
	}
}

function ordered(segments: Segment[], stop: Stop, side: 'source' | 'target'): Segment[] {
	const other = side === 'source' ? 'target' : 'source';
	return segments
		.filter((segment) => segment[side] === stop)
		.sort((a, b) => a[other].y - b[other].y);
}

function barTop(stop: Stop): number {
	return stop.y + (stop.slot - stop.weight) / 2;
}

function drawn(stop: Stop, node: FlowNode, stride: number): Drawn {
	return {
		node,
		x: stop.column * stride,
		y: stop.y,
		slot: stop.slot,
		barY: barTop(stop),
		bar: Math.max(2, stop.weight),
		lines: stop.lines,
	};
}

/** The outline of a ribbon: over its segments from left to right, and back beneath them. */
function ribbon(segments: Segment[], stride: number, slotWidth: number): string {
	const over: string[] = [];
	const under: string[] = [];
	for (const { source, target, weight, sourceY, targetY } of segments) {
		const from = source.column * stride + slotWidth;
		const to = target.column * stride;
		const middle = (from + to) / 2;
		over.push(`${from} ${sourceY}C${middle} ${sourceY} ${middle} ${targetY} ${to} ${targetY}`);
		under.unshift(
			`${to} ${targetY + weight}C${middle} ${targetY + weight} ${middle} ${sourceY + weight} ${from} ${sourceY + weight}`,
		);
	}
	return `M${[...over, ...under].join('L')}Z`;
}

function range(from: number, to: number): number[] {
	return Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
}
