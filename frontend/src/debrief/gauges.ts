import { shareOf } from '../parts/mood';
import type { GaugeStory } from './wire';

/** The gauges of one character, or those that belong to nobody. */
export function gaugesOf(gauges: readonly GaugeStory[], character?: string): GaugeStory[] {
	return gauges.filter((gauge) => gauge.character === character);
}

/** The points of a small line through a gauge's values, in a box of the given size, the highest value on top. */
export function sparkline(gauge: GaugeStory, width: number, height: number): [number, number][] {
	const last = Math.max(1, gauge.series.length - 1);
	return gauge.series.map((value, i) => [
		round((i / last) * width),
		round((1 - shareOf({ ...gauge, value })) * height),
	]);
}

function round(value: number): number {
	return Math.round(value * 10) / 10;
}
