import {
	abandonAttempt,
	beginAttempt,
	createGuest,
	listAttempts,
	listScenarios,
	Problem,
	Unreachable,
	type AttemptSummary,
	type ScenarioSummary,
} from '../api/client';
import type { Lang } from '../parts/i18n.svelte';
import { router } from '../parts/router.svelte';
import { settings } from '../parts/settings.svelte';
import { find, keep } from '../play/kept';

/** The library and one's own attempts. */
export class Home {
	state = $state<'loading' | 'ready' | 'failed'>('loading');
	/** The server does not answer: what this device keeps is shown. */
	away = $state(false);
	scenarios = $state.raw<ScenarioSummary[]>([]);
	attempts = $state.raw<AttemptSummary[]>([]);
	/** The case being opened. */
	beginning = $state<string>();
	/** Why a case could not be begun, or an attempt not be abandoned. */
	refusal = $state<string>();

	/** The attempt to go on with: the one played last. */
	readonly current = $derived(this.attempts.find(({ status }) => status === 'in_progress'));
	readonly others = $derived(this.attempts.filter((attempt) => attempt !== this.current));

	async load(lang: Lang): Promise<void> {
		try {
			[this.scenarios, this.attempts] = await Promise.all([listScenarios(lang), myAttempts()]);
			this.away = false;
			this.state = 'ready';
			await keep('lists', `scenarios.${lang}`, this.scenarios);
			await keep('lists', 'attempts', this.attempts);
		} catch (err) {
			if (!(err instanceof Unreachable)) {
				this.state = 'failed';
				return;
			}
			this.scenarios = ((await find('lists', `scenarios.${lang}`)) ?? []) as ScenarioSummary[];
			this.attempts = ((await find('lists', 'attempts')) ?? []) as AttemptSummary[];
			this.away = true;
			this.state = 'ready';
		}
	}

	/** Begins a case, as a guest if need be, and goes to it. */
	async begin(scenario: string, lang: Lang): Promise<void> {
		if (this.beginning !== undefined) return;
		this.beginning = scenario;
		this.refusal = undefined;
		try {
			await createGuest();
			const { id } = await beginAttempt(scenario, lang, settings.timing);
			router.go({ name: 'play', id });
		} catch (err) {
			this.#refused(err);
		} finally {
			this.beginning = undefined;
		}
	}

	async abandon({ id, step }: AttemptSummary, lang: Lang): Promise<void> {
		try {
			await abandonAttempt(id, step);
		} catch (err) {
			this.#refused(err);
		}
		await this.load(lang);
	}

	#refused(err: unknown): void {
		if (err instanceof Unreachable) this.away = true;
		else this.refusal = err instanceof Problem ? err.detail : '';
	}
}

/** One's own attempts: none, without asking, for somebody whom the server has never signed in. */
async function myAttempts(): Promise<AttemptSummary[]> {
	if (!document.cookie.includes('casebook_signed_in=')) return [];
	try {
		return await listAttempts();
	} catch (err) {
		if (err instanceof Problem && err.status === 401) return [];
		throw err;
	}
}
