import { expect, it } from 'vitest';
import { matching } from './matching';

const places = [{ label: 'Carnet de bord de Léa' }, { label: 'Réglages' }];

it('forgives case and accents', () => {
	expect(matching(places, 'lea')).toEqual([places[0]]);
	expect(matching(places, 'RÉG')).toEqual([places[1]]);
});

it.each([
	['ŒUVRARD', 'oeuvrard'],
	['Ægir', 'aegir'],
	['Groß', 'GROSS'],
	['Isıl', 'ISIL'],
	['İsmail', 'ismail'],
	['L’Hôte', "l'hote"],
	['Οδυσσεύς', 'ΟΔΥΣΣΕΥΣ'],
])('finds %s by %s, and the other way round', (one, other) => {
	expect(matching([{ label: one }], other)).toHaveLength(1);
	expect(matching([{ label: other }], one)).toHaveLength(1);
});

it('wants every word, in any order', () => {
	expect(matching(places, 'bord carnet')).toEqual([places[0]]);
	expect(matching(places, 'bord réglages')).toEqual([]);
});

it('gives all when nothing is sought', () => {
	expect(matching(places, '  ')).toEqual(places);
});
