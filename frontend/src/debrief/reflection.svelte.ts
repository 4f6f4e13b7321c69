import { Problem, saveReflection, Unreachable } from '../api/client';
import { person } from '../parts/person';
import { keep, recall } from './keepsake';
import type { Confidence, Reflection } from './wire';

/** How safe what was written is. */
export type Safety =
	'untouched' | 'typing' | 'kept' | 'saving' | 'saved' | 'away' | 'refused' | 'signed-out';

const saveAfter = 2000;
const retryAfter = 10_000;

/** What a trainee writes in a debrief: on this device as it is typed, on the server when they pause. */
export class Notebook {
	reaction = $state('');
	confidence = $state<Confidence>();
	principle = $state('');
	when = $state('');
	then = $state('');
	date = $state('');
	witness = $state('');
	/** The first question is behind: the debrief may be read. */
	open = $state(false);
	safety = $state<Safety>('untouched');
	/** When, in milliseconds. */
	savedAt = $state.raw<number>();
	/** The commitment on the page is the one that was saved. */
	committed = $state(false);

	readonly #attempt: string;
	readonly #by = person.here;
	/** The commitment as last saved: a half-written one never replaces it. */
	#commitment: Reflection['commitment'];
	#timer: number | undefined;
	#keeping = false;
	#stale = false;
	#changes = 0;

	constructor(attempt: string, saved: Reflection) {
		this.#attempt = attempt;
		this.#commitment = saved.commitment;
		this.#fill(saved);
		this.committed = saved.commitment !== undefined;
		this.open = Object.keys(saved).length > 0;
	}

	/** Takes up what this device kept and the server never heard of. */
	async recall(): Promise<void> {
		const kept = await recall(this.#attempt);
		if (!kept || this.#changes > 0) return;
		this.open ||= kept.open;
		if (!kept.unsent) return;
		this.#fill(kept.reflection);
		this.committed &&= same(kept.reflection.commitment, this.#commitment);
		this.safety = 'kept';
		this.#saveIn(saveAfter);
	}

	/** Something was typed: it is kept here at once, since a page may go away at any moment. */
	touch(): void {
		this.#changes++;
		this.safety = 'typing';
		void this.#keepLatest();
		this.#saveIn(saveAfter);
	}

	/** The commitment was typed: it is kept here, and waits for its own button to be sent. */
	touchCommitment(): void {
		this.committed = false;
		this.touch();
	}

	/** Goes on to the debrief, with or without an answer. */
	async begin(): Promise<void> {
		this.open = true;
		this.#changes++;
		await this.save();
	}

	async commit(): Promise<void> {
		this.#commitment = this.#written().commitment;
		this.#changes++;
		await this.save();
		this.committed = this.safety === 'saved';
	}

	/** Keeps here first, then tells the server. */
	async save(): Promise<void> {
		this.#stop();
		await this.#keep(true);
		const sent = this.#changes;
		this.safety = 'saving';
		try {
			await saveReflection(this.#attempt, { ...this.#written(), commitment: this.#commitment });
			if (sent !== this.#changes) return;
			this.savedAt = Date.now();
			this.safety = 'saved';
			this.committed = this.#isCommitted();
			await this.#keep(!this.committed && this.#hasCommitment());
		} catch (error) {
			this.safety = unsafe(error);
			if (error instanceof Unreachable) this.#saveIn(retryAfter);
		}
	}

	/** The connection is back: what waited is sent. */
	resend(): void {
		if (this.safety === 'away') void this.save();
	}

	/** Sends what still waits; for a page that goes away. */
	leave(): void {
		const waiting = this.#timer !== undefined;
		this.#stop();
		if (waiting) void this.save();
	}

	#saveIn(ms: number): void {
		clearTimeout(this.#timer);
		this.#timer = window.setTimeout(() => void this.save(), ms);
	}

	#stop(): void {
		clearTimeout(this.#timer);
		this.#timer = undefined;
	}

	/** One write at a time, the last one with the last words. */
	async #keepLatest(): Promise<void> {
		this.#stale = true;
		if (this.#keeping) return;
		this.#keeping = true;
		while (this.#stale) {
			this.#stale = false;
			await this.#keep(true);
		}
		this.#keeping = false;
	}

	async #keep(unsent: boolean): Promise<void> {
		const kept = { reflection: this.#written(), open: this.open, unsent, by: this.#by };
		const done = await keep(this.#attempt, kept);
		if (done && this.safety === 'typing') this.safety = 'kept';
	}

	#written(): Reflection {
		return {
			reaction: this.reaction,
			confidence: this.confidence,
			principle: this.principle,
			commitment: this.#hasCommitment()
				? {
						when: this.when,
						then: this.then,
						date: this.date || undefined,
						witness: this.witness || undefined,
					}
				: undefined,
		};
	}

	#hasCommitment(): boolean {
		return [this.when, this.then, this.date, this.witness].some((part) => part !== '');
	}

	#isCommitted(): boolean {
		return this.#commitment !== undefined && same(this.#written().commitment, this.#commitment);
	}

	#fill(from: Reflection): void {
		this.reaction = from.reaction ?? '';
		this.confidence = from.confidence;
		this.principle = from.principle ?? '';
		this.when = from.commitment?.when ?? '';
		this.then = from.commitment?.then ?? '';
		this.date = from.commitment?.date ?? '';
		this.witness = from.commitment?.witness ?? '';
	}
}

function unsafe(error: unknown): Safety {
	if (!(error instanceof Problem)) return 'away';
	return error.status === 401 ? 'signed-out' : 'refused';
}

/** Whether two commitments say the same. */
export function same(a: Reflection['commitment'], b: Reflection['commitment']): boolean {
	return (['when', 'then', 'date', 'witness'] as const).every(
		(part) => (a?.[part] ?? '') === (b?.[part] ?? ''),
	);
}
