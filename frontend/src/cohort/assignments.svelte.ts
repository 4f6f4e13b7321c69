import { listScenarios, Problem, type ScenarioSummary } from '../api/client';
import {
	assign,
	changeAssignment,
	getCohort,
	listAssignments,
	withdrawAssignment,
	type Assignment,
	type Cohort,
	type Window,
} from '../api/cohorts';
import { Fresh } from '../parts/fresh.svelte';
import type { Lang } from '../parts/i18n.svelte';
import { Acting } from './acting.svelte';

/** What a cohort is assigned. */
export class Assignments {
	readonly id: string;
	readonly cohort: Fresh<Cohort>;
	readonly list: Fresh<Assignment[]>;
	readonly acting = new Acting();
	/** The cases that can be assigned, once they are asked for. */
	cases = $state.raw<ScenarioSummary[]>();
	/** What somebody else has kept meanwhile, of the assignment that was being changed. */
	rival = $state.raw<Assignment>();
	readonly #lang: Lang;

	constructor(id: string, lang: Lang) {
		this.id = id;
		this.#lang = lang;
		this.cohort = new Fresh(() => getCohort(id));
		this.list = new Fresh(() => listAssignments(id, lang));
	}

	keep(): () => void {
		void this.cohort.read();
		return this.list.keep();
	}

	async offer(): Promise<void> {
		await this.acting.run(async () => {
			this.cases = await listScenarios(this.#lang);
		});
	}

	async add({ id: scenario, version }: ScenarioSummary, window: Window): Promise<boolean> {
		return this.acting.run(async () => {
			await assign(this.id, { scenario, version, ...window });
			await this.list.read();
		});
	}

	/** Changes an assignment as it was seen; over a change made since, what is kept now is shown instead. */
	async change(seen: Assignment, window: Window): Promise<boolean> {
		this.rival = undefined;
		return this.acting.run(async () => {
			try {
				await changeAssignment(seen, { ...window, revision: seen.revision });
			} catch (err) {
				if (err instanceof Problem) this.rival = err.body.assignment;
				throw err;
			}
			await this.list.read();
		});
	}

	async withdraw(assignment: Assignment): Promise<void> {
		await this.acting.run(async () => {
			await withdrawAssignment(assignment);
			await this.list.read();
		});
	}
}
