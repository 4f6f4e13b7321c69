import { describe, expect, it } from 'vitest';
import contract from '../../api/openapi.yaml?raw';
import rules from '../../internal/scenario/yamlvalue.go?raw';
import { pathTo, placeOf, shapes } from './addresses';

const id = '0198f3a2-6c1e-7a44-9d2b-3f5a7c9e1b02';

describe('an address', () => {
	it('is written with what it says, and read back', () => {
		expect(pathTo('cohort', { id })).toBe(`/cohorts/${id}`);
		expect(placeOf(`/cohorts/${id}`)).toEqual({ place: 'cohort', said: { id } });
	});

	it.each(['/cohorts/42', '/nowhere', `/cohorts/${id}/nothing`])('%s is nowhere', (path) => {
		expect(placeOf(path)).toBeUndefined();
	});

	const versionOf = (scenario: string) => `/cohorts/${id}/cases/${scenario}/1`;

	it.each(['client-toxique', 'client_toxique', '2_cases', 'a'.repeat(64)])(
		'leads to the case that is called %s',
		(scenario) => {
			const path = pathTo('cohort-case', { id, scenario, version: '1' });
			expect(path).toBe(versionOf(scenario));
			expect(placeOf(path)).toEqual({ place: 'cohort-case', said: { id, scenario, version: '1' } });
		},
	);

	it.each(['_case', '-case', 'Case', 'a'.repeat(65)])('leads to no case called %s', (scenario) => {
		expect(placeOf(versionOf(scenario))).toBeUndefined();
	});

	it('calls a case as the format and the contract do', () => {
		const [, shape] = /idShape = `(.+)`/.exec(rules) ?? [];
		const [, told] = /^ {4}Id:\n {6}type: string\n {6}pattern: '\^(.+)\$'$/m.exec(contract) ?? [];
		expect(shapes.scenario).toBe(shape);
		expect(shapes.scenario).toBe(told);
	});
});
