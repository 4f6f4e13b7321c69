import { cleanup, render, screen } from '@testing-library/svelte';
import { afterEach, expect, it, vi } from 'vitest';
import { expectAccessible } from '../../vitest/axe';
import { language } from '../parts/i18n.svelte';
import { serve } from '../test/server';
import Login from './Login.svelte';
import { refusals } from './refusals.words';

afterEach(() => {
	cleanup();
	vi.unstubAllGlobals();
	history.replaceState(null, '', '/');
});

const codes = Object.keys(refusals);

function said(code: string, lang: 'fr' | 'en'): string {
	language.choose(lang);
	serve(() => ({ mail: false, oidc: 'Connexion de la maison' }));
	history.replaceState(null, '', `/login?refused=${code}`);
	render(Login);
	const text = screen.getByRole('alert').textContent;
	cleanup();
	return text;
}

it('says in words of their own why their organisation’s login let somebody not in', () => {
	expect(codes).toContain('last_admin');
	for (const lang of ['fr', 'en'] as const) {
		const all = codes.map((code) => said(code, lang));
		expect(new Set(all).size).toBe(codes.length);
		const generic = said('oidc_failed', lang);
		for (const code of ['nobody_knows', 'title', 'toString', '__proto__', 'oidc'])
			expect(said(code, lang)).toBe(generic);
	}
});

it('tells the last admin what to do', async () => {
	expect(said('last_admin', 'en')).toMatch(/you are the last admin here.*put back.*password/);
	language.choose('fr');
	serve(() => ({ mail: false, oidc: 'Connexion de la maison' }));
	history.replaceState(null, '', '/login?refused=last_admin');
	const { container } = render(Login);
	expect(screen.getByRole('alert')).toHaveTextContent(/groupes.*dernier ici.*mot de passe/);
	expect(await screen.findByRole('link', { name: 'Connexion de la maison' })).toBeVisible();
	await expectAccessible(container);
});
