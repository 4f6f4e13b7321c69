import type { CaseDecision } from '../api/report';
import { points } from '../debrief/figures';
import { t } from './case.words';

/** What the figures of a decision say, for somebody who never did statistics. Empty where they say nothing yet. */
export function inPlainWords(decision: CaseDecision): string[] {
	return [
		difficulty(decision),
		division(decision),
		price(decision),
		distinction(decision),
		time(decision),
	].filter((sentence) => sentence !== undefined);
}

function difficulty({ credit: { value } }: CaseDecision): string | undefined {
	if (value === undefined) return undefined;
	if (value >= 0.8) return t.easy;
	return value >= 0.5 ? t.fair : t.hard;
}

function division({ spread }: CaseDecision): string | undefined {
	if (!spread) return undefined;
	if (spread.normalised >= 0.85) return t.splitsRoom;
	return spread.normalised <= 0.35 ? t.alike : undefined;
}

function price({ regret: { mean, stake } }: CaseDecision): string | undefined {
	if (mean === undefined || stake === undefined) return undefined;
	return t.loses(points(mean), points(stake));
}

/** Only a verdict is worded: an interval that holds the threshold decides nothing. */
function distinction({ discrimination }: CaseDecision): string | undefined {
	if (discrimination.value === undefined) return undefined;
	if (discrimination.verdict === undefined) return t.tellsMaybe;
	return discrimination.verdict === 'above' ? t.tells : t.tellsNot;
}

function time({ seconds: { value } }: CaseDecision): string | undefined {
	return value === undefined ? undefined : t.takes(value);
}
