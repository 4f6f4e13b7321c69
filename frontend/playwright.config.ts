import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { binary, shouted, workshop } from './e2e/parts/server';

// Workers read this file again and must find the same server and the same database.
const port = (process.env.CASEBOOK_E2E_PORT ??= '4180');
const folder = (process.env.CASEBOOK_E2E_FOLDER ??= temporaryFolder());
const baseURL = `http://127.0.0.1:${port}`;

export default defineConfig({
	testDir: 'e2e',
	fullyParallel: true,
	forbidOnly: true,
	workers: 2,
	timeout: 60_000,
	expect: { timeout: 10_000 },
	reporter: [['list']],
	use: {
		baseURL,
		locale: 'fr-FR',
		timezoneId: 'Europe/Paris',
		contextOptions: { reducedMotion: 'reduce' },
		trace: 'retain-on-failure',
		launchOptions: {
			executablePath: process.env.CASEBOOK_CHROMIUM ?? '/usr/bin/chromium-headless-shell',
			args: [
				'--no-sandbox',
				'--disable-gpu',
				'--disable-quic',
				'--no-first-run',
				'--disable-background-networking',
				'--disable-component-update',
				'--disable-sync',
			],
		},
	},
	webServer: {
		command: `${binary} serve --addr 127.0.0.1:${port} --database ${join(folder, 'casebook.db')} --scenarios ${shouted} --scenarios ${workshop}`,
		url: `${baseURL}/readyz`,
		reuseExistingServer: false,
		gracefulShutdown: { signal: 'SIGTERM', timeout: 5_000 },
	},
});

/** A folder that goes away with the process that made it. */
function temporaryFolder(): string {
	const made = mkdtempSync(join(tmpdir(), 'casebook-e2e-'));
	process.on('exit', () => rmSync(made, { recursive: true, force: true }));
	return made;
}
