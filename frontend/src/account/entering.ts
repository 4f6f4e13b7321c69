import type { Account } from '../api/client';
import { me } from '../parts/me.svelte';
import { person } from '../parts/person';
import { router } from '../parts/router.svelte';
import { tellTabs } from '../parts/turns';
import { forgetSeen } from './device';
import { sendWaiting } from './unsent';

/**
 * Lets somebody come in; the page they wanted, or the home page, opens for them. What whoever was here before has
 * written is sent first, while they are still known. What cannot be sent stays here for them: it is shown to whom the
 * server knows as the one who plays that attempt, and to nobody else.
 */
export async function enter(comeIn: () => Promise<Account>, to: string): Promise<void> {
	await sendWaiting(person.here);
	const account = await comeIn();
	await forgetSeen(account.id);
	tellTabs(account.id);
	me.is(account);
	router.visit(inner(to));
}

/** Follows a link by which one comes in elsewhere, once what waits here is sent. */
export async function setOff(
	event: MouseEvent & { currentTarget: HTMLAnchorElement },
): Promise<void> {
	const { href } = event.currentTarget;
	event.preventDefault();
	await sendWaiting(person.here);
	location.assign(href);
}

/** An address of ours, whatever was asked for. */
function inner(to: string): string {
	return /^\/(?![/\\])/.test(to) && !to.startsWith('/api/') ? to : '/';
}
