// Sums up the runners' reports: node sum.mjs FOLDER FAILED_PARTS. A failed part whose tests did not fail counts as one.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const [folder, failedParts] = [process.argv[2], Number(process.argv[3])];

const readers = {
	'go.json': (r) => [r.passed, r.failed],
	'vitest.json': (r) => [r.numPassedTests, r.numFailedTests],
	'playwright.json': (r) => [r.stats.expected + r.stats.flaky, r.stats.unexpected],
};

let passed = 0;
let failed = 0;
let partsWithFailures = 0;
for (const [file, read] of Object.entries(readers)) {
	if (!existsSync(join(folder, file))) continue;
	const [ok, bad] = read(JSON.parse(readFileSync(join(folder, file), 'utf8')));
	passed += ok;
	failed += bad;
	if (bad > 0) partsWithFailures++;
}
failed += Math.max(0, failedParts - partsWithFailures);

console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failedParts > 0 || failed > 0 ? 1 : 0;
