import { t } from './words';

/** The debrief's chapters, in the order they are read. */
export function chapters(): { id: string; label: string }[] {
	return [
		{ id: 'reactions', label: t.chapter1 },
		{ id: 'facts', label: t.chapter2 },
		{ id: 'analysis', label: t.chapter3 },
		{ id: 'what-if', label: t.chapter4 },
		{ id: 'principles', label: t.chapter5 },
		{ id: 'monday', label: t.chapter6 },
	];
}

/** Brings the reader to a chapter, eyes and ears. */
export function reach(id: string): void {
	const chapter = document.getElementById(id);
	chapter?.scrollIntoView();
	chapter?.focus({ preventScroll: true });
}
