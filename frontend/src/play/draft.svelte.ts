import {
	Problem,
	saveDraft,
	Unreachable,
	type Attempt,
	type Confidence,
	type Draft,
} from '../api/client';
import { person } from '../parts/person';
import { find, keep, type KeptDraft } from './kept';
import { stillOpen } from './story';
import { Tabs } from './tabs';
import { Wait } from './wait';

/** How soon what is typed is kept: on this device at once, since a page may go away at any moment, then by the server. */
const here = 0;
const there = 2000;

/**
 * What a trainee is writing at a moment. Nothing typed is ever lost: it is kept on this device, then by the server,
 * and shown beside what was written elsewhere when the two have parted.
 */
export class Writing {
	choice = $state<string>();
	rationale = $state('');
	confidence = $state<Confidence>();
	exhibit = $state<string>();
	read = $state<string[]>([]);

	/** Where the text is safe: nowhere yet, on this device, or with the server too. */
	safe = $state<'empty' | 'pending' | 'device' | 'server'>('empty');
	savedAt = $state.raw<string>();
	/** What was kept elsewhere while this was written: the person chooses. */
	rival = $state.raw<Draft>();
	/** Text written for a moment that is over, and never sent. */
	leftover = $state('');

	readonly #id: string;
	readonly #by = person.here;
	readonly #onrefused: (err: unknown) => void;
	readonly #tabs: Tabs<KeptDraft>;
	readonly #keepHere = new Wait(here, () => this.keepHere());
	readonly #keepThere = new Wait(there, () => this.keepThere());
	#attempt: Attempt | undefined;
	#revision = 0;
	#unsaved = false;
	/** Whether the text was typed in this tab: what another tab has typed is that tab's to send. */
	#own = false;
	/** Whether a save is under way: a second one would be a rival of the first. */
	#sending = false;

	/** @param onrefused told of every refusal that is not about the draft itself */
	constructor(id: string, onrefused: (err: unknown) => void) {
		this.#id = id;
		this.#onrefused = onrefused;
		this.#tabs = new Tabs(`casebook.draft.${id}`, (draft) => this.#hear(draft));
	}

