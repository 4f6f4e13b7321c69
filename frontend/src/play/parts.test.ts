import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { expectAccessible } from '../../vitest/axe';
import { language } from '../parts/i18n.svelte';
import { call, ending, id, log, looked, orgchart, others, signal, thread } from '../test/attempts';
import Cast from './Cast.svelte';
import Choices from './Choices.svelte';
import { Countdown } from './countdown.svelte';
import Clock from './Clock.svelte';
import Dock from './Dock.svelte';
import Dossier from './Dossier.svelte';
import Ending from './Ending.svelte';
import ExhibitView from './ExhibitView.svelte';
import Leftover from './Leftover.svelte';
import Looks from './Looks.svelte';
import Lost from './Lost.svelte';
import Passage from './Passage.svelte';
import Rival from './Rival.svelte';
import Sheet from './Sheet.svelte';
import Thread from './Thread.svelte';
import TimerGate from './TimerGate.svelte';
import Unread from './Unread.svelte';

const user = userEvent.setup();
beforeEach(() => language.choose('fr'));

describe('the choices', () => {
	it('are radios in the order given, and tell which is chosen', async () => {
		const onchoose = vi.fn();
		const { container } = render(Choices, { attempt: signal, keys: true, onchoose });
		const group = screen.getByRole('group', { name: 'Que faites-vous avant le comité\u202f?' });
		const radios = within(group).getAllByRole('radio');
		expect(radios.map((radio) => radio.getAttribute('value'))).toEqual([
			'ecrire',
			'appeler',
			'attendre',
		]);
		await user.click(within(group).getByRole('radio', { name: 'Lui parler demain, seul à seul' }));
		expect(onchoose).toHaveBeenCalledWith('appeler');
		await expectAccessible(container);
	});

	it('show their keys only when keys act', () => {
		const { container } = render(Choices, { attempt: signal, keys: false, onchoose: vi.fn() });
		expect(container.querySelector('kbd')).toBeNull();
	});
});

describe('the looks', () => {
	it('say their cost, and what is left', async () => {
		const onlook = vi.fn();
		const { container } = render(Looks, { attempt: signal, disabled: false, onlook });
		expect(screen.getByText('Il vous reste 25 min')).toBeVisible();
		await user.click(screen.getByRole('button', { name: /notes de la semaine coûte 15\smin/ }));
		expect(onlook).toHaveBeenCalledWith(signal.looks[0]);
		await expectAccessible(container);
	});
});

describe('the passage', () => {
	it('says of each beat what it is and where it comes from', async () => {
		const { container } = render(Passage, { attempt: call, beats: call.passage });
		const names = screen.getAllByRole('heading').map((heading) => heading.textContent?.trim());
		expect(names).toEqual(['Conséquence', 'Plus tard', 'Le lendemain', 'La part du hasard']);
		expect(screen.getByText('Suite de « Laisser passer le lancement »')).toBeVisible();
		await expectAccessible(container);
	});

	it('says what silence has chosen', () => {
		render(Passage, { attempt: call, beats: [{ kind: 'timeout', html: '<p>Encaisser</p>' }] });
		expect(screen.getByRole('heading', { name: 'Le temps est écoulé' })).toBeVisible();
		expect(screen.getByText('Votre silence a répondu pour vous :')).toBeVisible();
	});
});

describe('the thread', () => {
	it('ends at where the attempt stands', async () => {
		const { container } = render(Thread, { attempt: ending });
		const here = container.querySelector('[aria-current=step]');
		expect(here).toHaveTextContent('Une relation réparée');
		expect(screen.queryByText('La suite')).toBeNull();
		await expectAccessible(container);
	});
});

describe('the exhibits', () => {
	it('are marked in words while unread', async () => {
		const onopen = vi.fn();
		const { container } = render(Dossier, { attempt: looked, read: ['fil'], onopen });
		expect(screen.getByRole('button', { name: /Carnet de bord de Léa.*Nouveau/ })).toBeVisible();
		const read = screen.getByRole('button', { name: /Fil de discussion/ });
		expect(read).not.toHaveTextContent('Nouveau');
		await user.click(read);
		expect(onopen).toHaveBeenCalledWith('fil');
		await expectAccessible(container);
	});

	it('are offered where they are needed, three at most, the newest first', async () => {
		const attempt = { ...looked, exhibits: [thread, log, ...others] };
		const { container } = render(Unread, { attempt, read: ['fil'], onopen: vi.fn() });
		const [newest, ...older] = screen.getAllByRole('button');
		expect(newest).toHaveTextContent(others.at(-1)?.title.slice(0, 8) ?? '?');
		expect(older).toHaveLength(2);
		expect(screen.getByText('et 3 autres')).toBeVisible();
		await expectAccessible(container);
	});

	const all = [thread, log, orgchart, ...others];
	it.each(all.map((exhibit) => [exhibit.kind, exhibit] as const))(
		'show a %s as real text',
		async (_, exhibit) => {
			const { container } = render(ExhibitView, {
				attempt: { ...looked, exhibits: all },
				open: exhibit.id,
				onopen: vi.fn(),
				onclose: vi.fn(),
			});
			expect(screen.getByRole('heading', { level: 2 })).toHaveTextContent(
				exhibit.title.slice(0, 8),
			);
			const words = [exhibit.html, ...exhibit.messages.map(({ html }) => html)]
				.join(' ')
				.replace(/<[^>]*>/g, ' ');
			const first = words.trim().split(/\s+/).slice(0, 1).join(' ');
			expect(container.textContent?.replace(/\s+/g, ' ')).toContain(first);
			await expectAccessible(container);
		},
	);

	it('turn like pages', async () => {
		const onopen = vi.fn();
		const attempt = { ...looked, exhibits: [thread, log] };
		render(ExhibitView, { attempt, open: 'fil', onopen, onclose: vi.fn() });
		expect(screen.getByRole('button', { name: 'Pièce précédente' })).toBeDisabled();
		await user.click(screen.getByRole('button', { name: 'Pièce suivante' }));
		expect(onopen).toHaveBeenCalledWith('carnet');
	});
});

