import { drop, written } from '../debrief/keepsake';
import { at, find, forget } from '../play/kept';

type Shelf = 'attempts' | 'drafts' | 'moves';

/** The attempts of which a shelf of this device keeps something of this person's. */
export async function keptBy(shelf: Shelf, by: string): Promise<string[]> {
	const found = [];
	for (const attempt of await keys(shelf))
		if ((await find(shelf, attempt))?.by === by) found.push(attempt);
	return found;
}

/** Forgets all that this device keeps of somebody. */
export async function forgetAll(by: string): Promise<void> {
	for (const shelf of ['attempts', 'drafts', 'moves'] as const)
		for (const attempt of await keptBy(shelf, by)) await forget(shelf, attempt);
	await forget('lists', `attempts.${by}`);
	for (const attempt of await written(by)) await drop(attempt);
}

/** Forgets what this device has seen of anybody else's attempts, which the server has; what they wrote waits for them. */
export async function forgetSeen(except: string): Promise<void> {
	for (const attempt of await keys('attempts'))
		if ((await find('attempts', attempt))?.by !== except) await forget('attempts', attempt);
	for (const list of await keys('lists'))
		if (list.startsWith('attempts.') && list !== `attempts.${except}`) await forget('lists', list);
}

async function keys(shelf: Shelf | 'lists'): Promise<string[]> {
	try {
		return (await at(shelf, 'readonly', (store) => store.getAllKeys())) as string[];
	} catch {
		return []; // storage is closed to this page: nothing was kept
	}
}
