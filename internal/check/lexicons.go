package check

import "strings"

// The lexicons by language. A phrase is sought as it stands, so forms are spelt out where they differ.

// extremes are words too categorical to be true, which test-wise readers rule out.
var extremes = map[string]lexicon{
	"fr": list(`toujours, jamais, aucun, aucune, systématiquement, forcément, absolument, obligatoirement, impérativement,
		totalement, complètement, entièrement, intégralement, définitivement, catégoriquement, uniquement, exclusivement,
		inconditionnellement, sans exception, sans aucune exception, en toutes circonstances, quoi qu’il arrive,
		quoi qu’il en coûte, à tout prix, coûte que coûte, à coup sûr, sans faute, une fois pour toutes, rien du tout,
		à cent pour cent, à 100 %`),
	"en": list(`always, never, all, must, only, none, nobody, no one, absolutely, completely, totally, entirely, utterly, definitely, categorically, exclusively, unconditionally, invariably,
		necessarily, without exception, under no circumstances, in every case, no matter what, whatever it takes, at all costs,
		at any price, once and for all, without fail, a hundred per cent, 100 per cent`),
}

// idioms hold an extreme word without being extreme.
var idioms = map[string]lexicon{
	"fr": list(`toujours pas, toujours là, plus que jamais, si jamais, au cas où jamais, sans aucun doute`),
	"en": list(`after all, above all, first of all, all right, all the same, at all, all day, all night, all along, not only, if only,
		all you have, all I ask, all of a sudden`),
}

// villainies are manners and insults that nobody of good faith would own up to.
var villainies = map[string]lexicon{
	"fr": list(`agressivement, brutalement, violemment, méchamment, rageusement, haineusement, hargneusement, furieusement,
		méprisamment, cruellement, sournoisement, hypocritement, insolemment, grossièrement, avec mépris, avec hargne,
		avec agressivité, avec brutalité, avec violence, avec arrogance, d’un ton méprisant, d’un ton cassant, en hurlant,
		en criant, en ricanant, en vous moquant, en l’humiliant, vous hurlez, vous criez, vous ricanez, vous l’insultez,
		vous l’humiliez, vous vous moquez, taisez-vous, ta gueule, la ferme, fermez-la, ferme-la, imbécile, imbéciles, idiot,
		idiote, idiots, idiotes, crétin, crétins, abruti, abrutie, abrutis, débile, débiles, stupide, stupides, incompétent,
		incompétente, incompétents, incompétentes, minable, minables, menteur, menteuse, menteurs, vous êtes nul,
		vous êtes nulle, vous êtes nuls, bande de nuls, bon à rien, bons à rien, bonne à rien, grotesque, pathétique, débrouillez-vous`),
	"en": list(`aggressively, brutally, viciously, violently, contemptuously, scornfully, spitefully, furiously, savagely,
		rudely, cruelly, slyly, deviously, insolently, sneeringly, with contempt, with scorn, with malice, with arrogance,
		yelling, screaming, sneering, you yell, you scream, you sneer, you shout at, you insult, you humiliate, you mock,
		shut up, get lost, idiot, idiots, idiotic, moron, morons, imbecile, imbeciles, stupid, incompetent, incompetents,
		pathetic, liar, liars, losers, good for nothing, bunch of amateurs, you are useless, you’re useless`),
}

// courtesies are formulas of politeness.
var courtesies = map[string]lexicon{
	"fr": list(`merci, s’il vous plaît, s’il te plaît, je vous remercie, je te remercie, vous le remerciez, vous la remerciez,
		vous les remerciez, en le remerciant, en la remerciant, en les remerciant, je vous en prie, je t’en prie, avec plaisir,
		volontiers, si vous le permettez, si vous permettez, si vous voulez bien, veuillez, auriez-vous l’amabilité,
		auriez-vous la gentillesse, à votre disposition, cordialement, bien à vous, poliment, courtoisement, gentiment`),
	"en": list(`thank you, thanks, you thank, thanking, please, with pleasure, my pleasure, if you would, if I may, may I,
		would you mind, would you be so kind, I appreciate, we appreciate, I am grateful, we are grateful, at your disposal,
		kind regards, best regards, politely, courteously, kindly`),
}

// stopWords carry no meaning of their own.
var stopWords = map[string]set{
	"fr": setOf(tokens(`afin ainsi alors apres assez aucun aucune aujourd aupres aussi autant autre autres avant avec avez
		avoir avons bien bientot car ceci cela celle celles celui cent cependant ces cette ceux chaque chez comme comment contre
		dans demain deja depuis derriere des deux devant devez devons dire dites doit doivent donc dont elle elles encore
		enfin entre envers est etaient etait etant etes etre eux faire fait faites faut font hier ici ils jamais jusqu jusque
		laquelle lequel les lesquels leur leurs lors lorsque lui mais malgre meme memes mes moi moins mon mieux nos notre
		notres nous ont ou par parce parler parmi pas pendant personne peu peut peuvent plus plusieurs plutot pour pourquoi
		pouvez pouvoir pouvons pres puis puisque quand quant quatre que quel quelle quelles quelqu quelque quelques quels qui
		quoi rien sans sauf selon sera serait seront ses seul seule seulement ses soir sois soit sommes son sont souvent
		sous suis sur surtout tant telle tellement tels tes toi ton toujours tous tout toute toutes tres trois trop une vais
		vers veut veuillez veut viens vient voici voila voir vont vos votre votres vous vraiment vers voulez vouloir voulons
		cinq six sept huit neuf dix heure heures jour jours minute minutes semaine semaines mois matin matins chose choses`)),
	"en": setOf(tokens(`about above after again against almost alone along already also although always among another anyone
		anything around asked asks away back because been before being below between both came cannot come comes could days
		does doing done down during each either else enough even ever every everyone everything from further gave gets give
		given gives goes going gone have having here hers herself himself hour hours into itself just keep know last least
		less like made make makes many maybe might minute minutes more most much must myself need never next none nothing
		once only onto other others ought ours over perhaps quite rather really said same says seen shall should since some
		front people someone something soon still such take taken tell than that their theirs them themselves then there these they thing
		things this those though three through thus time today together told tomorrow tonight took toward towards under until
		upon very want wants week weeks well went were what when where whether which while whom whose will with within
		without would year years your yours yourself before five four seven eight nine`)),
}

// names takes the words of a case's cast out of consideration: everybody is called by name.
func (c *checker) names(lang string) set {
	s := set{}
	for _, who := range c.sc.Texts[lang].Cast {
		for _, w := range tokens(strings.ToLower(who.Name)) {
			s[stem(w)] = true
		}
	}
	return s
}
