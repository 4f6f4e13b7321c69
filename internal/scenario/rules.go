package scenario

import "casebook/internal/fault"

// The rules of the format. A code never changes its meaning and is never used again; the tens leave room to grow.

// Files.
var (
	ruleFileMissing = rule("S001",
		"Le fichier `%s` manque. Ajoutez-le au dossier du cas.",
		"The file `%s` is missing. Add it to the case’s folder.")
	ruleFileLarge = rule("S002",
		"`%s` dépasse %s. Raccourcissez-le.",
		"`%s` is larger than %s. Make it smaller.")
	ruleFileUnreadable = rule("S003",
		"`%s` ne peut pas être lu. Vérifiez que c’est un fichier ordinaire et que vous avez le droit de le lire.",
		"`%s` cannot be read. Check that it is an ordinary file and that you may read it.")
	ruleFileBytes = rule("S004",
		"Ici se trouve un octet qui n’est pas du texte UTF-8, ou un caractère de commande. Enregistrez le fichier en UTF-8 et retirez ce caractère.",
		"There is a byte here that is not UTF-8 text, or a control character. Save the file as UTF-8 and remove this character.")
	ruleTooManyIssues = rule("S005",
		"Il y a plus de %d fautes. Corrigez d’abord celles-ci.",
		"There are more than %d faults. Mend these first.")
)

// YAML.
var (
	ruleYAMLSyntax = rule("S010",
		"Le YAML ne peut pas être lu à partir d’ici. %s",
		"The YAML cannot be read from here. %s")
	ruleYAMLEmpty = rule("S011",
		"`%s` est vide. Écrivez la carte du cas, ou copiez celle d’un cas existant.",
		"`%s` is empty. Write the map of the case, or copy that of another case.")
	ruleYAMLSecond = rule("S012",
		"Un second document commence ici. Gardez-en un seul par fichier : retirez `---` et ce qui suit.",
		"A second document begins here. Keep one in each file: remove `---` and what follows.")
	ruleYAMLNodes = rule("S013",
		"Le fichier a plus de %d valeurs. Partagez le cas en deux.",
		"The file has more than %d values. Split the case in two.")
	ruleYAMLDepth = rule("S014",
		"L’imbrication dépasse %d niveaux ici. Vérifiez les crochets, les accolades et le retrait des lignes.",
		"More than %d levels are nested here. Check brackets, braces and how lines are indented.")
	ruleYAMLAnchor = rule("S015",
		"L’ancre `&%s` n’est pas admise. Écrivez la valeur là où elle sert ; mettez entre guillemets un texte qui commence par &.",
		"The anchor `&%s` is not allowed. Write the value where it is needed; put quotes around a text that begins with &.")
	ruleYAMLAlias = rule("S016",
		"L’alias `*%s` n’est pas admis. Répétez la valeur ; mettez entre guillemets un texte qui commence par *.",
		"The alias `*%s` is not allowed. Repeat the value; put quotes around a text that begins with *.")
	ruleYAMLTag = rule("S017",
		"L’étiquette de type `%s` n’est pas admise. Retirez-la ; mettez entre guillemets un texte qui commence par un point d’exclamation.",
		"The tag `%s` is not allowed. Remove it; put quotes around a text that begins with an exclamation mark.")
	ruleYAMLKey = rule("S018",
		"Une clé doit être un mot. Mettez entre guillemets celle qui contient des crochets ou des accolades.",
		"A key has to be a word. Put quotes around one that holds brackets or braces.")
	ruleYAMLDuplicate = rule("S019",
		"La clé `%s` est déjà écrite à la ligne %d. Gardez l’une des deux.",
		"The key `%s` is already there in line %d. Keep one of the two.")
	ruleYAMLTab = rule("S009",
		"Une tabulation se trouve au début de cette ligne. Remplacez-la par des espaces.",
		"There is a tab at the beginning of this line. Replace it by spaces.")
)

// Values.
var (
	ruleNotMapping = rule("S020",
		"Il faut ici des clés et des valeurs. Écrivez `clé: valeur`, une par ligne ou entre accolades.",
		"Keys and values are expected here. Write `key: value`, one on each line or between braces.")
	ruleUnknownKey = rule("S021",
		"La clé `%s` n’existe pas ici.%s Corrigez-la ou retirez-la.",
		"There is no key `%s` here.%s Mend it or remove it.")
	ruleMissingKey = rule("S022",
		"La clé `%s` manque. Ajoutez-la.",
		"The key `%s` is missing. Add it.")
	ruleBadID = rule("S023",
		"`%s` n’est pas un identifiant. Prenez de 1 à 64 lettres minuscules sans accent, chiffres, `-` ou `_`, en commençant par une lettre ou un chiffre.",
		"`%s` is not an id. Use 1 to 64 lower-case letters without accents, digits, `-` or `_`, beginning with a letter or a digit.")
	ruleTwice = rule("S024",
		"`%s` est déjà dans cette liste. Retirez-le ici.",
		"`%s` is already in this list. Remove it here.")
	ruleNotText = rule("S025",
		"Il faut ici un mot ou un texte. Écrivez-le, ou retirez la clé.",
		"A word or a text is expected here. Write it, or remove the key.")
	ruleNotInteger = rule("S026",
		"Il faut ici un nombre entier de %d à %d, sans guillemets ni zéro devant.",
		"A whole number from %d to %d is expected here, without quotes or leading zeros.")
	ruleOutOfRange = rule("S027",
		"%s sort des bornes. Prenez un nombre entier de %d à %d.",
		"%s is out of bounds. Use a whole number from %d to %d.")
	ruleNotBoolean = rule("S028",
		"Il faut ici `true` ou `false`, sans guillemets.",
		"`true` or `false` is expected here, without quotes.")
	ruleTooMany = rule("S029",
		"Il y en a plus de %d : %s. Retirez-en, ou partagez le cas en deux.",
		"There are more than %d %s. Remove some, or split the case in two.")
)

// What is counted against a limit.
var (
	gaugesAndFlags = fault.Text{FR: "jauges et drapeaux", EN: "gauges and flags"}
	ofNodes        = fault.Text{FR: "nœuds", EN: "nodes"}
	ofLooks        = fault.Text{FR: "enquêtes à cette décision", EN: "looks at this decision"}
	ofChoices      = fault.Text{FR: "choix à cette décision", EN: "choices at this decision"}
)
