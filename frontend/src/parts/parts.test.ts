import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { createRawSnippet } from 'svelte';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { expectAccessible } from '../../vitest/axe';
import { desk } from './desk.svelte';
import Dialog from './Dialog.svelte';
import Face from './Face.svelte';
import GoTo from './GoTo.svelte';
import Help from './Help.svelte';
import Html from './Html.svelte';
import { language } from './i18n.svelte';
import Meter from './Meter.svelte';
import Notice from './Notice.svelte';
import Pills from './Pills.svelte';
import { settings } from './settings.svelte';
import Settings from './Settings.svelte';
import ShellBar from './ShellBar.svelte';

const user = userEvent.setup();
const text = (html: string) => createRawSnippet(() => ({ render: () => html }));

beforeEach(() => {
	language.choose('fr');
	desk.clear();
});

describe('the bar', () => {
	it('says what the page is about, in its language', async () => {
		const { container } = render(ShellBar, {
			title: 'The client',
			lang: 'en',
			subtitle: 'Décision 1',
		});
		expect(screen.getByText('The client')).toHaveAttribute('lang', 'en');
		expect(screen.getByRole('link', { name: 'Casebook, accueil' })).toHaveAttribute('href', '/');
		await expectAccessible(container);
	});

	it('changes the language, the theme, and calls up the dialogs', async () => {
		settings.theme = 'system';
		render(ShellBar);
		await user.click(screen.getByRole('button', { name: 'Réglages' }));
		expect(desk.paper).toBe('settings');
		await user.click(screen.getByRole('button', { name: 'Thème\u00a0: celui du système' }));
		expect(settings.theme).toBe('light');
		await user.click(screen.getByRole('button', { name: 'Read in English' }));
		expect(screen.getByRole('button', { name: 'Settings' })).toBeVisible();
	});
});

describe('a dialog', () => {
	it('is named, and closes by its button', async () => {
		const onclose = vi.fn();
		const { container } = render(Dialog, {
			title: 'Réglages',
			onclose,
			children: text('<p>Ici</p>'),
		});
		expect(screen.getByRole('dialog', { name: 'Réglages' })).toBeVisible();
		await user.click(screen.getByRole('button', { name: 'Fermer' }));
		expect(onclose).toHaveBeenCalledOnce();
		await expectAccessible(container);
	});

	it('gives focus back to whoever opened it', async () => {
		document.body.innerHTML = '<button>Ouvrir</button>';
		const opener = screen.getByRole('button', { name: 'Ouvrir' });
		opener.focus();
		const { unmount } = render(Dialog, {
			title: 'T',
			onclose: vi.fn(),
			children: text('<p>Ici</p>'),
		});
		screen.getByRole('button', { name: 'Fermer' }).focus();
		unmount();
		expect(opener).toHaveFocus();
	});
});

describe('the settings', () => {
	it('change at once', async () => {
		settings.timing = 'standard';
		const { container } = render(Settings, { onclose: vi.fn() });
		await user.click(screen.getByRole('radio', { name: 'Sombre' }));
		expect(settings.theme).toBe('dark');
		await user.click(screen.getByRole('radio', { name: 'Sans chronomètre' }));
		expect(settings.timing).toBe('off');
		await user.click(screen.getByRole('checkbox', { name: /une seule touche/ }));
		expect(settings.singleKeys).toBe(false);
		settings.singleKeys = true;
		await expectAccessible(container);
	});

	it('of the case in view are the attempt’s', async () => {
		const ontiming = vi.fn();
		const onlang = vi.fn();
		desk.reading = { lang: 'fr', langs: ['fr', 'en'], timing: 'x2', onlang, ontiming };
		render(Settings, { onclose: vi.fn() });
		expect(screen.getByRole('radio', { name: '× 2' })).toBeChecked();
		await user.click(screen.getByRole('radio', { name: '× 1,5' }));
		expect(ontiming).toHaveBeenCalledWith('x1.5');
		const [, english] = screen.getAllByRole('radio', { name: 'English' });
		if (!english) throw new Error('no case language');
		await user.click(english);
		expect(onlang).toHaveBeenCalledWith('en');
		desk.reading = undefined;
	});
});

it('the help says when single keys are off', async () => {
	settings.singleKeys = false;
	const { container } = render(Help, { onclose: vi.fn() });
	expect(screen.getByText(/une seule touche sont coupés/)).toBeVisible();
	settings.singleKeys = true;
	await expectAccessible(container);
});

it('going to a place is typed, chosen with arrows, and entered', async () => {
	const go = vi.fn();
	const onclose = vi.fn();
	desk.places = ['Carnet de Zoe', 'Carnet de Marc'].map((label) => ({
		id: label.replaceAll(' ', '-'),
		label,
		group: 'Dossier',
		go: () => go(label),
	}));
	const { container } = render(GoTo, { onclose });
	await user.type(screen.getByRole('combobox', { name: 'Où aller' }), 'carnet{ArrowDown}');
	expect(screen.getByRole('option', { selected: true })).toHaveTextContent('Carnet de Marc');
	await expectAccessible(container);
	await user.keyboard('{Enter}');
	await vi.waitFor(() => expect(go).toHaveBeenCalledWith('Carnet de Marc'));
	expect(onclose).toHaveBeenCalledOnce();
	desk.places = [];
});

it('pills tell which was chosen', async () => {
	const onchoose = vi.fn();
	const { container } = render(Pills, {
		legend: 'Sûr',
		options: [
			[1, 'Un pari'],
			[2, 'Plutôt sûr'],
		],
		value: 1,
		onchoose,
	});
	expect(screen.getByRole('radio', { name: 'Un pari' })).toBeChecked();
	await user.click(screen.getByRole('radio', { name: 'Plutôt sûr' }));
	expect(onchoose).toHaveBeenCalledWith(2);
	await expectAccessible(container);
});

describe('a notice', () => {
	it('interrupts only for an error', async () => {
		const { container } = render(Notice, { tone: 'error', children: text('<p>Perdu</p>') });
		expect(screen.getByRole('alert')).toHaveTextContent('Perdu');
		render(Notice, { children: text('<p>Su</p>') });
		expect(screen.getByRole('status')).toHaveTextContent('Su');
		await expectAccessible(container);
	});
});

it('a meter says its value, its top and its change', async () => {
	const { container } = render(Meter, { label: 'Moral', value: 4, min: 0, max: 10, change: 2 });
	expect(container).toHaveTextContent('4 / 10');
	expect(screen.getByText('+2')).toBeVisible();
	await expectAccessible(container);
});

it('a face shows a mood only when there is one', async () => {
	const { container, rerender } = render(Face, { id: 'lea', name: 'Léa Fontaine' });
	expect(container).toHaveTextContent('LF');
	await rerender({ mood: 1 });
	expect(container).not.toHaveTextContent('LF');
	await expectAccessible(container);
});

it('a case’s HTML carries its language and its typography', async () => {
	const { container } = render(Html, { html: '<p>Quoi ?</p>', lang: 'fr' });
	expect(container.querySelector('[lang=fr] p')?.textContent).toBe('Quoi\u202f?');
	await expectAccessible(container);
});
