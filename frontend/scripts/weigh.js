/** The easy-read font is fetched only by those who choose it. */
const onRequest = /Atkinson/;

/**
 * Follows static imports from the page's entry and from the lazy chunks whose source lies in a folder.
 * @param {import('vite').Manifest} manifest
 * @param {string} folder
 */
export function reachable(manifest, folder) {
	const roots = Object.keys(manifest).filter(
		(key) => manifest[key]?.isEntry || (manifest[key]?.isDynamicEntry && key.startsWith(folder)),
	);
	const seen = new Set(roots);
	for (const key of seen) manifest[key]?.imports?.forEach((next) => seen.add(next));
	const chunks = [...seen].flatMap((key) => manifest[key] ?? []);
	return {
		roots,
		js: unique(chunks.map((chunk) => chunk.file)).filter((file) => file.endsWith('.js')),
		css: unique(chunks.flatMap((chunk) => chunk.css ?? [])),
	};
}

/**
 * The font files that a page in French or English fetches: the faces which cover basic Latin.
 * @param {string[]} sheets
 */
export function eagerFonts(sheets) {
	const faces = sheets.flatMap((sheet) => sheet.match(/@font-face\s*{[^}]*}/g) ?? []);
	const files = faces
		.filter((face) => !onRequest.test(face) && coversBasicLatin(face))
		.flatMap((face) => /url\(["']?\/?([^"')]+\.woff2)/.exec(face)?.[1] ?? []);
	return unique(files);
}

/** @param {string} face */
function coversBasicLatin(face) {
	const range = /unicode-range:\s*([^;}]+)/i.exec(face)?.[1];
	return !range || /U\+0{0,4}(-|\?\?)/i.test(range);
}

/** @param {string[]} files */
function unique(files) {
	return [...new Set(files)];
}
