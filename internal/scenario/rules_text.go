package scenario

// The screenplay: headings and blocks.
var (
	ruleTextLanguage = rule("S200",
		"La langue `%s` n’est pas parlée ici. Les textes s’appellent `text.fr.md` et `text.en.md`.",
		"The language `%s` is not spoken here. Texts are called `text.fr.md` and `text.en.md`.")
	ruleTitle = rule("S201",
		"Le texte doit commencer par le titre du cas. Écrivez `# Titre` avant tout le reste.",
		"The text has to begin with the title of the case. Write `# Title` before all else.")
	ruleSecondTitle = rule("S202",
		"`# %s` est un second titre. Prenez `##` pour une scène, une pièce, une personne, une fin ou la note.",
		"`# %s` is a second title. Use `##` for a scene, an exhibit, a person, an ending or the note.")
	ruleHeadingLevel = rule("S203",
		"`%s` n’a pas de titre au-dessus de lui. Ajoutez le titre `%s` qui manque, ou retirez un dièse.",
		"`%s` has no heading above it. Add the `%s` heading that is missing, or take one # away.")
	ruleHeading = rule("S204",
		"`%s` n’est pas un titre de cet endroit.%s Dans un texte, les intertitres commencent par `#####`.",
		"`%s` is not a heading of this place.%s Within a text, headings begin with `#####`.")
	ruleHeadingID = rule("S205",
		"`%s` doit nommer un identifiant de la carte. Écrivez `%[1]s: identifiant`.",
		"`%s` has to name an id of the map. Write `%[1]s: id`.")
	ruleHeadingLabel = rule("S206",
		"`%s` n’a pas de libellé. Écrivez `%[1]s | Libellé`.",
		"`%s` has no label. Write `%[1]s | Label`.")
	ruleHeadingPlain = rule("S207",
		"`%s` en dit trop. Écrivez seulement `%s`, suivi de l’identifiant s’il en faut un.",
		"`%s` says too much. Write only `%s`, followed by the id where there is one.")
	ruleUnknownBlock = rule("S208",
		"La carte ne connaît pas `%s`.%s Corrigez l’identifiant, ou retirez ce bloc.",
		"The map does not know `%s`.%s Mend the id, or remove this block.")
	ruleBlockTwice = rule("S209",
		"`%s` est déjà écrit à la ligne %d. Gardez l’un des deux.",
		"`%s` is already there in line %d. Keep one of the two.")
	ruleMissingBlock = rule("S210",
		"Il manque le bloc `%s`. Ajoutez ce titre et son texte.",
		"The block `%s` is missing. Add this heading and its text.")
	ruleMissingPart = rule("S211",
		"Le choix `%s` de `%s` n’a pas de `%s`. Ajoutez-le, ou marquez la décision `scored: false`.",
		"The choice `%s` of `%s` has no `%s`. Add it, or mark the decision `scored: false`.")
	ruleMissingLater = rule("S212",
		"Le choix `%s` de `%s` a une conséquence différée, mais pas de `#### later`. Dites là ce qui arrivera.",
		"The choice `%s` of `%s` has a delayed consequence, but no `#### later`. Say there what will happen.")
	ruleLaterText = rule("S213",
		"Le choix `%s` de `%s` n’a pas de conséquence différée. Ajoutez `later` dans la carte, ou retirez ce bloc.",
		"The choice `%s` of `%s` has no delayed consequence. Add `later` to the map, or remove this block.")
	ruleBlockHere = rule("S214",
		"`%s` n’a pas sa place sous `%s` : ce n’est pas un nœud de cette nature. Déplacez-le ou retirez-le.",
		"`%s` does not belong under `%s`: that is not a node of this kind. Move it or remove it.")
	ruleEmptyBlock = rule("S215",
		"`%s` est vide. Écrivez son texte.",
		"`%s` is empty. Write its text.")
	ruleLabelBody = rule("S216",
		"`%s` ne donne qu’un libellé. Retirez le texte qui suit.",
		"`%s` only gives a label. Remove the text that follows.")
	ruleNoteBody = rule("S217",
		"Le texte de la note se range sous `### objectives`, `opening`, `questions`, `board`, `timing` ou `closing`. Déplacez-le.",
		"The text of the note goes under `### objectives`, `opening`, `questions`, `board`, `timing` or `closing`. Move it.")
	ruleBlockLarge = rule("S218",
		"`%s` dépasse %d Kio. Partagez ce texte entre plusieurs blocs.",
		"`%s` is larger than %d KiB. Share this text among several blocks.")
	rulePlain = rule("S219",
		"`%s` est une simple question, sans paragraphe conditionnel. Mettez la condition dans le texte de la scène.",
		"`%s` is a plain question, without conditional paragraphs. Put the condition into the text of the scene.")
)

