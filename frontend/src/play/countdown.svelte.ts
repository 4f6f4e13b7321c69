import type { Attempt } from '../api/client';

type Timer = NonNullable<Attempt['node']['timer']>;

/** The clock of a timed decision, as the server last told it. */
export class Countdown {
	/** Seconds left; nothing when no clock runs. */
	left = $state<number>();
	total = $state(0);
	/** The last seconds figure worth saying aloud. */
	said = $state<number>();

	readonly #onzero: () => void;
	#deadline = 0;
	#tick: ReturnType<typeof setInterval> | undefined;

	constructor(onzero: () => void) {
		this.#onzero = onzero;
	}

	/** @param since when the server said so, by this device's clock */
	follow(timer: Timer | undefined, since = Date.now()): void {
		this.stop();
		if (!timer?.running) return;
		this.total = timer.seconds;
		// Never at once: a server that still grants a grace would be asked again and again.
		this.#deadline = Math.max(since + (timer.remainingMs ?? 0), Date.now() + 500);
		this.#tick = setInterval(() => this.#look(), 250);
		this.#look();
	}

	stop(): void {
		clearInterval(this.#tick);
		this.#tick = undefined;
		this.left = undefined;
		this.said = undefined;
	}

	#look(): void {
		const left = Math.max(0, Math.ceil((this.#deadline - Date.now()) / 1000));
		this.said = worthSaying(this.left ?? this.total, left, this.total) ?? this.said;
		this.left = left;
		if (left > 0) return;
		clearInterval(this.#tick);
		this.#onzero();
	}
}

/** A clock is announced a few times, never every second: at half, at 30 s, at 10 s. */
export function worthSaying(before: number, now: number, total: number): number | undefined {
	const marks = [Math.ceil(total / 2), 30, 10].filter((mark) => mark < total);
	return marks.some((mark) => before > mark && now <= mark) ? now : undefined;
}
