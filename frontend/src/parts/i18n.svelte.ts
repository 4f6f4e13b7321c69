/** The interface's languages. A case's language is another matter: its text carries its own. */
export type Lang = 'fr' | 'en';

/** How each writes its dates and times. The English here is British. */
const tags: Record<Lang, string> = { fr: 'fr', en: 'en-GB' };

type Entry = string | ((...values: never[]) => string);
/** The same entries in another language: a sentence for a sentence, a function for a function. */
type Translated<D> = {
	[K in keyof D]: D[K] extends (...values: infer A) => string ? (...values: A) => string : string;
};

const key = 'casebook.lang';

class Language {
	current = $state<Lang>(remembered() ?? preferred());

	choose(lang: Lang): void {
		this.current = lang;
		try {
			localStorage.setItem(key, lang);
		} catch {
			// Storage is closed to this page: the choice lasts as long as the page does.
		}
	}
}

export const language = new Language();

/**
 * A room's dictionary. Reading an entry follows the language, so a template that reads it is redrawn when it changes.
 * French is the source: English must have the same entries, or it does not compile.
 */
export function words<D extends Record<string, Entry>>(
	fr: D,
	en: NoInfer<Translated<D>>,
): Translated<D> {
	const by = { fr, en };
	const reader = {};
	for (const name of Object.keys(fr)) {
		Object.defineProperty(reader, name, {
			enumerable: true,
			get: () => by[language.current][name],
		});
	}
	return reader as Translated<D>;
}

/** Making a format takes a hundred times as long as using it: each is made once. */
function once<F, O>(make: (lang: Lang, options?: O) => F): (options?: O) => F {
	const made: Record<string, F> = {};
	return (options) =>
		(made[language.current + JSON.stringify(options)] ??= make(language.current, options));
}

const numbers = once(
	(lang, options?: Intl.NumberFormatOptions) => new Intl.NumberFormat(lang, options),
);
const dates = once(
	(lang, options?: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(tags[lang], options),
);
const plurals = once((lang) => new Intl.PluralRules(lang));

/** A number as the reader's language writes it. */
export function number(value: number, options?: Intl.NumberFormatOptions): string {
	return numbers(options).format(value).replace('-', '\u2212');
}

/** A change, with its sign: +1, −2. */
export function signed(value: number, options?: Intl.NumberFormatOptions): string {
	return number(value, { signDisplay: 'exceptZero', ...options });
}

/** `plural(3, 'décision', 'décisions')` is “3 décisions”. French counts 0 as one, English as many. */
export function plural(count: number, one: string, other: string): string {
	return `${number(count)}\u00a0${plurals().select(count) === 'one' ? one : other}`;
}

/** A moment, as a date alone or with its time. */
export function date(iso: string, style: 'day' | 'moment' = 'day'): string {
	const options: Intl.DateTimeFormatOptions =
		style === 'day' ? { dateStyle: 'long' } : { dateStyle: 'long', timeStyle: 'short' };
	return dates(options).format(Date.parse(iso));
}

/** A time of day: 9 h 12, 09:12. */
export function timeOfDay(moment: Date): string {
	if (language.current === 'fr') {
		const minutes = String(moment.getMinutes()).padStart(2, '0');
		return `${moment.getHours()}\u00a0h\u00a0${minutes}`;
	}
	return new Intl.DateTimeFormat(tags.en, { timeStyle: 'short' }).format(moment);
}

/** A length of time, read at a glance: 45 s, 1 min 30 s, 2 h 05 min. */
export function duration(seconds: number): string {
	const whole = Math.max(0, Math.round(seconds));
	const h = Math.floor(whole / 3600);
	const min = Math.floor((whole % 3600) / 60);
	const s = whole % 60;
	if (h > 0) return `${h}\u00a0h\u00a0${String(min).padStart(2, '0')}\u00a0min`;
	if (min === 0) return `${s}\u00a0s`;
	return s === 0 ? `${min}\u00a0min` : `${min}\u00a0min\u00a0${String(s).padStart(2, '0')}\u00a0s`;
}

function remembered(): Lang | undefined {
	try {
		const kept = localStorage.getItem(key);
		return kept === 'fr' || kept === 'en' ? kept : undefined;
	} catch {
		return undefined;
	}
}

function preferred(): Lang {
	const first = navigator.languages.find((tag) => /^(fr|en)\b/i.test(tag));
	return first?.toLowerCase().startsWith('en') ? 'en' : 'fr';
}
