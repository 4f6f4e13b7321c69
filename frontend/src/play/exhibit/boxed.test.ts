import { expect, it } from 'vitest';
import { boxed } from './boxed';

it('boxes each person’s words, not their team', () => {
	const chart = '<ul><li>Hélène\n<ul><li><strong>Marc</strong>, marketing</li></ul></li></ul>';
	expect(boxed(chart)).toBe(
		'<ul><li><span>Hélène</span><ul><li><span><strong>Marc</strong>, marketing</span></li></ul></li></ul>',
	);
});
