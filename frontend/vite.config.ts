import { svelte } from '@sveltejs/vite-plugin-svelte';
import { svelteTesting } from '@testing-library/svelte/vite';
import { VitePWA } from 'vite-plugin-pwa';
import { defineConfig } from 'vitest/config';

const everyPage =
	/src\/(api\/client|routes|play\/kept|parts\/(ShellBar|Icon|icons|Brand|Notice|Pills|Html|desk|i18n|router|person|release|settings(?!\.words)|typography|words)\b)/;

export default defineConfig({
	base: '/',
	plugins: [
		svelte(),
		svelteTesting(),
		VitePWA({
			registerType: 'prompt',
			includeManifestIcons: false, // globPatterns takes them
			injectRegister: false, // main.ts registers: the page's policy forbids inline scripts
			manifest: {
				name: 'Casebook',
				short_name: 'Casebook',
				description: 'Rehearse the hard moments of a client relationship.',
				start_url: '/',
				display: 'standalone',
				background_color: '#f6f8f8',
				theme_color: '#f6f8f8',
				icons: [
					{ src: '/icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
					{ src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
					{ src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
					{ src: '/icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
				],
			},
			workbox: {
				globPatterns: ['**/*.{html,js,css,svg,png,woff2}'],
				navigateFallback: '/index.html',
				navigateFallbackDenylist: [/^\/api\//, /^\/healthz$/, /^\/readyz$/],
				cleanupOutdatedCaches: true,
				sourcemap: false,
			},
		}),
	],
	build: {
		target: 'es2022',
		sourcemap: false,
		manifest: true, // scripts/size.js reads it
		assetsInlineLimit: 0, // the page's policy forbids data: addresses
		modulePreload: {
			// A page's styles come with it, and where its list is in pages.ts, its other parts. The player's name theirs
			// themselves, once they are here: lists would weigh on whoever never goes to most pages.
			resolveDependencies: (_, parts, { hostId, hostType }) =>
				hostType === 'html' || hostId.includes('pages')
					? parts
					: parts.filter((part) => part.endsWith('.css')),
		},
		rolldownOptions: {
			output: {
				codeSplitting: {
					// What every page is made of comes in one file: in many small ones it weighs more.
					groups: [{ name: 'base', test: everyPage }],
				},
			},
		},
	},
	server: {
		host: '127.0.0.1',
		fs: { allow: ['..'] }, // tests read the contract
		proxy: { '/api': 'http://127.0.0.1:8080' },
	},
	test: {
		environment: 'happy-dom',
		include: ['src/**/*.test.ts', 'scripts/**/*.test.js'],
		setupFiles: ['vitest/setup.ts'],
		restoreMocks: true,
		testTimeout: 20_000, // a busy machine is slow, not wrong
	},
});
