import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Patience } from './patience';
import { Wait } from './wait';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

it('acts once, and is not put off by being asked again', () => {
	const act = vi.fn();
	const wait = new Wait(300, act);
	wait.soon();
	vi.advanceTimersByTime(200);
	wait.soon();
	expect(wait.pending).toBe(true);
	vi.advanceTimersByTime(100);
	expect(act).toHaveBeenCalledTimes(1);
	expect(wait.pending).toBe(false);
});

it('forgets what is cancelled', () => {
	const act = vi.fn();
	const wait = new Wait(300, act);
	wait.soon();
	wait.cancel();
	vi.advanceTimersByTime(400);
	expect(act).not.toHaveBeenCalled();
});

it('tries again less and less often, and at once when the network is back', () => {
	const retry = vi.fn(async () => undefined);
	const patience = new Patience(retry);
	patience.wait();
	vi.advanceTimersByTime(1500);
	expect(retry).toHaveBeenCalledTimes(1);
	patience.wait();
	vi.advanceTimersByTime(1500);
	expect(retry).toHaveBeenCalledTimes(1);
	dispatchEvent(new Event('online'));
	expect(retry).toHaveBeenCalledTimes(2);
	patience.rest();
	dispatchEvent(new Event('online'));
	expect(retry).toHaveBeenCalledTimes(2);
	patience.close();
});
