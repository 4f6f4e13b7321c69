import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Attempt, AttemptSummary, Beat, Confidence, ScenarioSummary } from '../api/client';

/** What a trainee is writing, as this device keeps it. */
export interface KeptDraft {
	step: number;
	/** The server's revision that it was written over. */
	revision: number;
	choice?: string;
	rationale: string;
	confidence?: Confidence;
	exhibit?: string;
	read: string[];
	/** Whether the server has not yet got it. */
	unsaved: boolean;
}

/** A move that was made and may not have reached the server. Sent again, it has the same key. */
export interface KeptMove {
	kind: 'look' | 'decision' | 'timeout';
	/** The look's or the choice's id; nothing when time ran out. */
	move: string;
	step: number;
	label: string;
	key: string;
	rationale?: string;
	confidence?: Confidence;
}

/** An attempt as last seen, with what was on the page. */
export interface KeptAttempt {
	attempt: Attempt;
	beats: Beat[];
	/** When it was seen, by this device's clock. */
	at: number;
}

interface Shelves extends DBSchema {
	attempts: { key: string; value: KeptAttempt };
	drafts: { key: string; value: KeptDraft };
	moves: { key: string; value: KeptMove };
	lists: { key: string; value: ScenarioSummary[] | AttemptSummary[] };
}

type Shelf = 'attempts' | 'drafts' | 'moves' | 'lists';

let opened: Promise<IDBPDatabase<Shelves>> | undefined;

function open(): Promise<IDBPDatabase<Shelves>> {
	opened ??= openDB<Shelves>('casebook', 1, {
		upgrade(db) {
			for (const shelf of ['attempts', 'drafts', 'moves', 'lists'] as const)
				db.createObjectStore(shelf);
		},
	});
	return opened;
}

/**
 * Reads what this device keeps. A browser may refuse (private windows, a full disk): playing goes on without, since
 * the server keeps everything too.
 */
export async function find<S extends Shelf>(
	shelf: S,
	key: string,
): Promise<Shelves[S]['value'] | undefined> {
	try {
		return await (await open()).get(shelf, key);
	} catch {
		return undefined;
	}
}

/** Keeps a value; answers whether this device could. */
export async function keep<S extends Shelf>(
	shelf: S,
	key: string,
	value: Shelves[S]['value'],
): Promise<boolean> {
	try {
		await (await open()).put(shelf, value, key);
		return true;
	} catch {
		return false;
	}
}

export async function forget(shelf: Shelf, key: string): Promise<void> {
	try {
		await (await open()).delete(shelf, key);
	} catch {
		// What could not be kept need not be forgotten.
	}
}
