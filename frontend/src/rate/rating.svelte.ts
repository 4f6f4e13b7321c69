import { Problem, Unreachable } from '../api/client';
import {
	listCommentsOfAttempt,
	listRationales,
	headOfCohort,
	saveComment,
	withdrawComment,
	type Comment,
	type Criterion,
	type GivenReason,
	type Level,
	type Levels,
	type RationaleState,
} from '../api/comments';
import { unread, type Standing } from '../parts/fresh.svelte';
import { t } from './rate.words';

/** What a trainer is writing to one reason. */
export interface Writing {
	levels: Levels;
	text: string;
	revision: number;
}

/** The reasons of a cohort, one at a time: the one before the rater, what they write, and the way to the next. */
export class Rating {
	/** The cohort's; a page does without it. */
	head = $state.raw<{ name: string; demo?: boolean }>();
	standing = $state.raw<Standing<GivenReason[]>>({ is: 'loading' });
	state = $state<RationaleState>('unrated');
	names = $state(false);
	total = $state(0);
	left = $state(0);
	index = $state(0);
	writing = $state<Writing>(blank());
	busy = $state(false);
	/** What has been done, for ears and eyes. */
	done = $state<'saved' | 'withdrawn'>();
	refusal = $state<string>();
	/** The comment as another tab left it, to choose from. */
	rival = $state.raw<Comment>();
	readonly #cohort: string;
	#next: string | undefined;
	/** What was typed and not kept yet, by reason: turning the page loses nothing. */
	readonly #unsaved: Record<string, Writing | undefined> = {};

	constructor(cohort: string) {
		this.#cohort = cohort;
	}

	get reasons(): GivenReason[] {
		return this.standing.is === 'ready' ? this.standing.value : [];
	}

	get reason(): GivenReason | undefined {
		return this.reasons[this.index];
	}

	/** How many there are of what is shown, as far as that is known. */
	get count(): number {
		const known = { unrated: this.left, mine: 0, apart: 0, all: this.total }[this.state];
		return Math.max(known, this.reasons.length);
	}

	get empty(): boolean {
		const { levels, text } = this.writing;
		return text.trim() === '' && Object.values(levels).every((level) => level === undefined);
	}

	async read(state = this.state): Promise<void> {
		this.#put();
		this.state = state;
		try {
			const page = await this.#page();
			this.standing = { is: 'ready', value: page };
			this.#turn(0);
		} catch (err) {
			this.standing = unread(err);
		}
	}

	async readHead(): Promise<void> {
		this.head = await headOfCohort(this.#cohort).catch(() => undefined);
	}

	rate(criterion: Criterion, level: Level | undefined): void {
		this.writing.levels = { ...this.writing.levels, [criterion]: level };
		this.done = undefined;
	}

	async go(by: number): Promise<void> {
		this.#put();
		const to = this.index + by;
		if (to >= this.reasons.length && this.#next !== undefined) {
			try {
				const more = await this.#page(this.#next);
				this.standing = { is: 'ready', value: [...this.reasons, ...more] };
			} catch (err) {
				this.refusal = refusalOf(err);
				return;
			}
		}
		this.#turn(Math.max(0, Math.min(to, this.reasons.length - 1)));
	}

	/** Keeps what is written and goes on; whether it was kept. */
	async save(): Promise<boolean> {
		const { reason } = this;
		if (!reason || this.busy || this.empty) return false;
		return this.#attempt(async () => {
			const { levels, text, revision } = this.writing;
			const kept = await saveComment(this.#at(reason), { levels, text, revision });
			const unrated = !reason.comments.some(({ mine, levels }) => mine && isRated(levels));
			if (unrated && isRated(kept.levels)) this.left = Math.max(0, this.left - 1);
			this.#replace(reason, [...reason.comments.filter(({ mine }) => !mine), kept]);
			this.done = 'saved';
			await this.go(1);
			this.done = 'saved';
		});
	}

	async withdraw(): Promise<boolean> {
		const { reason } = this;
		if (!reason || this.busy || this.writing.revision === 0) return false;
		return this.#attempt(async () => {
			const left = await withdrawComment(this.#at(reason), this.writing.revision);
			this.#unsaved[idOf(reason)] = undefined;
			this.#replace(
				reason,
				left.filter(({ step }) => step === reason.step),
			);
			this.#turn(this.index);
			this.done = 'withdrawn';
		});
	}

	/** Settles a conflict: over what the other tab has kept, or by taking it. */
	settle(take: 'mine' | 'theirs'): void {
		const { rival, reason } = this;
		if (!rival || !reason) return;
		this.#replace(reason, [...reason.comments.filter(({ mine }) => !mine), rival]);
		if (take === 'theirs') this.writing = writingOf(rival);
		else this.writing.revision = rival.revision;
		this.rival = undefined;
	}

	async #attempt(act: () => Promise<void>): Promise<boolean> {
		this.busy = true;
		this.refusal = undefined;
		try {
			await act();
			return true;
		} catch (err) {
			if (err instanceof Problem && err.code === 'comment_conflict') await this.#meet();
			else this.refusal = refusalOf(err);
			return false;
		} finally {
			this.busy = false;
		}
	}

	/** Reads what another tab has made of one's comment. */
	async #meet(): Promise<void> {
		const { reason } = this;
		if (!reason) return;
		const all = await listCommentsOfAttempt(this.#cohort, reason.attempt);
		this.rival = all.find(({ mine, step }) => mine && step === reason.step);
		if (!this.rival) this.writing.revision = 0; // it was taken back: this one is the first again
	}

	async #page(after?: string): Promise<GivenReason[]> {
		const page = await listRationales(this.#cohort, {
			state: this.state,
			after,
			names: this.names,
		});
		this.total = page.total;
		this.left = page.unrated;
		this.#next = page.next;
		return page.rationales;
	}

	#at({ attempt, step }: GivenReason) {
		return { cohort: this.#cohort, attempt, step };
	}

	#replace(reason: GivenReason, comments: Comment[]): void {
		this.#unsaved[idOf(reason)] = undefined;
		this.standing = {
			is: 'ready',
			value: this.reasons.map((other) => (other === reason ? { ...reason, comments } : other)),
		};
	}

	#put(): void {
		const { reason } = this;
		if (!reason) return;
		const kept = writingOf(reason.comments.find(({ mine }) => mine));
		const same = JSON.stringify(kept) === JSON.stringify(this.writing);
		if (same || this.empty) return;
		this.#unsaved[idOf(reason)] = { ...this.writing, levels: { ...this.writing.levels } };
	}

	#turn(to: number): void {
		this.index = to;
		this.rival = undefined;
		this.done = undefined;
		const { reason } = this;
		this.writing =
			(reason && this.#unsaved[idOf(reason)]) ??
			writingOf(reason?.comments.find(({ mine }) => mine));
	}
}

const isRated = (levels: Levels): boolean =>
	Object.values(levels).some((level) => level !== undefined);

const idOf = ({ attempt, step }: GivenReason): string => `${attempt}.${step}`;

/** Why something was not done. What is no answer of the server's is thrown on. */
function refusalOf(err: unknown): string {
	if (err instanceof Unreachable) return t.away;
	if (err instanceof Problem) return err.detail;
	throw err;
}

function blank(): Writing {
	return { levels: {}, text: '', revision: 0 };
}

function writingOf(comment: Comment | undefined): Writing {
	if (!comment) return blank();
	return { levels: { ...comment.levels }, text: comment.text, revision: comment.revision };
}
