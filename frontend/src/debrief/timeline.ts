import type { Beat, ChanceDraw, Debrief, DebriefMove } from './wire';

/** One thing that happened: a move, what chance brought, or what came later and whose doing it was. */
export type Fact =
	| { kind: 'move'; move: DebriefMove }
	| { kind: 'chance'; draw: ChanceDraw }
	| { kind: 'later'; html: string; cause?: DebriefMove }
	| { kind: 'scene'; title: string };

/** The facts of one place, under its title, in the order in which they happened. */
export interface Stop {
	title: string;
	facts: Fact[];
}

/** The step of what comes before the first move. */
const opening = -1;

/** What happened, place by place. What a move led to carries that move's step; what came before the first carries none. */
export function timeline(debrief: Debrief): Stop[] {
	const stops: Stop[] = [];
	const put = (title: string, fact: Fact) => {
		const last = stops.at(-1);
		if (last?.title === title) last.facts.push(fact);
		else stops.push({ title, facts: [fact] });
	};
	const passed = (step: number) => {
		for (const title of scenesAt(debrief, step)) put(title, { kind: 'scene', title });
		for (const draw of debrief.chance.filter((d) => d.step === step))
			put(draw.title ?? stops.at(-1)?.title ?? '', { kind: 'chance', draw });
		for (const later of latersAt(debrief, step))
			put(stops.at(-1)?.title ?? '', { kind: 'later', ...later });
	};
	for (const title of scenesAt(debrief, opening)) put(title, { kind: 'scene', title });
	for (const move of [...debrief.moves].sort((a, b) => a.step - b.step)) {
		put(move.title, { kind: 'move', move });
		passed(move.step);
	}
	return stops;
}

function scenesAt(debrief: Debrief, step: number): string[] {
	const drawn = new Set(debrief.chance.map((draw) => draw.title));
	return debrief.beats
		.filter((beat) => beat.kind === 'scene' && (beat.step ?? opening) === step)
		.map((beat) => beat.title ?? '')
		.filter((title) => title !== '' && !drawn.has(title));
}

/** Delayed consequences that arrived at a step: those that name their cause, then those that cannot. */
function latersAt(debrief: Debrief, step: number): { html: string; cause?: DebriefMove }[] {
	const traced = debrief.moves.flatMap((cause) =>
		cause.laterHtml && cause.laterStep === step ? [{ html: cause.laterHtml, cause }] : [],
	);
	const told = new Set(debrief.moves.map((move) => move.laterHtml));
	const untraced = debrief.beats.filter((beat) => isLater(beat, step) && !told.has(beat.html));
	return [...traced, ...untraced.map(({ html }) => ({ html }))];
}

function isLater(beat: Beat, step: number): boolean {
	return beat.kind === 'later' && beat.step === step;
}
