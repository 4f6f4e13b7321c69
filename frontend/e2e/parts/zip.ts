import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';

/** The zip of a folder, as a person would make it; `change` may alter a file's text on the way. */
export function zipOf(
	folder: string,
	change: (name: string, text: string) => string = (_, text) => text,
): Buffer {
	const locals: Buffer[] = [];
	const directory: Buffer[] = [];
	let offset = 0;
	for (const entry of readdirSync(folder, { withFileTypes: true })) {
		if (!entry.isFile()) continue;
		const name = Buffer.from(`my-case/${entry.name}`);
		const text = readFileSync(join(folder, entry.name), 'utf8');
		const data = Buffer.from(change(entry.name, text));
		// Version 2.0, names in UTF-8, stored, no date; then checksum, both sizes and the length of the name.
		const facts = Buffer.alloc(26);
		facts.writeUInt16LE(20, 0);
		facts.writeUInt16LE(0x800, 2);
		facts.writeUInt32LE(crc32(data), 10);
		facts.writeUInt32LE(data.length, 14);
		facts.writeUInt32LE(data.length, 18);
		facts.writeUInt16LE(name.length, 22);
		const local = Buffer.concat([Buffer.from('PK\x03\x04'), facts, name, data]);
		const rest = Buffer.alloc(14);
		rest.writeUInt32LE(offset, 10);
		directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), facts, rest, name]));
		locals.push(local);
		offset += local.length;
	}
	const size = directory.reduce((sum, record) => sum + record.length, 0);
	const end = Buffer.alloc(18);
	end.writeUInt16LE(directory.length, 4);
	end.writeUInt16LE(directory.length, 6);
	end.writeUInt32LE(size, 8);
	end.writeUInt32LE(offset, 12);
	return Buffer.concat([...locals, ...directory, Buffer.from('PK\x05\x06'), end]);
}
