import { getDebrief, saveReflection, Unreachable } from '../api/client';
import { keep as keepWritten, recall, written, type Keepsake } from '../debrief/keepsake';
import { same } from '../debrief/reflection.svelte';
import { keptBy } from './device';
import { find } from '../play/kept';

/** Something that was written in this browser and that the server has not got. */
export interface Unsent {
	kind: 'decision' | 'reason' | 'reflection' | 'commitment';
	text: string;
	/** What was decided, of a decision. */
	label?: string;
	attempt: string;
	/** The case's, where it is known. */
	title?: string;
	/** The server did not answer; otherwise it refused. */
	away: boolean;
}

/** Sends what waits here of what this person wrote, as its page would; answers what could not be sent. */
export async function sendWaiting(by: string): Promise<Unsent[]> {
	const stayed: Unsent[] = [];
	for (const attempt of await waitingPlays(by)) stayed.push(...(await sendPlay(attempt)));
	for (const attempt of await written(by)) stayed.push(...(await sendWritten(attempt)));
	return stayed;
}

/** The attempts that something waits of. */
async function waitingPlays(by: string): Promise<string[]> {
	const found = new Set(await keptBy('moves', by));
	for (const attempt of await keptBy('drafts', by)) {
		const draft = await find('drafts', attempt);
		if (draft?.unsaved || draft?.leftover) found.add(attempt);
	}
	return [...found];
}

async function sendPlay(attempt: string): Promise<Unsent[]> {
	const made = await find('moves', attempt);
	const { Play } = await import('../play/play.svelte'); // few who come or go have anything waiting
	const play = new Play(attempt);
	await play.load();
	await play.writing.keepThere();
	const { away, word } = play;
	const title = (play.attempt ?? (await find('attempts', attempt))?.attempt)?.title;
	play.close();
	const waits = (await find('moves', attempt)) ?? (word && made);
	const draft = await find('drafts', attempt);
	const stayed: Omit<Unsent, 'attempt' | 'title' | 'away'>[] = [];
	if (waits?.kind === 'decision')
		stayed.push({ kind: 'decision', text: waits.rationale ?? '', label: waits.label });
	for (const text of [draft?.unsaved ? draft.rationale : '', draft?.leftover ?? ''])
		if (text.trim() && !stayed.some((known) => known.text === text))
			stayed.push({ kind: 'reason', text });
	return stayed.map((what) => ({ ...what, attempt, title, away }));
}

/** A commitment waits for its own button: what was written of it is never sent before, and never passed over. */
async function sendWritten(attempt: string): Promise<Unsent[]> {
	const kept = await recall(attempt);
	if (!kept?.unsent) return [];
	const { commitment } = kept.reflection;
	try {
		const { reflection, title } = await getDebrief(attempt);
		await saveReflection(attempt, { ...kept.reflection, commitment: reflection.commitment });
		const open = commitment !== undefined && !same(commitment, reflection.commitment);
		await keepWritten(attempt, { ...kept, unsent: open });
		if (!open) return [];
		const text = [commitment.when, commitment.then].join('… ');
		return [{ kind: 'commitment', text, attempt, title, away: false }];
	} catch (err) {
		const title = (await find('attempts', attempt))?.attempt.title;
		const away = err instanceof Unreachable;
		return [{ kind: 'reflection', text: textOf(kept), attempt, title, away }];
	}
}

function textOf({ reflection: { reaction, principle, commitment } }: Keepsake): string {
	return [reaction, principle, commitment?.when, commitment?.then].filter(Boolean).join('\n\n');
}
