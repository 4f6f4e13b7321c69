import type { HandOver } from '../api/cohorts';

/** The whole address of a link that somebody hands over. */
export function addressOf(link: HandOver, origin: string): string {
	return new URL(link.path, origin).href;
}

/** Links as a CSV file that a spreadsheet opens: semicolons and a mark for French ones, and no cell that is a formula. */
export function asCsv(links: HandOver[], titles: string[], origin: string, lang: string): string {
	const separator = lang === 'fr' ? ';' : ',';
	const rows = [
		titles,
		...links.map((link) => [link.name, link.email, addressOf(link, origin)]),
	].map((cells) => cells.map((cell) => quoted(plain(cell))).join(separator));
	return `\ufeff${rows.join('\r\n')}\r\n`;
}

/** What would begin a formula is made text. */
function plain(cell: string): string {
	return /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
}

function quoted(cell: string): string {
	return `"${cell.replaceAll('"', '""')}"`;
}
