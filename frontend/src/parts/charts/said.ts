import { number } from '../i18n.svelte';
import { t } from './charts.words';
import type { HeatCell } from './heat';

/** A cell of the map in words: "71 sur 100", "en cours". */
export function said(cell: HeatCell): string {
	if (!('score' in cell)) return cell.mark === 'finished' ? t.finishedNoScore : t[cell.mark];
	const score = t.score(number(Math.round(cell.score)));
	return cell.n === undefined ? score : `${score}, ${t.of(cell.n)}`;
}
