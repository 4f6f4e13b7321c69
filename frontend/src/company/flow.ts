import type { PeerPath } from '../api/comments';
import type { FlowLink, FlowNode } from '../parts/charts/sankey';

/** A cohort's paths as they are drawn: with oneself among the others, and one's own way marked. */
export function flowOf(
	{ nodes, links }: PeerPath,
	typeset: (text: string) => string,
): { nodes: FlowNode[]; links: FlowLink[]; own: FlowLink[] } {
	const drawn = links.map(({ from, choice, label, to, people, own }) => ({
		from,
		choice,
		label: typeset(label),
		to,
		count: people + Number(own),
		own,
	}));
	return {
		nodes: nodes.map(({ id, title, ending, tone, column, people, own }) => ({
			id,
			title: typeset(title),
			column,
			count: people + Number(own),
			kind: ending ? 'ending' : 'decision',
			tone,
		})),
		links: drawn,
		own: drawn.filter(({ own }) => own),
	};
}
