import type { Account } from '../api/client';
import { me } from '../parts/me.svelte';
import { router } from '../parts/router.svelte';

/** Somebody has come in: the page they wanted, or the home page, opens for them. */
export async function enter(account: Account, to: string): Promise<void> {
	await clearDevice();
	me.is(account);
	router.visit(inner(to));
}

/** An address of ours, whatever was asked for. */
function inner(to: string): string {
	return /^\/(?![/\\])/.test(to) && !to.startsWith('/api/') ? to : '/';
}

/** What this device keeps of whoever was here before is forgotten: the server has it. */
export async function clearDevice(): Promise<void> {
	const gone = (name: string) =>
		new Promise<void>((resolve) => {
			const request = indexedDB.open(name);
			request.onerror = () => resolve();
			request.onupgradeneeded = () => request.transaction?.abort(); // there was none
			request.onsuccess = () => {
				const kept = request.result;
				const shelves = [...kept.objectStoreNames];
				if (shelves.length === 0) {
					kept.close();
					resolve();
					return;
				}
				const emptying = kept.transaction(shelves, 'readwrite');
				for (const shelf of shelves) emptying.objectStore(shelf).clear();
				emptying.oncomplete = emptying.onabort = () => {
					kept.close();
					resolve();
				};
			};
		});
	try {
		await gone('casebook');
	} catch {
		// Storage is closed to this page: nothing was kept.
	}
}
