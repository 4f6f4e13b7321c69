package report

import "casebook/internal/fault"

var sentences = typeset(map[Code]fault.Text{
	TooFew: {
		FR: "Moins de 5 personnes ou de réponses : les effectifs seuls sont montrés.",
		EN: "Fewer than 5 people or answers: counts alone are shown.",
	},
	Hidden: {
		FR: "Masqué : trop peu de personnes, dont on pourrait deviner qui a fait quoi.",
		EN: "Hidden: too few people, of whom one could guess who did what.",
	},
	NotEverybody: {
		FR: "Toutes les personnes comptées ne sont pas passées par là : une valeur désignerait celles qui y sont passées.",
		EN: "Not everybody who is counted came this way: a value would point to those who did.",
	},
	NoVariation: {
		FR: "Tout le monde a fait pareil : il n’y a rien à mettre en rapport.",
		EN: "Everybody did alike: there is nothing to relate.",
	},
	NoStake: {
		FR: "Rien n’était en jeu : il n’y a pas de score.",
		EN: "Nothing was at stake: there is no score.",
	},
	NotScored: {
		FR: "Décision de discussion : elle est jouée et débattue, jamais notée.",
		EN: "A discussion decision: played and debated, never scored.",
	},
	NotValued: {
		FR: "Ce cas est trop grand pour que la valeur de ses choix soit calculée exactement.",
		EN: "This case is too large for its choices to be valued exactly.",
	},
	ShortSpine: {
		FR: "La fidélité demande au moins 5 décisions notées que 95 % des parties rencontrent ; ce cas se ramifie trop. Proposez plutôt un second passage sur un cas parallèle.",
		EN: "Reliability takes at least 5 scored decisions that 95 % of attempts meet; this case branches too much. Propose a second attempt at a parallel case instead.",
	},
	FewOnSpine: {
		FR: "La fidélité demande au moins 30 parties qui passent par toutes les décisions communes.",
		EN: "Reliability takes at least 30 attempts that pass through all the common decisions.",
	},
	NoParallel: {
		FR: "L’évolution se lit entre deux cas parallèles, qui travaillent au moins deux compétences en commun et la moitié des leurs, jamais entre deux parties du même cas, qui mesureraient la mémoire. Il n’y en a pas encore deux de terminés.",
		EN: "Growth is read between two parallel cases, which share at least two competencies and half of theirs, never between two attempts at the same case, which would measure memory. No two are finished yet.",
	},
	NoGroup: {
		FR: "Un responsable lit des groupes complets de 5 personnes : le premier n’est pas encore complet.",
		EN: "A manager reads complete groups of 5 people: the first one is not complete yet.",
	},
	NotSaid: {
		FR: "Personne n’a encore dit à quel point il était sûr.",
		EN: "Nobody has said yet how sure they were.",
	},
	InFives: {
		FR: "Ne sont comptées que les personnes qui ont terminé, par groupes complets de 5 dans l’ordre où elles ont terminé, et leur première partie terminée seulement. Ainsi deux lectures ne diffèrent jamais de moins de 5 personnes.",
		EN: "Only people who have finished are counted, in complete groups of 5 in the order in which they finished, and only the first attempt that each has finished. So no two readings differ by fewer than 5 people.",
	},
	Rounded: {
		FR: "Les effectifs sont arrondis à 5 près, ceux de 1 à 4 sont masqués, avec un autre s’il le faut pour qu’ils ne se déduisent pas ; des parts calculées sur eux peuvent ne pas faire 100 %.",
		EN: "Counts are rounded to the nearest 5, those from 1 to 4 are hidden, with another one where they could be worked out; shares worked out from them may not add up to 100%.",
	},
	Intervals: {
		FR: "« Entre 39 et 48 » est un intervalle de 95 % : refait avec d’autres personnes semblables, il contiendrait la vraie valeur 95 fois sur 100. Plus il est large, moins on en sait. Une valeur n’est dite au-dessus ou au-dessous d’un repère qu’à partir de 30, et quand son intervalle exclut ce repère. Parts : Wilson ; moyennes : Student ; corrélations : Fisher.",
		EN: "“Between 39 and 48” is an interval of 95%: made again with other people like these, it would hold the true value 95 times out of 100. The wider it is, the less is known. A value is said to be above or below a mark from 30 on only, and when its interval excludes that mark. Shares: Wilson; means: Student; correlations: Fisher.",
	},
	EachAttempt: {
		FR: "Compétence : la moyenne, sur 100, de ce que les parties comptées ont montré dans les cas où elle était en jeu pour tout le monde, chaque partie comptant autant ; son intervalle est un peu trop étroit, car les parties d’une même personne se ressemblent. Une moyenne par personne désignerait celles qui sont dans plusieurs groupes.",
		EN: "Competency: the mean, out of 100, of what the attempts that are counted showed in the cases where it was in play for everybody, each attempt weighing the same; its interval is a little too narrow, as one person’s attempts are alike. A mean by person would point to those who are in several groups.",
	},
	HeatMaps: {
		FR: "Personne × cas : le meilleur score de la personne, sur 100, plafonné après un incident critique. Personne × compétence : la moyenne, sur 100, de ce qu’elle a montré dans sa première partie terminée de chaque cas ; une case vide, rien encore. En bas de colonne : la moyenne des moyennes, chaque personne comptant autant.",
		EN: "Person × case: the person’s best score, out of 100, capped after a critical incident. Person × competency: the mean, out of 100, of what they showed in the first attempt that they finished of each case; a blank cell, nothing yet. Below each column: the mean of the means, each person counting equally.",
	},
	Growths: {
		FR: "De la première partie d’un cas à la première d’un cas parallèle. Sans groupe de comparaison, c’est une évolution, pas un effet de la formation.",
		EN: "From the first attempt at a case to the first at a parallel one. With no group to compare with, this is growth, not an effect of the training.",
	},
	Offered: {
		FR: "Un choix est rapporté aux fois où il était proposé : là où il ne l’était pas, on ne sait rien de qui l’aurait fait.",
		EN: "Each choice is counted out of the times it was offered: where it was not, nobody can know who would have made it.",
	},
	IsStuck: {
		FR: "Arrêté en chemin : partie en cours, sans un coup depuis 7 jours, ou depuis 2 jours quand il reste 3 jours ou moins avant l’échéance.",
		EN: "Stalled: an attempt in progress without a move for 7 days, or for 2 days when no more than 3 days are left before it is due.",
	},
	IsMissed: {
		FR: "Échéance passée : le jour est venu sans qu’aucune partie soit terminée ni en cours.",
		EN: "Past its due date: no attempt is finished or in progress.",
	},
	BelowChance: {
		FR: "Sous le hasard : la meilleure partie terminée vaut moins que des choix faits au hasard. Un seul cas faible parmi plusieurs n’est pas un signe.",
		EN: "Below chance: the best finished attempt is worth less than choices made at random. One low case among several is not a sign.",
	},
	BelowHalf: {
		FR: "Sous 50 : la meilleure partie terminée n’atteint pas 50 sur 100. Un seul cas faible parmi plusieurs n’est pas un signe.",
		EN: "Below 50: the best finished attempt does not reach 50 out of 100. One low case among several is not a sign.",
	},
	CompetencyLow: {
		FR: "Une compétence sous 30 sur 100, en moyenne sur 3 cas ou plus, chez qui a au moins un cas sous 50 : parmi tant de compétences, l’une est souvent basse par hasard. Seule la plus basse est dite.",
		EN: "A competency below 30 out of 100, on average over 3 cases or more, in somebody with at least one case below 50: among so many competencies, one is often low by chance. Only the lowest is mentioned.",
	},
	Overconfident: {
		FR: "Trop sûr : au moins 3 décisions prises avec certitude, et au moins une sur deux, ont perdu plus de la moitié de ce qui était en jeu.",
		EN: "Too sure: at least 3 decisions made with certainty, and at least one in two, lost more than half of what was at stake.",
	},
	HumanDecides: {
		FR: "Ces signes disent à qui parler d’abord, et de quoi. Aucune décision sur une personne ne se prend sur un score : un humain confirme.",
		EN: "These signs say whom to talk to first, and about what. No decision about a person is made on a score alone: a human being confirms it.",
	},
})