// The screenplay: conditional paragraphs, citations, Markdown.
var (
	ruleConditionalMark = rule("S230",
		"`%s` ne se lit pas. Écrivez `::: if condition`, puis `:::` seul après le paragraphe.",
		"`%s` is not read. Write `::: if condition`, then `:::` alone after the paragraph.")
	ruleConditionalNested = rule("S231",
		"Un paragraphe conditionnel est déjà ouvert à la ligne %d. Fermez-le d’abord par `:::`, ou réunissez les deux conditions par `and`.",
		"A conditional paragraph is already open in line %d. Close it first with `:::`, or join the two conditions by `and`.")
	ruleConditionalOpen = rule("S232",
		"Ce paragraphe conditionnel n’est pas fermé. Ajoutez une ligne `:::` après lui.",
		"This conditional paragraph is not closed. Add a line `:::` after it.")
	ruleConditionalStray = rule("S233",
		"Ce `:::` ne ferme rien. Ouvrez le paragraphe par `::: if condition`, ou retirez cette ligne.",
		"This `:::` closes nothing. Open the paragraph with `::: if condition`, or remove this line.")
	ruleConditionalEmpty = rule("S234",
		"Ce paragraphe conditionnel est vide. Écrivez son texte, ou retirez-le.",
		"This conditional paragraph is empty. Write its text, or remove it.")
	ruleConditionsDiffer = rule("S235",
		"Les paragraphes conditionnels ne sont pas ceux de `%s`. Attendu : %s. Trouvé : %s. Reprenez les mêmes conditions, dans le même ordre.",
		"The conditional paragraphs are not those of `%s`. Expected: %s. Found: %s. Use the same conditions, in the same order.")
	ruleCitation = rule("S236",
		"`%s` ne peut pas nommer un point. Citez un point à la fois, par exemple `[@T12] [@T9]`.",
		"`%s` cannot name a point. Cite one point at a time, for instance `[@T12] [@T9]`.")
	ruleCitationHere = rule("S237",
		"Une citation ne se lit que sous `#### expert` et dans la note. Déplacez-la.",
		"A citation is only read under `#### expert` and in the note. Move it.")
	ruleNoCitation = rule("S238",
		"Ce commentaire ne cite aucun point. Ajoutez-en un au moins, par exemple `[@T12]`.",
		"This comment cites no point. Add at least one, for instance `[@T12]`.")
	ruleUnknownPoint = rule("S239",
		"Le point `%s` n’est pas dans le registre `sources.yaml`.%s Corrigez l’identifiant, ou ajoutez le point au registre.",
		"The point `%s` is not in the register `sources.yaml`.%s Mend the id, or add the point to the register.")
	ruleSourceUnlisted = rule("S240",
		"Le point `%s` vient de la source `%s`, que le cas n’annonce pas. Ajoutez-la à la liste `sources` du cas.",
		"The point `%s` is from the source `%s`, which the case does not announce. Add it to the case’s list of `sources`.")
	ruleCitationsDiffer = rule("S241",
		"Les citations ne sont pas celles de `%s`. Attendu : %s. Trouvé : %s. Citez les mêmes points.",
		"The citations are not those of `%s`. Expected: %s. Found: %s. Cite the same points.")
	ruleHTML = rule("S242",
		"Le HTML n’est pas admis. Écrivez en Markdown ; mettez une barre oblique inverse devant un `<` qui est du texte.",
		"HTML is not allowed. Write Markdown; put a backslash before a `<` that is meant as text.")
	ruleInnerHeading = rule("S243",
		"Les titres de `#` à `####` sont ceux du scénario. Dans un texte, prenez `#####`.",
		"Headings from `#` to `####` belong to the screenplay. Within a text use `#####`.")
	ruleLink = rule("S244",
		"Le lien `%s` n’est pas admis. Seules les adresses `https://` et `mailto:` le sont.",
		"The link `%s` is not allowed. Only `https://` and `mailto:` addresses are.")
	ruleCrowded = rule("S245",
		"Ce texte a trop de marques Markdown (crochets, étoiles, colonnes, retraits, lignes) pour être lu vite. Simplifiez-le.",
		"This text has too many Markdown marks (brackets, stars, columns, indents, lines) to be read quickly. Make it simpler.")
	ruleTranslationCount = rule("S246",
		"Cette pièce compte %d lignes dans `%s` et %d ici : en-têtes, messages et barres vont par paires. Traduisez-les toutes.",
		"This exhibit has %d entries in `%s` and %d here: headers, messages and bars go in pairs. Translate all of them.")
)

