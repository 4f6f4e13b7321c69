import { logOut } from '../api/account';
import { Problem } from '../api/client';
import { me } from '../parts/me.svelte';
import { person } from '../parts/person';
import { router } from '../parts/router.svelte';
import { tellTabs } from '../parts/turns';
import { forgetAll } from './device';
import { Form } from './form.svelte';
import { sendWaiting, type Unsent } from './unsent';

/** Logging out: what waits here is sent first. What cannot be is left behind only by whoever says so. */
export class Leaving {
	readonly form = new Form();
	/** What could not be sent: the person chooses. */
	unsent = $state.raw<Unsent[]>([]);

	/** Leaves, unless something would be lost by it. */
	async leave(): Promise<void> {
		await this.form.send(async () => {
			this.unsent = await sendWaiting(person.here);
			if (this.unsent.length === 0) await this.#go();
		});
	}

	/** Leaves without what could not be sent. */
	async leaveWithout(): Promise<void> {
		await this.form.send(() => this.#go());
	}

	stay(): void {
		this.unsent = [];
		this.form.refuse(undefined);
	}

	/** This device forgets nothing before the server has let them go. */
	async #go(): Promise<void> {
		await logOut().catch((err: unknown) => {
			if (!(err instanceof Problem) || err.status !== 401) throw err; // 401: the login had ended by itself
		});
		await forgetAll(person.here);
		person.here = '';
		tellTabs('');
		me.left();
		router.visit('/login');
	}
}
