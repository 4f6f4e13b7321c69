import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** The program under test. */
export const binary = process.env.CASEBOOK_BINARY ?? '../bin/casebook';

/** The case that uses the whole format: all kinds of exhibit, shown gauges, truths, a discussion. */
export const workshop = '../internal/scenario/testdata/workshop';

/** The case of the client who shouts, as these tests play it: it stands in for the one that ships under its id. */
export const shouted = '../internal/scenario/testdata/client-toxique';

/** A server of a test's own, with a database file of its own: to be stopped in the middle, and started again. */
export class Server {
	url = '';
	readonly #folder = mkdtempSync(join(tmpdir(), 'casebook-e2e-'));
	readonly #scenarios: string[];
	#process: ChildProcessWithoutNullStreams | undefined;

	/** @param scenarios folders of cases to publish beside those that ship, in place of one under the same id */
	constructor(scenarios: string[]) {
		this.#scenarios = scenarios;
	}

	/** Starts, on a free port the first time and on the same one afterwards; answers once the page can be opened. */
	async start(): Promise<void> {
		const address = this.url ? new URL(this.url).host : '127.0.0.1:0';
		const args = ['serve', '--addr', address, '--database', join(this.#folder, 'casebook.db')];
		for (const folder of this.#scenarios) args.push('--scenarios', folder);
		const started = spawn(binary, args, { env: { ...process.env, CASEBOOK_LANG: 'en' } });
		this.#process = started;
		let said = '';
		started.stderr.on('data', (part: Buffer) => (said += part.toString()));
		for await (const line of createInterface({ input: started.stdout })) {
			const url = /http:\/\/\S+(?=\/)/.exec(line)?.[0];
			if (url === undefined) continue;
			this.url = url;
			return;
		}
		throw new Error(`The server did not start.\n${said}`);
	}

	/** SIGTERM lets it finish what it does; SIGKILL does not. */
	async stop(signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
		const running = this.#process;
		this.#process = undefined;
		if (!running || running.exitCode !== null || running.signalCode !== null) return;
		const ended = once(running, 'exit');
		running.kill(signal);
		await ended;
	}

	async remove(): Promise<void> {
		await this.stop('SIGKILL');
		rmSync(this.#folder, { recursive: true, force: true });
	}
}
