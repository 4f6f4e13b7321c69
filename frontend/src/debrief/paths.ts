import type { ChanceDraw, Debrief, WhatIf, WhatIfMove } from './wire';

/** One step of both ways through the case. Either may be missing: one way can be longer than the other. */
export interface Pair {
	step: number;
	/** What was played. */
	ghost?: { title: string; label: string };
	/** What the replay did. */
	replayed?: WhatIfMove;
	/** Both took the same move at the same place, and chance did the same after it. */
	same: boolean;
	/** What chance brought after the step, on each way. */
	dice: { ghost: ChanceDraw[]; replayed: ChanceDraw[] };
}

/** The original path beside the replayed one, step by step. */
export function pairs(
	debrief: Pick<Debrief, 'moves' | 'chance'>,
	whatIf: Pick<WhatIf, 'moves' | 'chance'>,
): Pair[] {
	const steps = new Set([...debrief.moves, ...whatIf.moves].map(({ step }) => step));
	return [...steps]
		.sort((a, b) => a - b)
		.map((step) => {
			const ghost = debrief.moves.find((move) => move.step === step);
			const replayed = whatIf.moves.find((move) => move.step === step);
			const dice = {
				ghost: debrief.chance.filter((draw) => draw.step === step),
				replayed: whatIf.chance.filter((draw) => draw.step === step),
			};
			const same =
				ghost?.node === replayed?.node &&
				ghost?.move === replayed?.move &&
				outcomes(dice.ghost) === outcomes(dice.replayed);
			return { step, ghost, replayed, same, dice };
		});
}

function outcomes(draws: readonly ChanceDraw[]): string {
	return draws.map(({ node, outcome }) => `${node}:${outcome}`).join(' ');
}

/** Gauges of both ends side by side, in the order of the original. */
export function gaugePairs(whatIf: Pick<WhatIf, 'changed' | 'original'>) {
	return whatIf.original.gauges.flatMap((original) => {
		const changed = whatIf.changed.gauges.find(({ id }) => id === original.id);
		return changed ? [{ original, changed }] : [];
	});
}
