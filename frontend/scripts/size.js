// Weighs what a trainee downloads before playing: the entry, the player's page, and all they import statically.
// Run it after a build; it fails over budget.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { eagerFonts, reachable } from './weigh.js';

const dist = new URL('../dist/', import.meta.url);
const budgets = { JavaScript: 45_000, CSS: 10_000, fonts: 130_000 };

/** @param {string} file */
const read = (file) => readFileSync(new URL(file, dist));
/** @param {string} file */
const gzipped = (file) => gzipSync(read(file), { level: 9 }).length;

/** @type {import('vite').Manifest} */
const manifest = JSON.parse(read('.vite/manifest.json').toString());
const { roots, js, css } = reachable(manifest, 'src/play/Player.svelte');
const fonts = eagerFonts(css.map((file) => read(file).toString()));

console.log(`Eager in the player (${roots.join(', ')}):`);
let fits = true;
fits = report('JavaScript', js, gzipped) && fits;
fits = report('CSS', css, gzipped) && fits;
fits = report('fonts', fonts, (file) => read(file).length) && fits;
process.exitCode = fits ? 0 : 1;

/**
 * @param {keyof typeof budgets} kind
 * @param {string[]} files
 * @param {(file: string) => number} weigh
 */
function report(kind, files, weigh) {
	const total = files.reduce((sum, file) => sum + weigh(file), 0);
	const verdict = total <= budgets[kind] ? 'fits' : 'TOO HEAVY';
	const kB = (/** @type {number} */ bytes) => (bytes / 1000).toFixed(1);
	console.log(
		`  ${kind}: ${kB(total)} of ${kB(budgets[kind])} kB, ${files.length} files, ${verdict}`,
	);
	return total <= budgets[kind];
}
