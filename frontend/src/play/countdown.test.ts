import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Countdown, worthSaying } from './countdown.svelte';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('a countdown', () => {
	it('tells what is left, then that time is up, once', () => {
		const onzero = vi.fn();
		const countdown = new Countdown(onzero);
		countdown.follow({ seconds: 90, running: true, remainingMs: 90_000 });
		vi.advanceTimersByTime(30_000);
		expect(countdown.left).toBe(60);
		vi.advanceTimersByTime(61_000);
		expect(countdown.left).toBe(0);
		expect(onzero).toHaveBeenCalledTimes(1);
	});

	it('does not run before it is started', () => {
		const countdown = new Countdown(() => undefined);
		countdown.follow({ seconds: 90, running: false });
		expect(countdown.left).toBeUndefined();
	});

	it('counts from when the server said it, not from now', () => {
		const countdown = new Countdown(() => undefined);
		countdown.follow({ seconds: 90, running: true, remainingMs: 60_000 }, Date.now() - 20_000);
		expect(countdown.left).toBe(40);
		countdown.stop();
	});

	it('waits a little before it asks a server that grants a grace', () => {
		const onzero = vi.fn();
		new Countdown(onzero).follow({ seconds: 90, running: true, remainingMs: 0 });
		expect(onzero).not.toHaveBeenCalled();
		vi.advanceTimersByTime(600);
		expect(onzero).toHaveBeenCalledTimes(1);
	});
});

describe('what is worth saying', () => {
	it.each([
		[46, 45, 90, 45],
		[45, 44, 90, undefined],
		[31, 30, 90, 30],
		[12, 9, 90, 9],
		[9, 8, 90, undefined],
		[20, 15, 20, undefined],
		[11, 10, 20, 10],
	])('from %i to %i of %i s: %s', (before, now, total, said) => {
		expect(worthSaying(before, now, total)).toBe(said);
	});
});
