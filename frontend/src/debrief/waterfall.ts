import { balanced } from './figures';
import type { Score } from './wire';

/** One bar: where it begins and ends on the scale from 0 to 1, and the printed number. */
export interface Bar {
	id: 'best' | 'regret' | 'luck' | 'total';
	value: number;
	from: number;
	to: number;
}

export interface Waterfall {
	bars: Bar[];
	/** Where zero lies on the scale. */
	zero: number;
}

/** best − regret + luck = total, as bars that hang one from the other. The printed numbers add up. */
export function waterfall(score: Pick<Score, 'best' | 'regret' | 'luck'>): Waterfall {
	const [best = 0, regret = 0, luck = 0] = balanced([score.best, -score.regret, score.luck]);
	const afterRegret = tidy(best + regret);
	const total = tidy(afterRegret + luck);
	const ends = [0, best, afterRegret, total];
	const low = Math.min(...ends);
	const span = Math.max(...ends) - low || 1;
	const scale = (value: number) => (value - low) / span;
	const bar = (id: Bar['id'], value: number, a: number, b: number): Bar => ({
		id,
		value: tidy(value),
		from: scale(Math.min(a, b)),
		to: scale(Math.max(a, b)),
	});
	return {
		bars: [
			bar('best', best, 0, best),
			bar('regret', regret, best, afterRegret),
			bar('luck', luck, afterRegret, total),
			bar('total', total, 0, total),
		],
		zero: scale(0),
	};
}

/** Sums of tenths drift in binary. */
function tidy(value: number): number {
	return Math.round(value * 10) / 10 || 0;
}