describe('the cast', () => {
	it('has a neutral mark when no gauge is shown', async () => {
		const { container } = render(Cast, { attempt: signal });
		expect(screen.getByText('MV')).toBeInTheDocument();
		await expectAccessible(container);
	});

	it('has a face, a word, a figure and a change when one is', () => {
		const [marc] = signal.cast;
		if (!marc) throw new Error('no cast');
		const gauge = {
			id: 'marc.confiance',
			label: 'Confiance',
			value: 2,
			min: 0,
			max: 10,
			change: -1,
		};
		render(Cast, { attempt: { ...signal, cast: [{ ...marc, gauges: [gauge] }] } });
		expect(screen.queryByText('MV')).toBeNull();
		expect(screen.getByText('plutôt bas')).toBeVisible();
		expect(screen.getByText('\u22121')).toBeVisible();
	});
});

describe('a timed decision', () => {
	it('says how long before it starts', async () => {
		const onstart = vi.fn();
		const { container } = render(TimerGate, {
			attempt: call,
			seconds: 90,
			disabled: false,
			onstart,
		});
		expect(screen.queryByRole('radio')).toBeNull();
		await user.click(
			screen.getByRole('button', { name: /Lancer le chronomètre\s: 1\smin\s30\ss/ }),
		);
		expect(onstart).toHaveBeenCalledOnce();
		await expectAccessible(container);
	});

	it('shows what is left', async () => {
		const countdown = new Countdown(vi.fn());
		countdown.follow({ seconds: 90, running: true, remainingMs: 42_000 });
		const { container } = render(Clock, { countdown });
		expect(screen.getByRole('timer')).toHaveTextContent('42 s');
		countdown.stop();
		await expectAccessible(container);
	});
});

describe('what was typed', () => {
	it('in two places is shown twice, and the person chooses', async () => {
		const onsettle = vi.fn();
		const { container } = render(Rival, { mine: 'Ici', theirs: 'Ailleurs', onsettle });
		await user.click(screen.getByRole('button', { name: 'Garder l’autre' }));
		await user.click(screen.getByRole('button', { name: /Garder les deux/ }));
		expect(onsettle.mock.calls).toEqual([['Ailleurs'], ['Ici\n\nAilleurs']]);
		await expectAccessible(container);
	});

	it('too late can be taken up again', async () => {
		const onuse = vi.fn();
		const { container } = render(Leftover, {
			text: 'Des faits',
			usable: true,
			onuse,
			ondrop: vi.fn(),
		});
		expect(screen.getByText('Des faits')).toBeVisible();
		await user.click(screen.getByRole('button', { name: 'Le reprendre ici' }));
		expect(onuse).toHaveBeenCalledOnce();
		await expectAccessible(container);
	});

	it('is shown to whom has lost the attempt', async () => {
		const { container } = render(Lost, { lost: 'signed-out', text: 'Des faits', onretry: vi.fn() });
		expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent(
			'Connectez-vous pour continuer',
		);
		expect(screen.getByRole('link', { name: 'Se connecter' })).toHaveAttribute(
			'href',
			'/login?to=/',
		);
		expect(screen.getByText('Des faits')).toBeVisible();
		expect(screen.queryByRole('button', { name: 'Réessayer maintenant' })).toBeNull();
		await expectAccessible(container);
	});
});

describe('on a phone', () => {
	it('the dock counts what is unread, and opens what one asks for', async () => {
		const onpanel = vi.fn();
		const { container } = render(Dock, { unread: 2, deciding: true, onpanel, ondecide: vi.fn() });
		await user.click(screen.getByRole('button', { name: /Dossier.*2\spièces non lues/ }));
		expect(onpanel).toHaveBeenCalledWith('exhibits');
		await expectAccessible(container);
	});

	it('the sheet goes from the list to an exhibit', async () => {
		const onopen = vi.fn();
		const { container } = render(Sheet, {
			panel: 'exhibits',
			attempt: looked,
			read: [],
			onopen,
			onclose: vi.fn(),
		});
		await user.click(screen.getByRole('button', { name: /Carnet de bord/ }));
		expect(onopen).toHaveBeenCalledWith('carnet');
		await expectAccessible(container);
	});
});

it('the ending leads to the debrief', async () => {
	const { container } = render(Ending, { attempt: ending });
	expect(screen.getByRole('link', { name: 'Lire le bilan' })).toHaveAttribute(
		'href',
		`/debrief/${id}`,
	);
	await expectAccessible(container);
});
