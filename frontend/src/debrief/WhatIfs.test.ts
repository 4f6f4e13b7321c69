import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { expectAccessible } from '../../vitest/axe';
import { language } from '../parts/i18n.svelte';
import { badDebrief, goodDebrief } from './testdata/fixtures';
import WhatIfs from './WhatIfs.svelte';

beforeEach(() => language.choose('fr'));

describe('the invitations to replay', () => {
	it('offer the best of what was left aside, where most was lost', async () => {
		const onwhatif = vi.fn();
		render(WhatIfs, { debrief: badDebrief(), onwhatif });
		const [first] = screen.getAllByRole('listitem');
		expect(first).toHaveTextContent(/Demander à Léa ses notes.*au lieu de Laisser passer/);
		expect(first).toHaveTextContent(/24,6\s?points de mieux en moyenne/);
		await userEvent.click(screen.getByRole('button', { name: /Rejouer ainsi.*Demander à Léa/ }));
		expect(onwhatif).toHaveBeenCalledExactlyOnceWith(0, '?carnet');
	});

	it('send back to the decisions when none could be better', () => {
		render(WhatIfs, { debrief: goodDebrief(), onwhatif: vi.fn() });
		expect(screen.getByText(/À chaque pas, vous avez pris la meilleure possibilité/)).toBeVisible();
	});

	it('are accessible', async () => {
		const { container } = render(WhatIfs, { debrief: badDebrief(), onwhatif: vi.fn() });
		await expectAccessible(container);
	});
});
