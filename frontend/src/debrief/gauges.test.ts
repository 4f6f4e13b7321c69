import { describe, expect, it } from 'vitest';
import { gaugesOf, sparkline } from './gauges';
import { goodDebrief } from './testdata/fixtures';

const { gauges } = goodDebrief();
const morale = gauges.find(({ id }) => id === 'lea.moral');
const time = gauges.find(({ id }) => id === 'temps');
if (!morale || !time) throw new Error('the example case has lost a gauge');

describe('a gauge', () => {
	it('is found with its character, or among those of nobody', () => {
		expect(gaugesOf(gauges, 'marc').map(({ id }) => id)).toEqual([
			'marc.confiance',
			'marc.tension',
		]);
		expect(gaugesOf(gauges).map(({ id }) => id)).toEqual(['temps']);
	});
});

describe('the line of a gauge', () => {
	it('runs from start to end, high values high', () => {
		expect(sparkline(time, 100, 20)).toEqual([
			[0, 0],
			[20, 12],
			[40, 20],
			[60, 20],
			[80, 20],
			[100, 20],
		]);
	});

	it('stays in its box when there is but one value', () => {
		expect(sparkline({ ...morale, series: [4] }, 100, 20)).toEqual([[0, 12]]);
	});
});
