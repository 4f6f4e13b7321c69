import { getContext, setContext } from 'svelte';
import {
	getPeers,
	listComments,
	readComments,
	type Comment,
	type PeerDecision,
	type Peers,
} from '../api/comments';

const key = Symbol('company');

/** Who else looks at an attempt under a cohort: trainers, in their comments, and the others who played it. */
export class Company {
	comments = $state.raw<Comment[]>([]);
	/** Undefined until they are read, and for good when they cannot be. */
	peers = $state.raw<Peers>();
	readonly #attempt: string;

	constructor(attempt: string) {
		this.#attempt = attempt;
	}

	/** Reads both. A debrief does without them: whatever fails is left out. */
	async read(): Promise<void> {
		await Promise.allSettled([
			listComments(this.#attempt).then((comments) => (this.comments = comments)),
			this.readPeers(),
		]);
	}

	async readPeers(): Promise<void> {
		this.peers = await getPeers(this.#attempt);
	}

	/** Tells the server that the comments have been seen; here they stay marked as new for this visit. */
	async seen(): Promise<void> {
		if (this.comments.some(({ unread }) => unread)) {
			await readComments(this.#attempt).catch(() => undefined); // they are new again the next time
		}
	}

	on(step: number): Comment[] {
		return this.comments.filter((comment) => comment.step === step);
	}

	at(step: number): PeerDecision | undefined {
		return this.peers?.decisions.find((decision) => decision.step === step);
	}
}

/** Lets the parts of a page know whose company they are in. */
export const keepCompany = (company: Company): Company => setContext(key, company);

/** The company of a page; undefined where an attempt is nobody else's. */
export const company = (): Company | undefined => getContext<Company | undefined>(key);
