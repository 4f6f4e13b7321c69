/**
 * French leaves a space before its tall signs, and that space must not break. An author's keyboard gives a plain one:
 * this sets it as a printer would. Other languages are left as they are.
 */
export function typeset(text: string, lang: string): string {
	if (lang !== 'fr' || !/\s/.test(text)) return text;
	return text
		.replace(/[ \u00a0\u202f]+([;!?])/g, '\u202f$1')
		.replace(/[ \u00a0\u202f]+:/g, '\u00a0:')
		.replace(/«[ \u00a0\u202f]+/g, '«\u00a0')
		.replace(/[ \u00a0\u202f]+»/g, '\u00a0»')
		.replace(/(\d) (?=(?:h|min|s|%|€|k€)(?![\p{L}]))/gu, '$1\u00a0');
}

/** The same for HTML: its tags are left as they are. */
export function typesetHtml(html: string, lang: string): string {
	return html
		.split(/(<[^>]*>)/)
		.map((part) => (part.startsWith('<') ? part : typeset(part, lang)))
		.join('');
}
