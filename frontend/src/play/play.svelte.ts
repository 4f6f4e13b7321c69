import {
	changeSettings,
	getAttempt,
	Problem,
	startTimer,
	Unreachable,
	type Attempt,
} from '../api/client';
import { person } from '../parts/person';
import { Countdown } from './countdown.svelte';
import { Writing } from './draft.svelte';
import { find, forget, keep, type KeptMove } from './kept';
import { newKey, post } from './moves';
import { Patience } from './patience';
import { Tabs } from './tabs';

/** Why there is nothing to play here. */
export type Lost = 'signed-out' | 'missing' | 'away' | 'failed';
/** What the person must know about the last thing that happened. */
export type Word = { kind: 'moved' } | { kind: 'refused'; detail: string };

/** An attempt being played: where it stands, what is being written, what waits to be sent. */
export class Play {
	attempt = $state.raw<Attempt>();
	lost = $state<Lost>();
	busy = $state(false);
	/** The server does not answer: everything is kept on this device until it does. */
	away = $state(false);
	/** A move that was made and has not been answered yet. */
	waiting = $state.raw<KeptMove>();
	word = $state.raw<Word>();

	readonly id: string;
	readonly #by = person.here;
	readonly writing: Writing;
	readonly countdown = new Countdown(() => void this.#timeIsUp());
	readonly #patience = new Patience(() => this.retry());
	readonly #tabs: Tabs<number>;

	readonly #onmoved: (kind: KeptMove['kind']) => void;

	/** @param onmoved told of each move that got through, also of one that time or a silent server has delayed */
	constructor(id: string, onmoved: (kind: KeptMove['kind']) => void = () => undefined) {
		this.id = id;
		this.#onmoved = onmoved;
		this.writing = new Writing(id, (err) => {
			if (!this.waiting) void this.#recover(err); // a move on its way will be told where the attempt stands
		});
		this.#tabs = new Tabs(`casebook.attempt.${id}`, (step) => void this.#follow(step));
	}

	/** Finds the attempt: the server's, or this device's copy while the server is away. */
	async load(): Promise<void> {
		const copy = await find('attempts', this.id);
		try {
			await this.#open(await getAttempt(this.id));
		} catch (err) {
			if (!(err instanceof Unreachable) || copy?.by !== this.#by) return this.#lose(err);
			await this.#open(copy.attempt, copy.at);
			this.#isAway();
		}
		if (this.waiting && !this.away) await this.retry();
	}

	/** Finds again what was being written and sent before it shows anything: nothing typed can be overwritten. */
	async #open(attempt: Attempt, since?: number): Promise<void> {
		await this.writing.restore(attempt);
		this.waiting = await find('moves', this.id);
		this.#settle(attempt, since);
	}

	async look(look: { id: string; label: string }): Promise<boolean> {
		return this.#move({ kind: 'look', move: look.id, label: look.label });
	}

	/** Seals the choice, its reason and the confidence, then asks for the consequence. */
	async decide(): Promise<boolean> {
		const { choice, rationale, confidence } = this.writing;
		const label = this.attempt?.choices.find(({ id }) => id === choice)?.label;
		if (choice === undefined || label === undefined) return false;
		const reason = rationale.trim() === '' ? undefined : rationale;
		return this.#move({ kind: 'decision', move: choice, label, rationale: reason, confidence });
	}

	async startClock(): Promise<void> {
		await this.#ask((attempt) => startTimer(this.id, attempt.step));
		if (this.attempt && !this.away) this.#tabs.tell(this.attempt.step);
	}

	async change(settings: Parameters<typeof changeSettings>[1]): Promise<void> {
		await this.#ask(() => changeSettings(this.id, settings));
	}

	/** Sends what waits, or asks where the attempt stands. */
	async retry(): Promise<boolean> {
		if (this.waiting) return this.#send(this.waiting);
		await this.#ask(() => getAttempt(this.id));
		if (!this.away) await this.writing.keepThere();
		return !this.away;
	}

	close(): void {
		this.countdown.stop();
		this.#patience.close();
		this.writing.close();
		this.#tabs.close();
	}

	async #move(made: Omit<KeptMove, 'step' | 'key' | 'by'>): Promise<boolean> {
		if (!this.attempt || this.busy || this.waiting) return false;
		const move: KeptMove = { ...made, step: this.attempt.step, key: newKey(), by: this.#by };
		this.waiting = move;
		await keep('moves', this.id, move);
		return this.#send(move);
	}

	/** Answers whether the move was taken. A move that got no answer stays, to be sent again with its key. */
	async #send(move: KeptMove): Promise<boolean> {
		if (!this.attempt || this.busy) return false;
		this.busy = true;
		try {
			const next = await post(this.attempt, move);
			await this.#sent();
			this.#receive(next, move.kind === 'decision');
			this.#tabs.tell(next.step);
			this.#onmoved(move.kind);
			return true;
		} catch (err) {
			if (isAnswer(err)) await this.#sent();
			await this.#recover(err);
			return false;
		} finally {
			this.busy = false;
		}
	}

