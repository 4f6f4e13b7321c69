import { render, screen } from '@testing-library/svelte';
import { beforeEach, describe, expect, it } from 'vitest';
import { expectAccessible } from '../../vitest/axe';
import { language } from '../parts/i18n.svelte';
import Takeaways from './Takeaways.svelte';
import { badDebrief, goodDebrief } from './testdata/fixtures';

beforeEach(() => language.choose('fr'));

describe('what to keep', () => {
	it('quotes each point with its author and title', () => {
		render(Takeaways, { debrief: badDebrief() });
		const first = screen.getAllByRole('listitem')[0];
		expect(first).toHaveTextContent(/La prochaine fois · 22 h 47/);
		expect(first).toHaveTextContent(/Taire la vérité à un client/);
		expect(first).toHaveTextContent(/beaucoup d’agences se trompent/);
		expect(first).toHaveTextContent(/Colette Ballou, Pourquoi il faut parfois couper les ponts/);
	});

	it('says what was followed already', () => {
		render(Takeaways, { debrief: goodDebrief() });
		expect(screen.getAllByText('Vous l’avez fait')).toHaveLength(3);
	});

	it('does not repeat a quotation that the point holds', () => {
		const debrief = badDebrief();
		debrief.points.forEach((point) => (point.point = `Elle écrit : « ${point.quote} »`));
		render(Takeaways, { debrief });
		expect(screen.getAllByText(/beaucoup d’agences se trompent/)).toHaveLength(1);
	});

	it('leaves out a takeaway whose point is not in the debrief', () => {
		render(Takeaways, { debrief: { ...badDebrief(), points: [] } });
		expect(screen.queryByRole('listitem')).toBeNull();
	});

	it('is accessible', async () => {
		await expectAccessible(render(Takeaways, { debrief: badDebrief() }).container);
	});
});
