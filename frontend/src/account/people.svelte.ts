import { listPeople, type Person } from '../api/account';
import { unread, type Standing } from '../parts/fresh.svelte';

/** The people who have an account, as far as they were read. */
export class People {
	standing = $state.raw<Standing<Person[]>>({ is: 'loading' });
	/** Where those begin that are not shown yet, when there are any. */
	next = $state<string>();
	#asked = 0;

	/** Looks for a name or an address, from the beginning. */
	async look(search: string): Promise<void> {
		await this.#read(search, '', []);
	}

	/** Shows the following people too. */
	async more(search: string): Promise<void> {
		if (this.next === undefined || this.standing.is !== 'ready') return;
		await this.#read(search, this.next, this.standing.value);
	}

	async #read(search: string, after: string, before: Person[]): Promise<void> {
		const asked = ++this.#asked;
		try {
			const page = await listPeople(search, after);
			if (asked !== this.#asked) return; // a later answer was faster
			this.standing = { is: 'ready', value: [...before, ...page.people] };
			this.next = page.next;
		} catch (err) {
			if (asked === this.#asked) this.standing = unread(err);
		}
	}
}
