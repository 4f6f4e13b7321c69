import { language } from '../parts/i18n.svelte';
import { t } from './words';

/**
 * The commitment as one sentence. People type the words of the form again ("quand…", "alors je…") and end with a full
 * stop: the sentence takes each of them once.
 */
export function intention(when: string, then: string): string | undefined {
	const situation = bare(when).replace(/^(?:(?:quand|lorsque|when)(?!\p{L})\s*|lorsqu['’])/iu, '');
	const action = bare(then).replace(/^(?:alors|then)\s+/i, '');
	const act = language.current === 'fr' ? withJe(action) : withI(action);
	return situation === '' || act === undefined ? undefined : t.ifThen(situation, act);
}

function withI(action: string): string | undefined {
	const verb = action.replace(/^i(?:\s+|$)/i, '');
	return verb === '' ? undefined : `I ${verb}`;
}

/** "je" loses its vowel before another one. Before an h only the writer knows: theirs is kept. */
function withJe(action: string): string | undefined {
	const elided = /^j['’]\s*/i.test(action);
	const verb = action.replace(/^(?:je(?:\s+|$)|j['’]\s*)/i, '');
	if (verb === '') return undefined;
	return elided || /^[aeiouyàâéèêëîïôûœ]/i.test(verb) ? `j’${verb}` : `je ${verb}`;
}

function bare(text: string): string {
	return text
		.trim()
		.replace(/[\s.…,;!?]+$/, '')
		.replace(/\s+/g, ' ');
}
