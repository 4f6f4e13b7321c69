import { icons } from './marks';
import type { Exhibit } from '../api/client';
import { t } from './beside.words';

/** What a kind of exhibit is called, and its mark. */
export function kindOf(kind: Exhibit['kind']) {
	return { icon: icons[kind], word: t[kind] };
}

/** An exhibit in a few words, under its title: an email by whom, a chat of how many messages. */
export function sizeOf({ kind, headers, messages }: Exhibit): string {
	if (kind === 'chat') return t.messages(messages.length);
	if (kind === 'call') return `${t.call} · ${t.lines(messages.length)}`;
	if (kind === 'email' && headers[0]) return `${t.email} · ${headers[0].value}`;
	return t[kind];
}
