import axe from 'axe-core';
import { expect } from 'vitest';

/** Asks axe about a rendered component. Contrast and page-wide rules need a real page: the end-to-end tests ask those. */
export async function expectAccessible(container: Element): Promise<void> {
	const { violations } = await axe.run(container, {
		rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
	});
	const found = violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html).join(' ')}`);
	expect(found, found.join('\n')).toEqual([]);
}
