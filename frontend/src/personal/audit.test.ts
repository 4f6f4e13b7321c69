import { cleanup, render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { expectAccessible } from '../../vitest/axe';
import type { AuditEntry } from '../api/personal';
import { language } from '../parts/i18n.svelte';
import { router } from '../parts/router.svelte';
import { serve } from '../test/server';
import Audit from './Audit.svelte';
import { actionOf, actions } from './actions.words';
import { called, detailOf, details } from './details.words';

beforeEach(() => language.choose('fr'));
afterEach(() => {
	cleanup();
	vi.unstubAllGlobals();
});

const id = '019c0000-1111-7222-8333-444455556666';

it('has words of its own for each action, in both languages', () => {
	const codes = Object.keys(actions);
	for (const lang of ['fr', 'en'] as const) {
		language.choose(lang);
		const said = codes.map(actionOf);
		expect(new Set(said).size).toBe(codes.length);
		for (const text of said) expect(text).toMatch(/^[^._]+$/);
	}
	expect(actionOf('cohort.of_a_later_server')).toBe('cohort.of_a_later_server');
});

it('shows no id, no digest and no English code for a detail', () => {
	const values = [id, '0', '1', '1e+06', 'client/3', 'import', 'trainer', 'reset', 'a1'.repeat(32)];
	for (const name of Object.keys(details))
		for (const value of values) {
			const said = detailOf(name, value);
			expect(said).not.toContain('undefined');
			if (/account|cohort|guest|invitation/.test(name))
				expect(detailOf(name, id)).not.toContain(id);
			if (/backup|content/.test(name)) expect(said.length).toBeLessThan(40);
			if (/way|from|to|post|by/.test(name)) expect(said).not.toMatch(/import|trainer/);
		}
	expect(detailOf('people', '1e+06')).toMatch(/^1.000.000.personnes$/);
	expect(detailOf('later', 'x')).toBe('later x');
});

it.each([
	['account', id, 'personne effacée'],
	['cohort', id, 'promotion disparue'],
	['attempt', id, 'partie effacée'],
	['assignment', id, ''],
	['draft', id, ''],
	['schema', '15', 'version 15 de la base'],
	['case', 'passation', 'cas passation'],
	['passation', '3', 'cas passation, version 3'],
	['program', undefined, 'Casebook'],
	['', undefined, ''],
])('says of %s/%s without a name: %s', (kind, of, text) => {
	expect(called({ kind, id: of })).toBe(text);
	expect(called({ kind, id: of, name: 'Léa' })).toBe('Léa');
});

it('tells an admin what was done in words', async () => {
	const entry = (seq: number, more: Partial<AuditEntry>): AuditEntry => ({
		seq,
		at: '2026-03-02T22:47:00Z',
		action: 'account.role_changed',
		actor: { kind: 'account', id, name: 'Rosa' },
		subject: { kind: 'account', id: id.replace('019c', '019d'), name: 'Tom' },
		details: [],
		...more,
	});
	serve(() => ({
		entries: [
			entry(3, {
				details: [
					{ name: 'from', value: 'trainee' },
					{ name: 'to', value: 'trainer' },
				],
			}),
			entry(2, {
				action: 'cohort.enrolled',
				subject: { kind: 'cohort', id: id.replace('019c', '019e'), gone: true },
				details: [
					{ name: 'people', value: '24' },
					{ name: 'way', value: 'import' },
				],
			}),
			entry(1, {
				action: 'account.joined',
				subject: { kind: 'account', id, name: 'Rosa' },
				details: [
					{ name: 'attempts', value: '1' },
					{ name: 'guest', value: id },
				],
			}),
		],
	}));
	const { container } = render(Audit);
	expect(await screen.findByText('était stagiaire')).toBeVisible();
	expect(screen.getByText('devient formateur')).toBeVisible();
	expect(screen.getByText('promotion disparue')).toBeVisible();
	expect(screen.getByText('par une liste')).toBeVisible();
	expect(container).not.toHaveTextContent(id);
	expect(screen.getAllByText('Rosa')).toHaveLength(3); // once in each entry, though she did the last to herself
	expect(screen.getAllByText('Tom')).toHaveLength(1);
	language.choose('en');
	expect(await screen.findByText('by a list')).toBeVisible();
	expect(screen.getByText('now trainer')).toBeVisible();
	await expectAccessible(container);
});

it('leads from a name to what else is theirs in the trail, and back to all of it', async () => {
	const cohort = id.replace('019c', '019d');
	router.visit(`/people/audit?actor=${id}`);
	serve(() => ({
		entries: [
			{
				seq: 7,
				at: '2026-11-22T03:04:00Z',
				action: 'cohort.exported',
				actor: { kind: 'account', id, name: 'Théo' },
				subject: { kind: 'cohort', id: cohort, name: 'Printemps' },
				details: [{ name: 'format', value: 'pdf' }],
			},
		],
	}));
	const { container } = render(Audit);
	expect(await screen.findByRole('link', { name: 'Printemps' })).toHaveAttribute(
		'href',
		`/people/audit?subject=${cohort}`,
	);
	expect(screen.getByText('Seulement ce qu’a fait Théo')).toBeVisible();
	await expectAccessible(container);
	await userEvent.click(screen.getByRole('button', { name: 'Tout montrer' }));
	expect(location.search).toBe('');
	expect(screen.queryByText('Seulement ce qu’a fait Théo')).not.toBeInTheDocument();
});
