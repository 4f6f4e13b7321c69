import { getMe, Problem, type Account } from '../api/client';

/** What somebody may do here at all. */
export type Role = Account['role'];

/** Who is at this browser. It is asked once; whoever logs somebody in or out says so. */
class Me {
	account = $state.raw<Account>();
	#asked: Promise<void> | undefined;

	/** Asks, unless it is known or being asked. Where the server does not answer, it is asked again the next time. */
	read(): Promise<void> {
		this.#asked ??= getMe().then(
			(account) => this.is(account),
			(err: unknown) => {
				this.#asked = undefined;
				if (err instanceof Problem) this.account = undefined;
			},
		);
		return this.#asked;
	}

	/** Somebody has logged in, or has changed what they are called. */
	is(account: Account): void {
		this.account = account;
		this.#asked = Promise.resolve();
	}

	/** Nobody is logged in any more. */
	left(): void {
		this.account = undefined;
		this.#asked = undefined;
	}

	/** What they are to a cohort; undefined for those who only learn in it, and while it is not known. */
	postIn(cohort: string): 'trainer' | 'manager' | undefined {
		return this.account?.posts.find((post) => post.cohort === cohort)?.post;
	}
}

export const me = new Me();
