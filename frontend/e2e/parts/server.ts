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
	#printed: string[] = [];
	#process: ChildProcessWithoutNullStreams | undefined;

	/** @param scenarios folders of cases to publish beside those that ship, in place of one under the same id */
	constructor(scenarios: string[]) {
		this.#scenarios = scenarios;
	}

	/** Starts, on a free port the first time and on the same one afterwards; answers once the page can be opened. */
	async start(more: string[] = [], env: Record<string, string> = {}): Promise<void> {
		const address = this.url ? new URL(this.url).host : '127.0.0.1:0';
		const args = ['serve', '--addr', address, '--database', this.database, ...more];
		for (const folder of this.#scenarios) args.push('--scenarios', folder);
		const started = spawn(binary, args, { env: { ...process.env, CASEBOOK_LANG: 'en', ...env } });
		this.#process = started;
		let said = '';
		started.stderr.on('data', (part: Buffer) => (said += part.toString()));
		this.#printed = [];
		await new Promise<void>((resolve, reject) => {
			createInterface({ input: started.stdout })
				.on('line', (line) => {
					this.#printed.push(line);
					this.url ||= /http:\/\/\S+(?=\/)/.exec(line)?.[0] ?? '';
					if (this.url) resolve();
				})
				.on('close', () => reject(new Error(`The server did not start.\n${said}`)));
		});
	}

	/** The file of its database. */
	get database(): string {
		return join(this.#folder, 'casebook.db');
	}

	/** The address by which the first admin comes in, as it was printed. */
	async setup(): Promise<string> {
		for (let tries = 0; tries < 100; tries++) {
			const found = /\/setup\/\S+/.exec(this.#printed.join('\n'));
			if (found) return found[0];
			await new Promise((resolve) => setTimeout(resolve, 50));
		}
		throw new Error(`No set-up link was printed:\n${this.#printed.join('\n')}`);
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
