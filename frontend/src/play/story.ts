import type { Attempt, Beat } from '../api/client';

/** Whether all moves made since a step were looks: the moment that was in view then is still the one in view. */
export function stillOpen(step: number, attempt: Attempt): boolean {
	if (step > attempt.step || attempt.node.kind === 'ending') return false;
	return attempt.thread
		.filter((item) => item.step >= step)
		.every((item) => item.move.startsWith('?'));
}

/** Splits a passage into what led to the moment and what its looks have brought. */
export function parted(beats: Beat[]): { before: Beat[]; learned: Beat[] } {
	const first = beats.findIndex((beat) => beat.kind === 'look');
	return first < 0
		? { before: beats, learned: [] }
		: { before: beats.slice(0, first), learned: beats.slice(first) };
}

/** One moment of the thread: where it was, and the moves made there. */
export interface Stop {
	step: number;
	node: string;
	title: string;
	moves: { step: number; label: string; look: boolean; timedOut: boolean }[];
}

/** The thread as moments: the looks of a moment stand with its decision. */
export function stops(thread: Attempt['thread']): Stop[] {
	const all: Stop[] = [];
	let open = false;
	for (const { step, node, title, move, label, timedOut = false } of thread) {
		const look = move.startsWith('?');
		if (!open) all.push({ step, node, title, moves: [] });
		all.at(-1)?.moves.push({ step, label, look, timedOut });
		open = look;
	}
	return all;
}

/** Where the attempt stands among its moments: the looks already made there, and which moment it is, from 1. */
export function standing(attempt: Attempt): {
	past: Stop[];
	looked: Stop['moves'];
	ordinal: number;
} {
	const all = stops(attempt.thread);
	const last = all.at(-1);
	const here =
		last !== undefined && last.moves.every((move) => move.look) && last.node === attempt.node.id;
	const past = here ? all.slice(0, -1) : all;
	return { past, looked: here ? last.moves : [], ordinal: past.length + 1 };
}

/** The gauge that looks spend: the one of their unit. The contract does not name it. */
export function clockOf(attempt: Attempt): Attempt['gauges'][number] | undefined {
	const unit = attempt.looks[0]?.unit;
	return unit === undefined ? undefined : attempt.gauges.find((gauge) => gauge.unit === unit);
}

export function countWords(text: string): number {
	return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}
