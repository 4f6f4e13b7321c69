import { readFileSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';
import type { Page } from '@playwright/test';

/** A file that the browser has saved. */
export interface Saved {
	name: string;
	bytes: Buffer;
}

/** What the browser saves when something is done on a page. */
export async function saved(page: Page, act: () => Promise<void>): Promise<Saved> {
	const [download] = await Promise.all([page.waitForEvent('download'), act()]);
	return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

/** The files of a zip by their names, found by its directory and unpacked. */
export function unzipped(zip: Buffer): Map<string, Buffer> {
	const files = new Map<string, Buffer>();
	const end = zip.lastIndexOf('PK\x05\x06');
	if (end < 0) throw new Error('This is no zip: it has no directory.');
	let at = zip.readUInt32LE(end + 16);
	for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
		const [name, more, comment] = [28, 30, 32].map((field) => zip.readUInt16LE(at + field));
		const local = zip.readUInt32LE(at + 42);
		const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
		const packed = zip.subarray(start, start + zip.readUInt32LE(at + 20));
		const stored = zip.readUInt16LE(at + 10) === 0;
		const called = zip.toString('utf8', at + 46, at + 46 + (name ?? 0));
		files.set(called, stored ? packed : inflateRawSync(packed));
		at += 46 + (name ?? 0) + (more ?? 0) + (comment ?? 0);
	}
	return files;
}

/** All the text of a workbook: its sheets' names in their order, and every cell's words. */
export function workbook(file: Buffer): { sheets: string[]; text: string; formulas: number } {
	const files = unzipped(file);
	const read = (name: string) => files.get(name)?.toString('utf8') ?? '';
	const sheets = [...read('xl/workbook.xml').matchAll(/<sheet [^>]*name="([^"]+)"/g)];
	const parts = [...files.keys()].filter((name) => /^xl\/.*\.xml$/.test(name)).map(read);
	const text = parts.join('\n');
	return {
		sheets: sheets.map(([, name = '']) => name),
		text,
		formulas: [...text.matchAll(/<f[ >]/g)].length,
	};
}

/** The rows of a French CSV file. */
export function rowsOf(csv: string): string[][] {
	const cells = /("(?:[^"]|"")*"|[^;\r\n]*)(;|\r\n|$)/g;
	const rows: string[][] = [[]];
	for (const [, cell = '', after] of csv.replace(/\r\n$/, '').matchAll(cells)) {
		rows.at(-1)?.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);
		if (after === '') break;
		if (after === '\r\n') rows.push([]);
	}
	return rows;
}
