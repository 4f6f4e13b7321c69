import type { Timing } from '../api/client';

export type Theme = 'system' | 'light' | 'dark';
export type Font = 'book' | 'easy';
export type Motion = 'system' | 'calm';

const themes: Theme[] = ['system', 'light', 'dark'];

/** How this person likes the pages, on this device. The theme's key is also read by public/theme.js. */
class Settings {
	theme = $state<Theme>(kept('theme', 'system'));
	font = $state<Font>(kept('font', 'book'));
	motion = $state<Motion>(kept('motion', 'system'));
	timing = $state<Timing>(kept('timing', 'standard'));
	/** Whether a single key may act (WCAG 2.1.4). */
	singleKeys = $state(kept('keys', 'on') === 'on');

	/** Keeps the settings and puts them on the page, now and at each change. Answers how to stop. */
	apply(): () => void {
		return $effect.root(() => {
			$effect(() => {
				mark('theme', this.theme, 'system');
				mark('font', this.font, 'book');
				mark('motion', this.motion, 'system');
				keep('timing', this.timing);
				keep('keys', this.singleKeys ? 'on' : 'off');
			});
		});
	}

	nextTheme(): void {
		this.theme = themes[(themes.indexOf(this.theme) + 1) % themes.length] ?? 'system';
	}
}

export const settings = new Settings();

/** Keeps a choice, and shows it to the styles unless it is the usual one. */
function mark(name: 'theme' | 'font' | 'motion', value: string, usual: string): void {
	keep(name, value);
	const page = document.documentElement;
	if (value === usual) page.removeAttribute(`data-${name}`);
	else page.setAttribute(`data-${name}`, value);
}

function kept<T extends string>(name: string, usual: T): T {
	try {
		return (localStorage.getItem(`casebook.${name}`) as T | null) ?? usual;
	} catch {
		return usual;
	}
}

function keep(name: string, value: string): void {
	try {
		localStorage.setItem(`casebook.${name}`, value);
	} catch {
		// Storage is closed to this page: the setting lasts as long as the page does.
	}
}
