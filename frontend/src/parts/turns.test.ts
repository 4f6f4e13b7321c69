import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { person, signedIn } from './person';
import { tellTabs, watch } from './turns';

const sign = (who: string) => (document.cookie = `casebook_signed_in=${who}; path=/`);
const other = new BroadcastChannel('casebook.person');
const reload = vi.fn();

beforeEach(() => {
	vi.stubGlobal('location', { ...location, reload });
	reload.mockReset();
	watch();
	sign('ada');
	person.here = signedIn();
});

afterEach(() => {
	document.cookie = 'casebook_signed_in=; max-age=0; path=/';
	vi.unstubAllGlobals();
	person.here = '';
});

it('tells who is signed in', () => {
	expect(signedIn()).toBe('ada');
	document.cookie = 'casebook_signed_in=; max-age=0; path=/';
	expect(signedIn()).toBe('');
});

it('leaves a page that another person comes back to', () => {
	dispatchEvent(new Event('focus'));
	expect(reload).not.toHaveBeenCalled();
	sign('zoe');
	dispatchEvent(new Event('focus'));
	expect(reload).toHaveBeenCalled();
});

it('leaves no page because a login has expired', () => {
	document.cookie = 'casebook_signed_in=; max-age=0; path=/';
	dispatchEvent(new Event('focus'));
	expect(reload).not.toHaveBeenCalled();
});

it('leaves the pages of whoever logs out in another tab, and nobody else’s', async () => {
	const heard: unknown[] = [];
	other.onmessage = ({ data }) => heard.push(data);
	tellTabs('ada');
	await vi.waitFor(() => expect(heard).toEqual(['ada']));
	other.postMessage('ada');
	other.postMessage('');
	await vi.waitFor(() => expect(reload).toHaveBeenCalledOnce());
	person.here = '';
	other.postMessage('zoe');
	await new Promise((resolve) => setTimeout(resolve, 50));
	expect(reload).toHaveBeenCalledOnce();
});
