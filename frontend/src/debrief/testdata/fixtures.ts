import type { Debrief, WhatIf } from '../wire';
import bad from './bad.json';
import capped from './capped.json';
import good from './good.json';
import whatIf from './whatif.json';

/** The first walk of the example case: every decision the best one, 0.4 of luck. */
export const goodDebrief = (): Debrief => copy<Debrief>(good);
/** The worst walk: two critical incidents, a delayed consequence, a must that was missed, a score of 0. */
export const badDebrief = (): Debrief => copy<Debrief>(bad);
/** All well until the last decision, which caps a score of 56 at 49. */
export const cappedDebrief = (): Debrief => copy<Debrief>(capped);
/** The worst walk with its second decision changed. */
export const badWhatIf = (): WhatIf => copy<WhatIf>(whatIf);

function copy<T>(value: unknown): T {
	return structuredClone(value) as T;
}
