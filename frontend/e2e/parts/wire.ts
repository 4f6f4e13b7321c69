import { expect, type APIRequestContext } from '@playwright/test';
import type { components } from '../../src/api/schema';

type Schemas = components['schemas'];
export type Attempt = Schemas['Attempt'];
export type Debrief = Schemas['Debrief'];

/** The contract, spoken without a page, with the cookies of the test's browser. */
export class Wire {
	readonly #request: APIRequestContext;

	constructor(request: APIRequestContext) {
		this.#request = request;
	}

	/** Begins a case, as a guest if need be, without a clock unless one is asked for. */
	async begin(
		scenario: string,
		lang: Schemas['Lang'] = 'fr',
		timing: Schemas['Timing'] = 'off',
	): Promise<Attempt> {
		await this.#post('guests', undefined);
		return this.#post<Attempt>('attempts', { scenario, lang, timing });
	}

	/** Makes moves where an attempt stands: `?carnet` is a look, `appeler` a choice. */
	async move(id: string, ...moves: string[]): Promise<Attempt> {
		let attempt = await this.attempt(id);
		for (const move of moves) {
			const { step } = attempt;
			attempt = move.startsWith('?')
				? await this.#post(`attempts/${id}/looks`, { look: move.slice(1), step })
				: await this.#post(`attempts/${id}/decisions`, {
						choice: move,
						step,
						rationale: `Parce que ${move}, au pas ${step}.`,
						confidence: 2,
					});
		}
		return attempt;
	}

	async attempt(id: string): Promise<Attempt> {
		return this.#get(`attempts/${id}`);
	}

	async debrief(id: string): Promise<Debrief> {
		return this.#get(`attempts/${id}/debrief`);
	}

	/** Says something before the debrief, so that it opens on its story. */
	async react(id: string, reaction: string): Promise<void> {
		const answer = await this.#request.put(`/api/v1/attempts/${id}/reflection`, {
			data: { reaction },
		});
		expect(answer.ok(), await answer.text()).toBe(true);
	}

	/** Keeps a draft as another device would. */
	async draft(id: string, draft: { step: number; revision: number; rationale: string }) {
		const answer = await this.#request.put(`/api/v1/attempts/${id}/draft`, { data: draft });
		expect(answer.ok(), await answer.text()).toBe(true);
	}

	async #get<T>(path: string): Promise<T> {
		const answer = await this.#request.get(`/api/v1/${path}`);
		expect(answer.ok(), await answer.text()).toBe(true);
		return (await answer.json()) as T;
	}

	async #post<T>(path: string, data: unknown): Promise<T> {
		const answer = await this.#request.post(`/api/v1/${path}`, { data });
		expect(answer.ok(), await answer.text()).toBe(true);
		return (await answer.json()) as T;
	}
}

/** Ways through the case of the client who shouts, whose endings no die decides. */
export const toxique = {
	/** Facts gathered, a hard word, then a meeting of three: repaired. */
	repaired: ['?carnet', '?orga', 'appeler', 'ultimatum', 'hierarchie'],
	/** Silence, surrender, sacrifice: two incidents, two delayed consequences. */
	damaged: ['attendre', 'encaisser', 'ceder'],
};
