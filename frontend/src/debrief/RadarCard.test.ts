import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { expectAccessible } from '../../vitest/axe';
import { language } from '../parts/i18n.svelte';
import RadarCard from './RadarCard.svelte';
import { goodDebrief } from './testdata/fixtures';

beforeEach(() => language.choose('fr'));

describe('the competencies', () => {
	it('are drawn, and said in words', () => {
		render(RadarCard, { debrief: goodDebrief() });
		const radar = screen.getByRole('img');
		expect(radar.getAttribute('aria-label')).toMatch(/Nommer et poser une limite 100/);
		expect(radar.querySelectorAll('circle')).toHaveLength(goodDebrief().competencies.length);
	});

	it('can be seen as a table, and as a radar again', async () => {
		const { container } = render(RadarCard, { debrief: goodDebrief() });
		const table = within(container).getByRole('table', { hidden: true });
		expect(table).toHaveClass('paper-only');
		await userEvent.click(screen.getByRole('button', { name: 'Voir en tableau' }));
		expect(table).not.toHaveClass('paper-only');
		expect(
			within(table).getByRole('row', { name: /Nommer et poser une limite 100 1/ }),
		).toBeInTheDocument();
		await userEvent.click(screen.getByRole('button', { name: 'Voir le radar' }));
		expect(table).toHaveClass('paper-only');
	});

	it('are a table alone when there are too few for a shape', () => {
		const debrief = goodDebrief();
		debrief.competencies.length = 2;
		render(RadarCard, { debrief });
		expect(screen.queryByRole('img')).toBeNull();
		expect(screen.queryByRole('button')).toBeNull();
		expect(screen.getAllByRole('row')).toHaveLength(3);
	});

	it('beyond eight are counted under the radar', () => {
		const debrief = goodDebrief();
		const [one] = debrief.competencies;
		if (!one) throw new Error('no competency');
		debrief.competencies = Array.from({ length: 10 }, (_, i) => ({ ...one, id: `c${i}` }));
		const { container } = render(RadarCard, { debrief });
		expect(container.querySelectorAll('circle')).toHaveLength(8);
		expect(screen.getByText(/2 autres compétences se lisent dans le tableau/)).toBeInTheDocument();
		expect(container.querySelectorAll('tbody tr')).toHaveLength(10);
	});

	it('are accessible', async () => {
		const { container } = render(RadarCard, { debrief: goodDebrief() });
		await expectAccessible(container);
	});
});
