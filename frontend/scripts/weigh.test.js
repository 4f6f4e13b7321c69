import { describe, expect, it } from 'vitest';
import { eagerFonts, reachable } from './weigh.js';

describe('reachable', () => {
	const manifest = {
		'index.html': { file: 'main.js', isEntry: true, imports: ['_shared'], css: ['main.css'] },
		_shared: { file: 'shared.js' },
		'src/play/Play.svelte': {
			file: 'play.js',
			isDynamicEntry: true,
			imports: ['_shared', '_card'],
		},
		_card: {
			file: 'card.js',
			css: ['card.css', 'main.css'],
			dynamicImports: ['src/parts/Chart.svelte'],
		},
		'src/parts/Chart.svelte': { file: 'chart.js', isDynamicEntry: true },
		'src/studio/Studio.svelte': { file: 'studio.js', isDynamicEntry: true },
	};

	it('takes the entry, the player and what they import, each once', () => {
		const { js, css } = reachable(manifest, 'src/play/');
		expect(js).toEqual(['main.js', 'play.js', 'shared.js', 'card.js']);
		expect(css).toEqual(['main.css', 'card.css']);
	});
});

describe('eagerFonts', () => {
	it('takes the Latin faces only', () => {
		const sheet = `
			@font-face{font-family:A;src:url(/assets/a.woff2)format("woff2");unicode-range:U+0000-00FF,U+0131}
			@font-face{font-family:A;src:url(/assets/a-ext.woff2);unicode-range:U+0100-02BA}
			@font-face{font-family:B;src:url("/assets/b.woff2");unicode-range:U+??,U+131}
			@font-face{font-family:C;src:url(/assets/c.woff2)}
			@font-face{font-family:Atkinson Hyperlegible Next Variable;src:url(/assets/d.woff2);unicode-range:U+0000-00FF}`;
		expect(eagerFonts([sheet])).toEqual(['assets/a.woff2', 'assets/b.woff2', 'assets/c.woff2']);
	});
});
