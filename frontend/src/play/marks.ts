import { bars, bubbles, envelope, notebook, page, phone, table, tree } from '../parts/icons';

/** The mark of each kind of exhibit. */
export const icons = {
	email: envelope,
	chat: bubbles,
	call: phone,
	meeting: notebook,
	doc: page,
	table: table,
	orgchart: tree,
	figure: bars,
};
