import { cleanup, render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { expectAccessible } from '../../vitest/axe';
import { keep as keepWritten, recall } from '../debrief/keepsake';
import { language } from '../parts/i18n.svelte';
import { person } from '../parts/person';
import { router } from '../parts/router.svelte';
import { find, keep, type KeptDraft, type KeptMove } from '../play/kept';
import { called, id, signal } from '../test/attempts';
import { serve, type Call, type Reply } from '../test/server';
import { forgetAll } from './device';
import { enter } from './entering';
import LogOut from './LogOut.svelte';

const user = userEvent.setup();
const text = 'Des faits, datés';
const draft: KeptDraft = {
	step: 0,
	revision: 0,
	rationale: text,
	read: [],
	unsaved: true,
	by: 'ada',
};
const move: KeptMove = {
	kind: 'decision',
	move: 'appeler',
	step: 0,
	label: 'Lui parler demain',
	key: 'k',
	rationale: text,
	by: 'ada',
};
const savedAt = '2026-03-09T21:05:00Z';

beforeEach(() => {
	language.choose('fr');
	person.here = 'ada';
	vi.spyOn(router, 'visit').mockReturnValue();
});

afterEach(async () => {
	cleanup();
	vi.unstubAllGlobals();
	for (const who of ['ada', 'zoe', '']) await forgetAll(who);
	person.here = '';
});

/** A server where attempts stand at their first decision; `answer` says what else it does. */
const site = (answer: (call: Call) => Reply | undefined = () => undefined) =>
	serve((call) => {
		const told = answer(call);
		if (told !== undefined) return told;
		if (call.path.endsWith('/draft')) return { ...draft, revision: 1, savedAt };
		if (call.path.endsWith('/debrief')) return { title: 'Le client', reflection: {} };
		if (call.path.startsWith('/attempts/') && call.method === 'GET') return signal;
		return call.path.endsWith('/decisions') ? called : {};
	});

async function logOut() {
	const { container } = render(LogOut);
	await user.click(screen.getByRole('button', { name: 'Se déconnecter' }));
	return container;
}

const gone = () => vi.waitFor(() => expect(router.visit).toHaveBeenCalledWith('/login'));
const asked = () => screen.findByRole('dialog', { name: /n’est pas parti/ });
const paths = (calls: Call[]) => calls.map(({ method, path }) => `${method} ${path}`);

describe('logging out', () => {
	it('sends the words that wait, then leaves and forgets them here', async () => {
		await keep('drafts', id, draft);
		const calls = site();
		await logOut();
		await gone();
		const sent = calls.find(({ method }) => method === 'PUT');
		expect(sent).toMatchObject({ path: `/attempts/${id}/draft`, body: { rationale: text } });
		expect(paths(calls).at(-1)).toBe('POST /logouts');
		expect(await find('drafts', id)).toBeUndefined();
		expect(await find('attempts', id)).toBeUndefined();
	});

	it('sends the decision that waits, with its key', async () => {
		await keep('moves', id, move);
		await keep('drafts', id, draft);
		const calls = site();
		await logOut();
		await gone();
		const sent = calls.find(({ path }) => path.endsWith('/decisions'));
		expect(sent).toMatchObject({ key: 'k', body: { choice: 'appeler', rationale: text } });
		expect(await find('moves', id)).toBeUndefined();
	});

	it('sends what was written in a debrief', async () => {
		await keepWritten(id, {
			reflection: { principle: 'Parler d’abord' },
			open: true,
			unsent: true,
			by: 'ada',
		});
		const calls = site();
		await logOut();
		await gone();
		expect(calls.find(({ method }) => method === 'PUT')?.body).toEqual({
			principle: 'Parler d’abord',
		});
		expect(await recall(id)).toBeUndefined();
	});

	it('with nothing that waits asks nothing of the attempts', async () => {
		await keep('drafts', id, { ...draft, unsaved: false });
		const calls = site();
		await logOut();
		await gone();
		expect(paths(calls)).toEqual(['POST /logouts']);
	});

	it('works for a login that has ended by itself', async () => {
		site(({ path }) => (path === '/logouts' ? { problem: 401, code: 'not_signed_in' } : undefined));
		await logOut();
		await gone();
	});
});

describe('what cannot be sent', () => {
	const refused = ({ path }: Call) =>
		path.endsWith('/draft') ? { problem: 422, code: 'too_long', detail: '' } : undefined;

	it('is shown, and staying keeps it', async () => {
		await keep('drafts', id, draft);
		const calls = site(refused);
		const container = await logOut();
		const dialog = await asked();
		expect(dialog).toHaveTextContent('Le serveur n’a pas pris ce qui suit.');
		expect(within(dialog).getByRole('heading', { name: signal.title })).toBeVisible();
		expect(within(dialog).getByText(text)).toBeVisible();
		const link = within(dialog).getByRole('link', { name: /^Le reprendre/ });
		expect(link).toHaveAttribute('href', `/play/${id}`);
		await expectAccessible(container);
		await user.click(within(dialog).getByRole('button', { name: 'Rester' }));
		expect(screen.queryByRole('dialog')).toBeNull();
		expect(paths(calls)).not.toContain('POST /logouts');
		expect(await find('drafts', id)).toMatchObject({ rationale: text, unsaved: true });
	});

	it('is erased for whoever says so, once the server has let them go', async () => {
		await keep('drafts', id, draft);
		site(refused);
		await logOut();
		await user.click(within(await asked()).getByRole('button', { name: /effacer$/ }));
		await gone();
		expect(await find('drafts', id)).toBeUndefined();
	});

	it('stays while the server is away, whatever was chosen; it is sent once it is back', async () => {
		await keep('drafts', id, draft);
		await keep('attempts', id, { attempt: signal, at: Date.now(), by: 'ada' });
		let away = true;
		site(() => (away ? 'silence' : undefined));
		await logOut();
		const dialog = await asked();
		expect(dialog).toHaveTextContent('Le serveur ne répond pas');
		await user.click(within(dialog).getByRole('button', { name: /effacer$/ }));
		expect(await within(dialog).findByRole('alert')).toHaveTextContent('Le serveur ne répond pas');
		expect(router.visit).not.toHaveBeenCalled();
		expect(await find('drafts', id)).toMatchObject({ rationale: text });
		away = false;
		await user.click(within(dialog).getByRole('button', { name: 'Réessayer' }));
		await gone();
	});

	it('may be a decision of a moment that has passed', async () => {
		await keep('moves', id, move);
		site(({ path }) =>
			path.endsWith('/decisions') ? { problem: 409, code: 'stale_step', detail: '' } : undefined,
		);
		await logOut();
		const dialog = await asked();
		expect(dialog).toHaveTextContent('Votre décision : Lui parler demain');
		expect(within(dialog).getByText(text)).toBeVisible();
	});

	it('may be a commitment that was never saved: the rest is sent, it is asked about', async () => {
		const commitment = { when: 'il crie', then: 'je nomme' };
		await keepWritten(id, {
			reflection: { reaction: 'Sonné', commitment },
			open: true,
			unsent: true,
			by: 'ada',
		});
		const calls = site();
		await logOut();
		expect(await asked()).toHaveTextContent('Un engagement que vous n’avez pas enregistré');
		expect(calls.find(({ method }) => method === 'PUT')?.body).toEqual({ reaction: 'Sonné' });
		expect((await recall(id))?.reflection.commitment).toEqual(commitment);
	});
});

describe('somebody else at this browser', () => {
	it('neither sends, nor is asked about, nor forgets what another has written', async () => {
		await keep('drafts', id, draft);
		await keepWritten(id, {
			reflection: { reaction: 'À moi' },
			open: true,
			unsent: true,
			by: 'ada',
		});
		person.here = 'zoe';
		const calls = site();
		await logOut();
		await gone();
		expect(paths(calls)).toEqual(['POST /logouts']);
		expect(await find('drafts', id)).toMatchObject({ rationale: text, by: 'ada' });
		expect(await recall(id)).toMatchObject({ by: 'ada' });
	});

	it('who comes in leaves it for them, and loses what was only seen', async () => {
		person.here = '';
		await keep('drafts', id, draft);
		await keep('attempts', id, { attempt: signal, at: 0, by: 'ada' });
		await keep('lists', 'attempts.ada', []);
		site();
		await enter(() => Promise.resolve({ id: 'zoe' } as never), '/account');
		expect(router.visit).toHaveBeenCalledWith('/account');
		expect(await find('drafts', id)).toMatchObject({ rationale: text });
		expect(await find('attempts', id)).toBeUndefined();
		expect(await find('lists', 'attempts.ada')).toBeUndefined();
	});

	it('comes in only after the words of whoever was here have been sent', async () => {
		await keep('drafts', id, draft);
		const calls = site();
		const comeIn = vi.fn(() => {
			expect(paths(calls)).toContain(`PUT /attempts/${id}/draft`);
			return Promise.resolve({ id: 'zoe' } as never);
		});
		await enter(comeIn, '/');
		expect(comeIn).toHaveBeenCalledOnce();
	});
});
