import { render, screen } from '@testing-library/svelte';
import { beforeEach, expect, it } from 'vitest';
import { expectAccessible } from '../../vitest/axe';
import type { Account } from '../api/client';
import { language } from './i18n.svelte';
import { me, type Role } from './me.svelte';
import Nav from './Nav.svelte';
import { router } from './router.svelte';
import { sectionsOf } from './sections';

const id = '0198f3a2-6c1e-7a44-9d2b-3f5a7c9e1c01';
const somebody = (role: Role, kind: Account['kind'] = 'person'): Account => ({
	id,
	kind,
	role,
	verified: true,
	hasPassword: true,
	posts: [],
});

beforeEach(() => language.choose('fr'));

it.each<[Role, string[]]>([
	['trainee', ['home', 'account']],
	['manager', ['home', 'cohorts', 'account']],
	['trainer', ['home', 'cohorts', 'cases', 'account']],
	['admin', ['home', 'cohorts', 'cases', 'people', 'account']],
])('a %s may go to %o', (role, sections) => {
	expect(sectionsOf(somebody(role)).map((section) => section.id)).toEqual(sections);
});

it('a guest has no bar, nor has anybody who is not known', () => {
	expect(sectionsOf(somebody('trainee', 'guest'))).toEqual([]);
	expect(sectionsOf(undefined)).toEqual([]);
});

it('the bar marks the section that holds the page', async () => {
	me.is(somebody('trainer'));
	router.visit(`/cohorts/${id}`);
	const { container } = render(Nav);
	expect(screen.getByRole('link', { name: 'Promotions' })).toHaveAttribute('aria-current', 'page');
	expect(screen.getByRole('link', { name: 'Jouer' })).not.toHaveAttribute('aria-current');
	await expectAccessible(container);
	me.left();
});