// Exhibits.
var (
	ruleMessage = rule("S250",
		"Cette ligne n’est pas un message. Écrivez `%s` ; une ligne qui continue un message ne commence pas par `**`.",
		"This line is not a message. Write `%s`; a line that goes on with a message does not begin with `**`.")
	ruleEmailHeader = rule("S251",
		"Un courriel commence par ses en-têtes, par exemple `**De** Marc Verdier`, puis une ligne vide. Corrigez cette ligne.",
		"An email begins with its headers, for instance `**From** Marc Verdier`, then an empty line. Mend this line.")
	ruleFigureTable = rule("S252",
		"Une figure a un tableau de deux colonnes : libellé et nombre. Ajoutez-le.",
		"A figure has a table of two columns: label and number. Add it.")
	ruleFigureNumber = rule("S253",
		"`%s` n’est pas un nombre. Écrivez par exemple `12,5 %%`.",
		"`%s` is not a number. Write for instance `12.5%%`.")
	ruleExhibitTable = rule("S254",
		"Cette pièce doit contenir un tableau Markdown. Ajoutez-le, ou changez `kind`.",
		"This exhibit has to hold a Markdown table. Add it, or change `kind`.")
	ruleExhibitList = rule("S255",
		"Un organigramme est une liste à tirets, dont le retrait dit qui dépend de qui. Ajoutez-la.",
		"An org chart is a dashed list, whose indentation says who reports to whom. Add it.")
)

// Pictures and sounds.
var (
	ruleMediaName = rule("S260",
		"`%s` n’est pas un nom admis dans `media`. Prenez des lettres minuscules sans accent, chiffres, `-` ou `_`, puis .png, .jpg, .jpeg, .webp ou .mp3.",
		"`%s` is not a name allowed in `media`. Use lower-case letters without accents, digits, `-` or `_`, then .png, .jpg, .jpeg, .webp or .mp3.")
	ruleMediaTotal = rule("S261",
		"Les fichiers de `media` dépassent ensemble %d Mio. Retirez-en, ou réduisez-les.",
		"The files in `media` are larger than %d MiB together. Remove some, or make them smaller.")
	ruleMediaKind = rule("S262",
		"`%s` n’est pas un fichier %s, ou il est abîmé. Enregistrez-le à nouveau.",
		"`%s` is not a %s file, or it is damaged. Save it again.")
	ruleMediaPixels = rule("S263",
		"`%s` a plus de %d millions de pixels. Réduisez-le.",
		"`%s` has more than %d million pixels. Make it smaller.")
	ruleImageName = rule("S264",
		"L’image `%s` ne peut pas être montrée. Déposez-la dans `media` et écrivez son seul nom : `![description](plan.png)`.",
		"The picture `%s` cannot be shown. Put it into `media` and write its bare name: `![description](map.png)`.")
	ruleImageMissing = rule("S265",
		"`media/%s` n’existe pas.%s Corrigez le nom, ou déposez le fichier dans `media`.",
		"There is no `media/%s`.%s Mend the name, or put the file into `media`.")
	ruleImageAlt = rule("S266",
		"L’image `%s` n’a pas de description. Écrivez entre les crochets ce qu’elle montre.",
		"The picture `%s` has no description. Say between the brackets what it shows.")
)
