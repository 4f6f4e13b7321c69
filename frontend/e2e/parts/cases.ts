import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { workshop } from './server';

/** A copy of the workshop whose timed decision leaves only so many seconds; answers its folder and how to remove it. */
export function hurriedWorkshop(seconds: number): { folder: string; remove: () => void } {
	const parent = mkdtempSync(join(tmpdir(), 'casebook-e2e-'));
	const folder = join(parent, 'workshop');
	cpSync(workshop, folder, { recursive: true });
	const map = join(folder, 'scenario.yaml');
	const written = readFileSync(map, 'utf8');
	const hurried = written.replace(/timer: \d+/, `timer: ${seconds}`);
	if (hurried === written) throw new Error(`${map} has no timer to shorten.`);
	writeFileSync(map, hurried);
	return { folder, remove: () => rmSync(parent, { recursive: true }) };
}
