import type { Titles } from '../api/cases';
import { language, type Lang } from '../parts/i18n.svelte';

/** What a case is called: in the reader's language where it is written in it, else in the other. */
export function titleOf(titles: Titles): { text: string; lang: Lang } | undefined {
	const other: Lang = language.current === 'fr' ? 'en' : 'fr';
	for (const lang of [language.current, other]) {
		const text = titles[lang];
		if (text) return { text, lang };
	}
	return undefined;
}
