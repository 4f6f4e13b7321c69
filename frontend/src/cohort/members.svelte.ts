import {
	enrol,
	getCohort,
	invite,
	listInvitations,
	listMembers,
	removeMember,
	returnMember,
	revokeInvitation,
	type Cohort,
	type Enrolled,
	type Invitation,
	type Member,
} from '../api/cohorts';
import { Fresh } from '../parts/fresh.svelte';
import type { Lang } from '../parts/i18n.svelte';
import { Acting } from './acting.svelte';
import { Paged } from './paged.svelte';

/** Who is in a cohort, and how they come in. */
export class Members {
	readonly id: string;
	readonly cohort: Fresh<Cohort>;
	readonly list: Paged<{ members: Member[]; total: number }>;
	readonly invitations: Fresh<Invitation[]>;
	readonly acting = new Acting();
	/** The code that was just made, which is shown once. */
	code = $state<string>();

	constructor(id: string) {
		this.id = id;
		this.cohort = new Fresh(() => getCohort(id));
		this.list = new Paged((asked) => listMembers(id, asked));
		this.invitations = new Fresh(() => listInvitations(id));
	}

	/** Keeps all of it fresh until the answer is called. */
	keep(): () => void {
		void this.cohort.read();
		const stops = [this.list.keep(), this.invitations.keep()];
		return () => stops.forEach((stop) => stop());
	}

	async enrol(name: string, email: string, lang: Lang): Promise<Enrolled | undefined> {
		let done: Enrolled | undefined;
		await this.acting.run(async () => {
			done = await enrol(this.id, { name, email, lang });
			await this.list.fresh.read();
		});
		return done;
	}

	async remove(account: string): Promise<void> {
		await this.acting.run(async () => {
			await removeMember(this.id, account);
			await this.list.fresh.read();
		});
	}

	async bringBack(account: string): Promise<void> {
		await this.acting.run(async () => {
			await returnMember(this.id, account);
			await this.list.fresh.read();
		});
	}

	async invite(seats: number, expiresAt: string): Promise<boolean> {
		return this.acting.run(async () => {
			this.code = (await invite(this.id, seats, expiresAt)).code;
			await this.invitations.read();
		});
	}

	async revoke(invitation: string): Promise<void> {
		await this.acting.run(async () => {
			await revokeInvitation(this.id, invitation);
			await this.invitations.read();
		});
	}
}
