import { describe, expect, it } from 'vitest';
import { gaugePairs, pairs } from './paths';
import { badDebrief, badWhatIf } from './testdata/fixtures';

describe('the two ways', () => {
	it('go together until the change, then side by side', () => {
		const told = pairs(badDebrief(), badWhatIf()).map(({ ghost, replayed, same }) => [
			ghost?.label,
			replayed?.label,
			same,
		]);
		expect(told).toEqual([
			['Laisser passer le lancement', 'Laisser passer le lancement', true],
			['Reprendre le dossier vous-même', 'Dire que le ton ne convient pas', false],
			['Remplacer Léa', 'Convenir de règles de travail', false],
		]);
	});

	it('may be of different lengths', () => {
		const shorter = { moves: badWhatIf().moves.slice(0, 2), chance: [] };
		const last = pairs(badDebrief(), shorter).at(-1);
		expect([last?.ghost?.label, last?.replayed]).toEqual(['Remplacer Léa', undefined]);
	});
});

it('puts each gauge of one end beside the same of the other', () => {
	const whatIf = badWhatIf();
	whatIf.changed.gauges.reverse();
	const found = gaugePairs(whatIf).map(({ original, changed }) => [original.id, changed.id]);
	expect(found).toHaveLength(4);
	expect(found.every(([a, b]) => a === b)).toBe(true);
});
