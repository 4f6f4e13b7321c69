/** How far somebody is with something, when it has no score to show. */
export type Mark =
	'not_begun' | 'under_way' | 'stuck' | 'given_up' | 'missed' | 'finished' | 'blank';

/** The sign of each mark: text, or a path on a grid of 24 for what no font has. */
export const signs: Record<Mark, { text?: string; path?: string }> = {
	not_begun: { text: '–' },
	under_way: { text: '…' },
	stuck: { path: 'M9 6v12M15 6v12' },
	given_up: { path: 'm7 7 10 10M17 7 7 17' },
	missed: { path: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16M12 8v4.500l3 2' },
	finished: { path: 'm5 12.500 5 5 9-10' },
	blank: { text: '·' },
};

/** What a cell is coloured by. */
export function classOf(cell: HeatCell): string {
	return 'score' in cell ? `heat heat-${shade(cell.score)}` : `heat heat-${cell.mark}`;
}

/** What a cell of the map shows: a score from 0 to 100, or a mark in its place. */
export type HeatCell = { score: number; n?: number } | { mark: Mark };

export interface HeatRow {
	id: string;
	label: string;
	/** Where the row's cells lead. */
	href?: string;
	/** What is said beside the label, such as that somebody may need help. */
	flag?: string;
	cells: HeatCell[];
}

export interface HeatColumn {
	id: string;
	label: string;
	lang?: string;
	href?: string;
	/** What stands at the foot of the column: a mean, and of how many. */
	foot?: { value: string; note: string };
}

/** Which of the five shades a score has, 0 to 4: the ends of each are known, so that contrast can be too. */
export function shade(score: number): number {
	return Math.min(4, Math.max(0, Math.floor(score / 20)));
}

/** Where a key leads from a cell of a map, or undefined when it leads nowhere. Rows and columns count from 0. */
export function step(
	key: string,
	whole: boolean,
	at: { row: number; column: number },
	size: { rows: number; columns: number },
): { row: number; column: number } | undefined {
	const last = { row: size.rows - 1, column: size.columns - 1 };
	const to = {
		ArrowUp: { row: at.row - 1, column: at.column },
		ArrowDown: { row: at.row + 1, column: at.column },
		ArrowLeft: { row: at.row, column: at.column - 1 },
		ArrowRight: { row: at.row, column: at.column + 1 },
		PageUp: { row: Math.max(0, at.row - 10), column: at.column },
		PageDown: { row: Math.min(last.row, at.row + 10), column: at.column },
		Home: { row: whole ? 0 : at.row, column: 0 },
		End: { row: whole ? last.row : at.row, column: last.column },
	}[key];
	if (!to || to.row < 0 || to.column < 0 || to.row > last.row || to.column > last.column)
		return undefined;
	return to;
}
