package demo

// reasons are what people write who are asked why, in either language; they fit most decisions.
var reasons = map[string][]string{
	"fr": {
		"Je préfère vérifier les faits avant d’en parler.",
		"Mieux vaut le dire maintenant que de laisser traîner.",
		"J’ai besoin d’entendre son point de vue d’abord.",
		"Je veux protéger l’équipe sans casser la relation.",
		"On n’a pas le temps d’en faire plus.",
		"Si je réponds à chaud, je vais le regretter.",
		"C’est ce que j’aurais aimé qu’on fasse pour moi.",
		"Le client doit pouvoir décider en connaissance de cause.",
		"Je garde une porte ouverte pour la suite.",
		"Par écrit, ce serait mal pris.",
		"Je ne suis pas sûr d’avoir toutes les informations.",
		"C’est un risque, mais attendre en est un aussi.",
		"L’équipe compte sur moi là-dessus.",
		"Je préfère ne pas faire de vagues pour l’instant.",
		"On s’était mis d’accord, je m’y tiens.",
		"Autant régler le vrai problème.",
	},
	"en": {
		"I would rather check the facts before I bring it up.",
		"Better to say it now than to let it drag on.",
		"I need to hear their side first.",
		"I want to protect the team without breaking the relationship.",
		"There is no time to do more.",
		"If I answer in the heat of the moment I will regret it.",
		"It is what I would have wanted someone to do for me.",
		"The client should be able to decide with open eyes.",
		"It leaves a door open for later.",
		"In writing it would be taken badly.",
		"I am not sure that I know everything yet.",
		"It is a risk, but so is waiting.",
		"The team is counting on me here.",
		"I would rather not make waves for now.",
		"We had agreed on this, so I stick to it.",
		"Might as well deal with the real problem.",
	},
}

// rationale is why, when the person says so.
func (t *story) rationale() string {
	if t.r.Float64() >= t.who.ways.writes {
		return ""
	}
	written := reasons[t.Lang]
	return written[t.r.IntN(len(written))]
}
