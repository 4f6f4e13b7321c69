import type { Timing } from '../api/client';
import type { Lang } from './i18n.svelte';

/** A dialog that any page can call up. */
export type Paper = 'settings' | 'help' | 'go-to';

/** A place that the page in view offers to “go to”. */
export interface Place {
	id: string;
	label: string;
	group: string;
	go: () => void;
}

/** The attempt being played, as far as the settings can change it. */
export interface Reading {
	lang: Lang;
	langs: Lang[];
	timing: Timing;
	onlang: (lang: Lang) => void;
	ontiming: (timing: Timing) => void;
}

/** What lies over the page: one dialog at a time. */
class Desk {
	paper = $state<Paper>();
	/** The places of the page in view; a page gives its own and takes them away. */
	places = $state.raw<Place[]>([]);
	reading = $state.raw<Reading>();

	show(paper: Paper): void {
		this.paper = paper;
	}

	clear(): void {
		this.paper = undefined;
	}
}

export const desk = new Desk();
