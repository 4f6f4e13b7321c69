import {
	abandonAttempt,
	beginAttempt,
	createGuest,
	listAttempts,
	listScenarios,
	Problem,
	Unreachable,
	type AttemptPage,
	type AttemptSummary,
	type ScenarioSummary,
} from '../api/client';
import type { Lang } from '../parts/i18n.svelte';
import { person, signedIn } from '../parts/person';
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
	/** Where the attempts that are not shown yet begin, when there are any. */
	next = $state<string>();
	#reading = false;
	/** The case being opened. */
	beginning = $state<string>();
	/** Why a case could not be begun, or an attempt not be abandoned. */
	refusal = $state<string>();

	/** The attempt to go on with: the one played last. */
	readonly current = $derived(this.attempts.find(({ status }) => status === 'in_progress'));
	readonly others = $derived(this.attempts.filter((attempt) => attempt !== this.current));

	async load(lang: Lang): Promise<void> {
		try {
			const [scenarios, page] = await Promise.all([listScenarios(lang), myAttempts()]);
			this.scenarios = scenarios;
			this.#show(page);
			this.away = false;
			this.state = 'ready';
			await keep('lists', `scenarios.${lang}`, this.scenarios);
			await keep('lists', mine(), this.attempts);
		} catch (err) {
			if (!(err instanceof Unreachable)) {
				this.state = 'failed';
				return;
			}
			this.scenarios = ((await find('lists', `scenarios.${lang}`)) ?? []) as ScenarioSummary[];
			this.#show({ attempts: ((await find('lists', mine())) ?? []) as AttemptSummary[] });
			this.away = true;
			this.state = 'ready';
		}
	}

	/** Shows the following attempts too. */
	async more(): Promise<void> {
		if (this.next === undefined || this.#reading) return;
		this.#reading = true;
		this.refusal = undefined;
		try {
			const page = await listAttempts(this.next);
			this.#show({ ...page, attempts: [...this.attempts, ...page.attempts] });
		} catch (err) {
			this.#refused(err);
		} finally {
			this.#reading = false;
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

	#show({ attempts, next }: AttemptPage): void {
		this.attempts = attempts;
		this.next = next;
	}

	#refused(err: unknown): void {
		if (err instanceof Unreachable) this.away = true;
		else this.refusal = err instanceof Problem ? err.detail : '';
	}
}

/** Where this device keeps the list of one's own attempts. */
const mine = () => `attempts.${person.here}`;

/** One's own attempts: none, without asking, for somebody whom the server has never signed in. */
async function myAttempts(): Promise<AttemptPage> {
	if (!signedIn()) return { attempts: [] };
	try {
		return await listAttempts();
	} catch (err) {
		if (err instanceof Problem && err.status === 401) return { attempts: [] };
		throw err;
	}
}
