import { describe, expect, it } from 'vitest';
import type { CaseFlaw } from '../api/cases';
import { groupsOf, partsOf } from './flaws';
import { headingOf } from './flaws.words';

const flaw = (code: string, level: CaseFlaw['level'], more: Partial<CaseFlaw> = {}): CaseFlaw => ({
	code,
	level,
	file: 'scenario.yaml',
	line: 1,
	column: 1,
	detail: '',
	...more,
});

describe('flaws', () => {
	it('stand by level and code, causes and those of most places first, without what is answered', () => {
		const groups = groupsOf([
			flaw('L20', 'info'),
			flaw('L03', 'warning'),
			flaw('L07', 'warning'),
			flaw('L07', 'warning', { line: 9 }),
			flaw('L19', 'warning', { answer: 'Une langue suffit.' }),
			flaw('W07', 'error'),
			flaw('W07', 'error', { line: 9 }),
			flaw('L16', 'error'),
		]);
		expect(groups.map(({ code, flaws }) => [code, flaws.length])).toEqual([
			['L16', 1],
			['W07', 2],
			['L07', 2],
			['L03', 1],
			['L20', 1],
		]);
	});

	it('of one code and two levels are two groups', () => {
		const groups = groupsOf([flaw('L01', 'warning'), flaw('L01', 'error')]);
		expect(groups.map(({ level }) => level)).toEqual(['error', 'warning']);
	});

	it('have a heading, whatever their code', () => {
		expect(headingOf('L01')).not.toBe('');
		expect(headingOf('W07')).not.toBe(headingOf('S050'));
	});
});

it('a sentence tells the words of the files from its own', () => {
	expect(partsOf('`lea`, à `signal`, n’aide pas.')).toEqual([
		{ text: 'lea', code: true },
		{ text: ', à ', code: false },
		{ text: 'signal', code: true },
		{ text: ', n’aide pas.', code: false },
	]);
});
