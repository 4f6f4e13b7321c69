import { describe, expect, it } from 'vitest';
import { typeset, typesetHtml } from './typography';

describe('French typography', () => {
	it.each([
		['Que faites-vous ?', 'Que faites-vous\u202f?'],
		['Un silence ; puis rien', 'Un silence\u202f; puis rien'],
		['Il dit : « Non. »', 'Il dit\u00a0: «\u00a0Non.\u00a0»'],
		['Déjà\u00a0? Oui\u202f!', 'Déjà\u202f? Oui\u202f!'],
		['à 18 h 30, 90 s, 12 %', 'à 18\u00a0h 30, 90\u00a0s, 12\u00a0%'],
		['3 heures', '3 heures'],
	])('sets %j', (written, set) => {
		expect(typeset(written, 'fr')).toBe(set);
	});

	it('leaves English as it is', () => {
		expect(typeset('What now ?', 'en')).toBe('What now ?');
	});

	it('sets the words of HTML and not its tags', () => {
		expect(typesetHtml('<a title="a ?">Quoi ?</a> &amp; rien', 'fr')).toBe(
			'<a title="a ?">Quoi\u202f?</a> &amp; rien',
		);
	});
});
