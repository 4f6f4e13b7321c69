import type { Attempt, AttemptSummary, Confidence, ScenarioSummary } from '../api/client';

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
	/** Text of a moment that is over, which was never sent. */
	leftover?: string;
	/** Whether the server has not yet got it. */
	unsaved: boolean;
	/** Who wrote it. */
	by: string;
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
	/** Who made it. */
	by: string;
}

/** An attempt as last seen. */
export interface KeptAttempt {
	attempt: Attempt;
	/** When it was seen, by this device's clock. */
	at: number;
	/** Who saw it. */
	by: string;
}

interface Shelves {
	attempts: KeptAttempt;
	drafts: KeptDraft;
	moves: KeptMove;
	lists: ScenarioSummary[] | AttemptSummary[];
}

type Shelf = keyof Shelves;

const shelves: Shelf[] = ['attempts', 'drafts', 'moves', 'lists'];
let opened: Promise<IDBDatabase> | undefined;

function open(): Promise<IDBDatabase> {
	opened ??= new Promise((resolve, reject) => {
		const request = indexedDB.open('casebook', 1);
		request.onupgradeneeded = () => {
			for (const shelf of shelves) request.result.createObjectStore(shelf);
		};
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(request.error ?? new Error('IndexedDB refused'));
	});
	return opened;
}

/** Does one thing on one shelf, and answers once it is durable. */
export async function at<T>(
	shelf: Shelf,
	mode: IDBTransactionMode,
	act: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
	const transaction = (await open()).transaction(shelf, mode);
	const request = act(transaction.objectStore(shelf));
	return new Promise((resolve, reject) => {
		transaction.oncomplete = () => resolve(request.result);
		transaction.onerror = transaction.onabort = () =>
			reject(transaction.error ?? new Error('IndexedDB refused'));
	});
}

/**
 * Reads what this device keeps. A browser may refuse (private windows, a full disk): playing goes on without, since
 * the server keeps everything too.
 */
export async function find<S extends Shelf>(
	shelf: S,
	key: string,
): Promise<Shelves[S] | undefined> {
	try {
		return await at<Shelves[S] | undefined>(shelf, 'readonly', (store) => store.get(key));
	} catch {
		return undefined;
	}
}

/** Keeps a value; answers whether this device could. */
export async function keep<S extends Shelf>(
	shelf: S,
	key: string,
	value: Shelves[S],
): Promise<boolean> {
	try {
		await at(shelf, 'readwrite', (store) => store.put(value, key));
		return true;
	} catch {
		return false;
	}
}

export async function forget(shelf: Shelf, key: string): Promise<void> {
	try {
		await at(shelf, 'readwrite', (store) => store.delete(key));
	} catch {
		// What could not be kept need not be forgotten.
	}
}