	async #sent(): Promise<void> {
		this.waiting = undefined;
		await forget('moves', this.id);
	}

	/** The server judges the clock: when it still sees time left, it is asked again a little later. */
	async #timeIsUp(): Promise<void> {
		if (await this.#move({ kind: 'timeout', move: '', label: '' })) return;
		if (this.word?.kind === 'refused') this.word = undefined;
	}

	async #ask(question: (attempt: Attempt) => Promise<Attempt>): Promise<void> {
		if (!this.attempt || this.busy) return;
		this.busy = true;
		try {
			this.#receive(await question(this.attempt), false);
		} catch (err) {
			await this.#recover(err);
		} finally {
			this.busy = false;
		}
	}

	/** Another tab has played on, or has started the clock. */
	async #follow(step: number): Promise<void> {
		const before = this.attempt?.step ?? step;
		if (step < before) return;
		await this.#ask(() => getAttempt(this.id));
		if (step > before) this.word = { kind: 'moved' };
	}

	#receive(next: Attempt, sent: boolean): void {
		this.word = undefined;
		this.writing.follow(next, sent);
		this.#settle(next);
	}

	#settle(attempt: Attempt, since = Date.now()): void {
		this.attempt = attempt;
		this.away = false;
		this.#patience.rest();
		this.countdown.follow(attempt.node.timer, since);
		void keep('attempts', this.id, { attempt, at: since, by: this.#by });
	}

	#isAway(): void {
		this.away = true;
		this.#patience.wait();
	}

	/** A refusal: shows where the attempt stands now, and keeps what was typed. */
	async #recover(err: unknown): Promise<void> {
		if (err instanceof Unreachable) return this.#isAway();
		if (!isAnswer(err)) return this.#lose(err);
		try {
			const before = this.attempt?.step;
			this.#receive(await getAttempt(this.id), false);
			const moved = this.attempt?.step !== before;
			this.word = moved ? { kind: 'moved' } : { kind: 'refused', detail: err.detail };
		} catch (cause) {
			if (cause instanceof Unreachable) this.#isAway();
			else this.#lose(cause);
		}
	}

	#lose(err: unknown): void {
		this.writing.flush();
		this.countdown.stop();
		if (err instanceof Unreachable) this.lost = 'away';
		else if (err instanceof Problem && err.status === 401) this.lost = 'signed-out';
		else if (err instanceof Problem && err.status === 404) this.lost = 'missing';
		else this.lost = 'failed';
	}
}

/** Whether a failure is an answer to what was asked: not silence, and not meant for somebody who does not play here. */
function isAnswer(err: unknown): err is Problem {
	return err instanceof Problem && ![401, 404].includes(err.status);
}