	/** Takes up what was kept of this attempt, here and by the server. */
	async restore(attempt: Attempt): Promise<void> {
		const mine = await find('drafts', this.#id);
		const theirs = attempt.draft;
		this.#attempt = attempt;
		this.#revision = theirs?.revision ?? mine?.revision ?? 0;
		this.exhibit = mine?.exhibit ?? theirs?.exhibit;
		this.read = merged(theirs?.read, mine?.read);

		const mineOpen = this.#open(mine) ? mine : undefined;
		const theirsOpen = this.#open(theirs) ? theirs : undefined;
		this.leftover = joined(mine?.leftover, mine?.unsaved && !mineOpen ? mine.rationale : '');
		if (mineOpen?.unsaved) {
			this.#take(mineOpen);
			this.#unsaved = true;
			this.#own = true;
			const newer = theirsOpen && theirsOpen.revision > mineOpen.revision;
			if (newer && this.#differs(theirsOpen)) this.rival = theirsOpen;
			else this.#soon();
		} else if (theirsOpen ?? mineOpen) {
			this.#take(theirsOpen ?? mineOpen);
			this.safe = theirsOpen ? 'server' : 'device';
			this.savedAt = theirsOpen?.savedAt;
		}
	}

	/** Goes on to where the attempt now stands. What was written stays with its moment, unless it was `sent`. */
	follow(attempt: Attempt, sent: boolean): void {
		const open = this.#attempt !== undefined && stillOpen(this.#attempt.step, attempt);
		this.#attempt = attempt;
		this.#revision = Math.max(this.#revision, attempt.draft?.revision ?? 0);
		if (open) return;
		if (!sent && this.#own) this.leftover = joined(this.leftover, this.rationale);
		this.#take({ rationale: '' });
		this.rival = undefined;
		this.safe = 'empty';
		this.#unsaved = false;
		this.#own = false;
		this.#keepHere.now();
	}

	/** To be called after each change. */
	touch(): void {
		this.#unsaved = true;
		this.#own = true;
		this.safe = 'pending';
		this.#soon();
	}

	open(exhibit: string | undefined): void {
		this.exhibit = exhibit;
		if (exhibit !== undefined && !this.read.includes(exhibit)) this.read.push(exhibit);
		if (!this.#over) this.touch();
		else this.#keepHere.soon();
	}

	/** The person has chosen between the two texts. */
	settle(rationale: string): void {
		if (this.rival) this.#revision = this.rival.revision;
		this.rival = undefined;
		this.rationale = rationale;
		this.touch();
	}

	/** Puts the text of a moment that is over into the one in view, after what is there. */
	useLeftover(): void {
		const text = joined(this.rationale, this.leftover);
		this.leftover = '';
		this.settle(text);
	}

	dropLeftover(): void {
		this.leftover = '';
		this.#keepHere.now();
	}

	async keepHere(): Promise<void> {
		const { leftover } = this;
		const draft = { ...this.#draft(), leftover, unsaved: this.#unsaved, by: this.#by };
		if (!(await keep('drafts', this.#id, draft))) return;
		if (this.safe === 'pending') this.safe = 'device';
		this.#tabs.tell(draft);
	}

	async keepThere(): Promise<void> {
		if (!this.#unsaved || this.#sending || this.rival || this.#over) return;
		this.#unsaved = false;
		this.#sending = true;
		let again = false;
		try {
			const saved = await saveDraft(this.#id, this.#draft());
			this.#revision = saved.revision;
			this.savedAt = saved.savedAt;
			again = this.#unsaved;
			if (!again) this.safe = 'server';
			await this.keepHere();
		} catch (err) {
			this.#unsaved = true;
			await this.#recover(err);
		} finally {
			this.#sending = false;
		}
		if (again) this.#keepThere.soon();
	}

	/** Keeps everything at once: the page may be about to go. */
	flush(): void {
		if (!this.#unsaved) return;
		this.#keepHere.now();
		this.#keepThere.now();
	}

	close(): void {
		this.flush();
		this.#keepHere.cancel();
		this.#keepThere.cancel();
		this.#tabs.close();
	}

	async #recover(err: unknown): Promise<void> {
		if (err instanceof Unreachable) return this.#onrefused(err);
		const overtaken =
			err instanceof Problem && err.code === 'stale_step' && err.step === this.#attempt?.step;
		if (overtaken) return this.#keepThere.soon(); // by a move made here: what is still being written follows it
		if (!(err instanceof Problem) || !err.draft) return this.#onrefused(err);
		const theirs = err.draft;
		if (this.#open(theirs) && this.#differs(theirs)) {
			this.rival = theirs;
			return;
		}
		this.#revision = theirs.revision;
		if (this.#open(theirs)) this.rationale ||= theirs.rationale;
		this.#keepThere.soon();
	}

	/** Another tab has kept a draft: it is taken up, unless this tab has something of its own not yet kept. */
	#hear(draft: KeptDraft): void {
		if (draft.step !== this.#attempt?.step || this.#keepHere.pending || this.rival) return;
		this.#take(draft);
		this.#own = false;
		this.read = draft.read;
		this.#revision = Math.max(this.#revision, draft.revision);
		this.#unsaved = false;
		this.safe = draft.unsaved ? 'device' : 'server';
	}

	/** Whether a draft was written for the moment in view. */
	#open(draft: { step: number } | undefined): boolean {
		return (
			draft !== undefined && this.#attempt !== undefined && stillOpen(draft.step, this.#attempt)
		);
	}

	get #over(): boolean {
		return this.#attempt?.status !== 'in_progress';
	}

	#take(draft: Partial<Pick<KeptDraft, 'choice' | 'rationale' | 'confidence'>> = {}): void {
		this.choice = draft.choice;
		this.rationale = draft.rationale ?? '';
		this.confidence = draft.confidence;
	}

	/** Whether two texts have parted. One that goes on from the other has not: it takes its place. */
	#differs(draft: Draft): boolean {
		const [mine, theirs] = [this.rationale.trim(), draft.rationale.trim()];
		return theirs !== '' && !mine.startsWith(theirs) && mine !== '';
	}

	#soon(): void {
		this.#keepHere.soon();
		this.#keepThere.soon();
	}

	#draft() {
		return {
			step: this.#attempt?.step ?? 0,
			revision: this.#revision,
			choice: this.choice,
			rationale: this.rationale,
			confidence: this.confidence,
			exhibit: this.exhibit,
			read: [...this.read],
		};
	}
}

function joined(...texts: (string | undefined)[]): string {
	return texts.filter((text) => text?.trim()).join('\n\n');
}

function merged(one: string[] = [], other: string[] = []): string[] {
	return [...one, ...other.filter((id) => !one.includes(id))];
}
