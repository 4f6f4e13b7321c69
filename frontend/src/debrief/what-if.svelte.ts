import { Problem, tryWhatIf, Unreachable } from '../api/client';
import { router } from '../parts/router.svelte';
import type { WhatIf } from './wire';

/** Opens the what-if of a step with one move already picked. The address names the step, the history entry the move. */
export function openWhatIf(attempt: string, step: number, choice: string): void {
	router.go({ name: 'what-if', id: attempt, step });
	history.replaceState({ choice }, '');
}

/** The move that was picked on the way here, if any; a reload keeps it. */
export function picked(): string | undefined {
	const state: unknown = history.state;
	const found = typeof state === 'object' && state !== null && 'choice' in state;
	return found && typeof state.choice === 'string' ? state.choice : undefined;
}

/** One replay with a move changed. Nothing of it is recorded. */
export class Replay {
	choice = $state<string>();
	result = $state.raw<WhatIf>();
	trouble = $state.raw<{ is: 'away' } | { is: 'refused'; detail: string }>();
	busy = $state(false);
	readonly #attempt: string;
	readonly #step: number;

	constructor(attempt: string, step: number, choice?: string) {
		this.#attempt = attempt;
		this.#step = step;
		this.choice = choice;
	}

	async run(): Promise<void> {
		const choice = this.choice;
		if (choice === undefined || this.busy) return;
		this.busy = true;
		this.trouble = undefined;
		try {
			this.result = await tryWhatIf(this.#attempt, this.#step, choice);
			history.replaceState({ choice }, '');
		} catch (error) {
			if (error instanceof Unreachable) this.trouble = { is: 'away' };
			else if (error instanceof Problem) this.trouble = { is: 'refused', detail: error.detail };
			else throw error;
		} finally {
			this.busy = false;
		}
	}
}
