import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Reflection } from './wire';

/** What a trainee has written in a debrief, as this device keeps it. */
export interface Keepsake {
	/** Everything as typed, half-written commitments included. */
	reflection: Reflection;
	/** The first question has been answered or passed over: the rest may be read. */
	open: boolean;
	/** The server has not been told yet. */
	unsent: boolean;
	/** Who wrote it. */
	by: string;
}

interface Shelf extends DBSchema {
	keepsakes: { key: string; value: Keepsake };
}

let shelf: Promise<IDBPDatabase<Shelf>> | undefined;

function open(): Promise<IDBPDatabase<Shelf>> {
	shelf ??= openDB<Shelf>('casebook-debrief', 1, {
		upgrade: (db) => void db.createObjectStore('keepsakes'),
		terminated: () => (shelf = undefined),
	});
	return shelf;
}

/** What this device keeps of an attempt's debrief. A browser that keeps nothing answers nothing. */
export async function recall(attempt: string): Promise<Keepsake | undefined> {
	try {
		return await (await open()).get('keepsakes', attempt);
	} catch {
		return undefined;
	}
}

/** Keeps it. Answers whether this browser could. */
export async function keep(attempt: string, keepsake: Keepsake): Promise<boolean> {
	try {
		await (await open()).put('keepsakes', keepsake, attempt);
		return true;
	} catch {
		return false;
	}
}

/** The attempts of whose debrief this device keeps something that this person wrote. */
export async function written(by: string): Promise<string[]> {
	const found: string[] = [];
	try {
		for (const attempt of await (await open()).getAllKeys('keepsakes'))
			if ((await recall(attempt))?.by === by) found.push(attempt);
	} catch {
		// A browser that keeps nothing has nothing.
	}
	return found;
}

/** Forgets what it keeps of an attempt's debrief. */
export async function drop(attempt: string): Promise<void> {
	try {
		await (await open()).delete('keepsakes', attempt);
	} catch {
		// What could not be kept need not be forgotten.
	}
}
