/** What a key asks for in the player. */
export type Action =
	{ do: 'choose'; place: number } | { do: 'rationale' | 'exhibits' | 'decide' | 'help' };

interface Stroke {
	key: string;
	ctrlKey: boolean;
	metaKey: boolean;
	altKey: boolean;
}

/** Where a key is pressed: writing takes all single keys, and a person may have switched them off. */
export interface Circumstance {
	writing: boolean;
	singleKeys: boolean;
}

export function actionOf(
	stroke: Stroke,
	{ writing, singleKeys }: Circumstance,
): Action | undefined {
	const { key, ctrlKey, metaKey, altKey } = stroke;
	if ((ctrlKey || metaKey) && key === 'Enter') return { do: 'decide' };
	if (ctrlKey || metaKey || altKey || writing || !singleKeys) return undefined;
	if (/^[1-9]$/.test(key)) return { do: 'choose', place: Number(key) - 1 };
	switch (key.toLowerCase()) {
		case 'j':
			return { do: 'rationale' };
		case 'd':
			return { do: 'exhibits' };
		case '?':
			return { do: 'help' };
		default:
			return undefined;
	}
}

/** Whether keys pressed here are text. */
export function isWriting(target: EventTarget | null): boolean {
	return (
		target instanceof Element &&
		target.closest(
			'textarea, select, [contenteditable], input:not([type=radio], [type=checkbox])',
		) !== null
	);
}
