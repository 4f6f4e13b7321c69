import { expect, request, type APIRequestContext, type BrowserContext } from '@playwright/test';
import type { components } from '../../src/api/schema';
import type { Server } from './server';
import { alone } from './test';

type Schemas = components['schemas'];
const password = 'quatre mots sans rapport';

/** Somebody with an account, past the page. */
export class Somebody {
	constructor(
		readonly name: string,
		readonly request: APIRequestContext,
	) {}

	async ask<T>(method: 'get' | 'post' | 'put', path: string, data?: unknown): Promise<T> {
		const answer = await this.request[method](`/api/v1/${path}`, { data });
		const text = await answer.text();
		expect(answer.ok(), `${path}: ${text}`).toBe(true);
		return (text === '' ? undefined : JSON.parse(text)) as T;
	}

	/** Gives a browser this person's login. */
	async sitDown(context: BrowserContext): Promise<void> {
		await context.clearCookies();
		await context.addCookies((await this.request.storageState()).cookies);
	}
}

/** A cohort with its trainer, its manager, and one case assigned, on a server of its own. */
export class Classroom {
	readonly #server: Server;
	readonly #opened: APIRequestContext[] = [];
	trainer!: Somebody;
	manager!: Somebody;
	/** Who trains others, and has nothing to see here. */
	stranger!: Somebody;
	cohort = '';
	#assignment = '';

	constructor(server: Server) {
		this.#server = server;
	}

	async open(): Promise<void> {
		const admin = await this.#comeIn('Ada Leclerc', await this.#server.setup(), 'ada@example.org');
		const staff = async (name: string, email: string, role: Schemas['Role']) => {
			const body = { name, email, role, lang: 'fr' };
			const { path = '' } = await admin.ask<Schemas['InvitedPerson']>('post', 'accounts', body);
			return this.#comeIn(name, path);
		};
		this.trainer = await staff('Théo Formateur', 'theo@example.org', 'trainer');
		this.manager = await staff('Mona Responsable', 'mona@example.org', 'manager');
		this.stranger = await staff('Sacha Ailleurs', 'sacha@example.org', 'trainer');
		const { id } = await this.trainer.ask<Schemas['Cohort']>('post', 'cohorts', {
			name: 'Printemps',
		});
		this.cohort = id;
		await this.trainer.ask('put', `cohorts/${id}/posts`, {
			email: 'mona@example.org',
			post: 'manager',
		});
		const given = await this.trainer.ask<Schemas['Assignment']>(
			'post',
			`cohorts/${id}/assignments`,
			{
				scenario: 'client-toxique',
				version: await this.#newest('client-toxique'),
				opensAt: new Date(Date.now() - 60_000).toISOString(),
				attempts: 0,
				langs: [],
				learning: false,
			},
		);
		this.#assignment = given.id;
	}

	/** Enrols somebody, who reads the notice. */
	async enrol(name: string): Promise<Somebody> {
		const email = `${name.replaceAll(/\W/g, '').toLowerCase()}@example.org`;
		const body = { name, email, lang: 'fr' };
		const { link } = await this.trainer.ask<Schemas['Enrolled']>(
			'post',
			`cohorts/${this.cohort}/members`,
			body,
		);
		const trainee = await this.#comeIn(name, link?.path ?? '');
		const notice = `cohorts/${this.cohort}/notice`;
		const { version } = await trainee.ask<Schemas['Notice']>('get', notice);
		await trainee.ask('post', notice, { version });
		return trainee;
	}

	/** Plays the case that is assigned, with a reason for each choice. */
	async play(trainee: Somebody, choices: string[], confidence = 3): Promise<string> {
		const begun = { assignment: this.#assignment, lang: 'fr', timing: 'off' };
		const { id } = await trainee.ask<Schemas['Attempt']>('post', 'attempts', begun);
		for (const [step, choice] of choices.entries()) {
			const rationale = `Parce que ${choice}, dit ${trainee.name}.`;
			const made = { choice, step, rationale, confidence };
			await trainee.ask('post', `attempts/${id}/decisions`, made);
		}
		return id;
	}

	async close(): Promise<void> {
		for (const one of this.#opened) await one.dispose();
	}

	async #newest(scenario: string): Promise<number> {
		const { scenarios } = await this.trainer.ask<{ scenarios: Schemas['ScenarioSummary'][] }>(
			'get',
			'scenarios?lang=fr',
		);
		return scenarios.find(({ id }) => id === scenario)?.version ?? 1;
	}

	async #comeIn(name: string, path: string, email?: string): Promise<Somebody> {
		const opened = await request.newContext({ baseURL: this.#server.url });
		this.#opened.push(opened);
		const somebody = new Somebody(name, opened);
		const token = path.split('/').at(-1);
		await somebody.ask('post', 'links/uses', { token, password, ...(email && { name, email }) });
		return somebody;
	}
}

/** A test in a classroom of its own. */
export const inClassroom = alone.extend<{ room: Classroom }>({
	room: async ({ server }, use) => {
		const room = new Classroom(server);
		await room.open();
		await use(room);
		await room.close();
	},
});
