import { createGuest } from '../api/client';
import { join, lookAtInvitation, type Invited, type Self } from '../api/cohorts';
import { Fresh } from '../parts/fresh.svelte';
import { me } from '../parts/me.svelte';
import { Acting } from './acting.svelte';

/** What an invitation's code leads to, and going in. */
export class Joining {
	readonly code: string;
	readonly fresh: Fresh<Invited>;
	readonly acting = new Acting();
	joined = $state(false);

	constructor(code: string) {
		this.code = code;
		this.fresh = new Fresh(() => lookAtInvitation(code));
	}

	async load(): Promise<void> {
		await Promise.all([this.fresh.read(), me.read()]);
		this.joined = this.fresh.value?.joined !== undefined;
	}

	/** Goes in: with the account that somebody is signed in to, or as who they say they are. */
	async enter(self?: Self): Promise<void> {
		this.joined = await this.acting.run(async () => {
			if (self) await createGuest(); // keeps the account of whoever is signed in
			await join(this.code, self);
		});
		if (!this.joined) return;
		me.left(); // they have a name now
		await me.read();
	}
}
