import ChartBar from '@lucide/svelte/icons/chart-bar';
import FileText from '@lucide/svelte/icons/file-text';
import Mail from '@lucide/svelte/icons/mail';
import Messages from '@lucide/svelte/icons/messages-square';
import Network from '@lucide/svelte/icons/network';
import Notebook from '@lucide/svelte/icons/notebook-pen';
import Phone from '@lucide/svelte/icons/phone-call';
import Table from '@lucide/svelte/icons/table-2';
import type { Exhibit } from '../api/client';
import { t } from './words';

const icons = {
	email: Mail,
	chat: Messages,
	call: Phone,
	meeting: Notebook,
	doc: FileText,
	table: Table,
	orgchart: Network,
	figure: ChartBar,
};

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
