import { plural, words } from '../parts/i18n.svelte';

/** What is said around each decision read over. */
export const t = words(
	{
		title: 'Vos décisions, relues',
		looksTitle: 'Vos enquêtes',
		looksLead:
			'Chercher une information est aussi une décision\u00a0: elle coûte du temps, et peut valoir ce qu’elle coûte.',
		order: 'Ordre',
		byStake: 'Plus fort enjeu d’abord',
		byPlay: 'Ordre de la partie',
		waiting: (n: number) =>
			`Relire aussi ${n === 1 ? 'l’autre décision' : `les ${n} autres décisions`}`,
		decision: (n: number) => `Décision ${n}`,
		look: 'Enquête',
		atStake: (points: string) => `${points} en jeu`,
		discussion: 'Pour discuter, non noté',
		discussionWhy:
			'Les experts ne s’accordent pas ici\u00a0: quel que soit le choix, il ne coûte rien. Il se discute.',
		yourWords: 'Vous écriviez',
		noWords: 'Vous n’aviez pas écrit de raison.',
		sure1: 'Un pari',
		sure2: 'Plutôt sûr',
		sure3: 'Certain',
		tempting: 'Dans la balance',
		changed: 'Ce que cela a changé',
		later: 'Plus tard',
		expert: 'Regard expert',
		pointsFrom: 'Ce que dit la source',
		better: 'Mieux, avec ce que vous pouviez savoir\u00a0:',
		incident: 'Incident critique',
		timedOut: 'Le temps s’est écoulé\u00a0: ce choix est celui du silence.',
		others: (n: number) =>
			`${plural(n, 'autre possibilité', 'autres possibilités')}, et ce que chacune valait`,
		sameWorth: 'autant que la vôtre',
		moreWorth: (points: string) => `${points} de plus`,
		lessWorth: (points: string) => `${points} de moins`,
		whatIf: 'Et si…',
		whatIfOf: (label: string) => `Et si…\u00a0: ${label}`,
		whatIfLead:
			'Rejouez la partie avec une seule décision changée. Les dés sont les mêmes\u00a0; seule votre décision diffère. Rien n’est inscrit.',
		whatIfNone:
			'À chaque pas, vous avez pris la meilleure possibilité. Rejouez quand même\u00a0: chaque décision relue ci-dessus porte ses «\u00a0et si\u00a0».',
		insteadOf: 'au lieu de',
		worth: (points: string) => `${points} de mieux en moyenne`,
		replay: 'Rejouer ainsi',
	},
	{
		title: 'Your decisions, read over',
		looksTitle: 'Your looks',
		looksLead:
			'Seeking information is a decision too: it costs time, and may be worth what it costs.',
		order: 'Order',
		byStake: 'Highest stake first',
		byPlay: 'Order of play',
		waiting: (n) => `Read over the other ${n === 1 ? 'decision' : `${n} decisions`} too`,
		decision: (n) => `Decision ${n}`,
		look: 'Look',
		atStake: (points) => `${points} at stake`,
		discussion: 'For discussion, not scored',
		discussionWhy:
			'Experts do not agree here: whatever is chosen costs nothing. It is there to be argued.',
		yourWords: 'You wrote',
		noWords: 'You had not written a reason.',
		sure1: 'A bet',
		sure2: 'Fairly sure',
		sure3: 'Certain',
		tempting: 'In the balance',
		changed: 'What it changed',
		later: 'Later',
		expert: 'The expert’s view',
		pointsFrom: 'What the source says',
		better: 'Better, with what you could know:',
		incident: 'Critical incident',
		timedOut: 'Time ran out: this choice is the one silence makes.',
		others: (n) =>
			`${plural(n, 'other possibility', 'other possibilities')}, and what each was worth`,
		sameWorth: 'as much as yours',
		moreWorth: (points) => `${points} more`,
		lessWorth: (points) => `${points} less`,
		whatIf: 'What if…',
		whatIfOf: (label) => `What if: ${label}`,
		whatIfLead:
			'Replay the attempt with a single decision changed. The dice are the same; only your decision differs. Nothing is put on record.',
		whatIfNone:
			'At every step you took the best possibility. Replay anyway: each decision read over above has its “what ifs”.',
		insteadOf: 'instead of',
		worth: (points) => `${points} better on average`,
		replay: 'Replay it so',
	},
);

/** How sure somebody said they were of one decision. */
export function sureWord(confidence: number): string {
	return [t.sure1, t.sure2, t.sure3][confidence - 1] ?? '';
}
