import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import svelte from 'eslint-plugin-svelte';
import { defineConfig, globalIgnores } from 'eslint/config';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

export default defineConfig(
	globalIgnores(['dist/', 'src/api/schema.ts', 'playwright-report/', 'test-results/']),
	js.configs.recommended,
	ts.configs.strict,
	svelte.configs.recommended,
	prettier,
	svelte.configs.prettier,
	{
		languageOptions: { globals: globals.browser },
		linterOptions: { reportUnusedDisableDirectives: 'error' },
		rules: {
			'no-undef': 'off', // TypeScript knows better
			eqeqeq: 'error',
			'no-console': 'error',
			'no-restricted-imports': [
				'error',
				{
					paths: [
						{ name: '@lucide/svelte', message: 'Import one icon: @lucide/svelte/icons/<name>.' },
					],
				},
			],
			'no-restricted-syntax': [
				'error',
				{
					selector: 'ExportAllDeclaration',
					message: 'No barrels: import from the file itself.',
				},
				{
					selector: 'SvelteAttribute[key.name="style"]',
					message: "The page's policy blocks style attributes: use a class or a style: directive.",
				},
			],
		},
	},
	{
		files: ['**/*.ts', '**/*.svelte'],
		languageOptions: {
			parserOptions: {
				projectService: true,
				tsconfigRootDir: import.meta.dirname,
				extraFileExtensions: ['.svelte'],
			},
		},
		rules: {
			'@typescript-eslint/no-floating-promises': 'error',
			'@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
			'@typescript-eslint/switch-exhaustiveness-check': [
				'error',
				{ considerDefaultExhaustiveForUnions: true },
			],
		},
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } },
	},
	{
		files: ['src/**'],
		ignores: ['src/api/**', 'src/**/*.test.ts'],
		rules: {
			'no-restricted-globals': [
				'error',
				{ name: 'fetch', message: 'Only src/api/client.ts speaks to the server.' },
			],
		},
	},
	{
		files: ['*.config.ts', '*.config.js', 'scripts/**', 'e2e/**'],
		languageOptions: { globals: globals.node },
		rules: { 'no-console': 'off' },
	},
);
