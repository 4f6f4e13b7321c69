package library

import (
	"strings"

	"casebook/internal/fault"
)

// ZipTooLarge is the refusal of a zip that is over MaxZip bytes.
func ZipTooLarge() error {
	return fault.New(fault.TooLarge, "zip_too_large", fault.Text{
		FR: "Ce zip dépasse %d Mio. Réduisez ses images et ses sons, puis compressez le dossier à nouveau.",
		EN: "This zip exceeds %d MiB. Make its pictures and sounds smaller, then compress the folder again.",
	}, MaxZip>>20)
}

func notAZip() *fault.Fault {
	return fault.New(fault.Invalid, "not_a_zip", fault.Text{
		FR: "Ce fichier n’est pas un zip, ou il est abîmé. Compressez le dossier du cas, puis envoyez le .zip obtenu.",
		EN: "This file is not a zip, or it is damaged. Compress the case’s folder, then send the .zip file.",
	})
}

func tooManyEntries() error {
	return fault.New(fault.Invalid, "zip_too_many_entries", fault.Text{
		FR: "Ce zip contient plus de %d entrées. N’y laissez que le dossier du cas.",
		EN: "This zip holds more than %d entries. Leave nothing in it but the case’s folder.",
	}, maxEntries)
}

func tooMuchUnpacked(name string) error {
	return ofEntry("zip_too_large_unpacked", name, fault.Text{
		FR: "Une fois décompressé, ce zip dépasse %[2]d Mio : « %[1]s » est de trop. Réduisez les images et les sons.",
		EN: "Unpacked, this zip exceeds %[2]d MiB: “%[1]s” is too much. Make its pictures and sounds smaller.",
	}, maxArchive>>20)
}

func tooDense(name string) error {
	return ofEntry("zip_too_dense", name, fault.Text{
		FR: "L’entrée « %[1]s » devient plus de %[2]d fois plus grosse une fois décompressée : aucun fichier de cas ne fait cela. Remplacez-la par le vrai fichier.",
		EN: "The entry “%[1]s” unpacks to more than %[2]d times its size, which no file of a case does. Replace it with the real file.",
	}, maxRatio)
}

func damagedEntry(name string) *fault.Fault {
	return ofEntry("zip_damaged", name, fault.Text{
		FR: "L’entrée « %[1]s » n’est pas ce que le zip annonce : sa taille ou sa somme de contrôle est fausse. Compressez le dossier à nouveau.",
		EN: "The entry “%[1]s” is not what the zip says it is: its size or its checksum is wrong. Compress the folder again.",
	})
}

func leadsOut(name string) error {
	return ofEntry("zip_leads_out", name, fault.Text{
		FR: "Le nom « %[1]s » mène hors du dossier du zip. Compressez le dossier du cas lui-même, sans chemin absolu ni « .. ».",
		EN: "The name “%[1]s” leads out of the zip’s folder. Compress the case’s folder itself, without an absolute path or “..”.",
	})
}

func backslash(name string) error {
	return ofEntry("zip_backslash", name, fault.Text{
		FR: "Le nom « %[1]s » contient une barre oblique inversée. Renommez le fichier, ou compressez le dossier avec un autre outil.",
		EN: "The name “%[1]s” holds a backslash. Rename the file, or compress the folder with another tool.",
	})
}

func unprintable(name string) error {
	return ofEntry("zip_unprintable_name", name, fault.Text{
		FR: "Le nom « %[1]s » contient un caractère invisible. Renommez le fichier, puis compressez le dossier à nouveau.",
		EN: "The name “%[1]s” holds a character that cannot be seen. Rename the file, then compress the folder again.",
	})
}

func notAFile(name string) error {
	return ofEntry("zip_not_a_file", name, fault.Text{
		FR: "L’entrée « %[1]s » est un lien ou autre chose qu’un fichier. Mettez à sa place le fichier qu’elle désigne.",
		EN: "The entry “%[1]s” is a link, or something else than a file. Put the file that it points to in its place.",
	})
}

func nestedArchive(name string) error {
	return ofEntry("zip_nested", name, fault.Text{
		FR: "L’entrée « %[1]s » est une archive dans l’archive. Sortez-en les fichiers, puis compressez le dossier à nouveau.",
		EN: "The entry “%[1]s” is an archive within the archive. Take its files out, then compress the folder again.",
	})
}

func encryptedEntry(name string) error {
	return ofEntry("zip_encrypted", name, fault.Text{
		FR: "L’entrée « %[1]s » est protégée par un mot de passe. Compressez le dossier sans mot de passe.",
		EN: "The entry “%[1]s” is protected by a password. Compress the folder without one.",
	})
}

func unknownMethod(name string) error {
	return ofEntry("zip_unknown_method", name, fault.Text{
		FR: "L’entrée « %[1]s » est compressée d’une façon qui n’est pas lue ici. Choisissez la compression ordinaire (Deflate).",
		EN: "The entry “%[1]s” is compressed in a way that is not read here. Choose ordinary compression (Deflate).",
	})
}

// twins refuses two entries of one name, or of names that are one to a Mac or to Windows.
func twins(one, other string) error {
	if one == other {
		return ofEntry("zip_name_twice", one, fault.Text{
			FR: "Le nom « %[1]s » figure deux fois dans le zip. Gardez l’un des deux fichiers.",
			EN: "The name “%[1]s” is in the zip twice. Keep one of the two files.",
		})
	}
	return ofEntry("zip_names_alike", one, fault.Text{
		FR: "« %[1]s » et « %[2]s » ne diffèrent que par les majuscules : sur un autre système, l’un écraserait l’autre. Renommez l’un des deux.",
		EN: "“%[1]s” and “%[2]s” differ in capitals only: on another system one would overwrite the other. Rename one of them.",
	}, clip(other))
}

func noCase() error {
	return fault.New(fault.Invalid, "zip_without_case", fault.Text{
		FR: "Il n’y a pas de scenario.yaml dans ce zip. Compressez le dossier qui contient scenario.yaml et les fichiers text.fr.md ou text.en.md.",
		EN: "There is no scenario.yaml in this zip. Compress the folder that holds scenario.yaml and the files text.fr.md or text.en.md.",
	})
}

func severalCases(one, other string) error {
	return fault.New(fault.Invalid, "zip_of_several_cases", fault.Text{
		FR: "Ce zip contient plusieurs cas, dont « %[1]s » et « %[2]s ». Envoyez un zip par cas.",
		EN: "This zip holds several cases, “%[1]s” and “%[2]s” among them. Send one zip for each case.",
	}, clip(one), clip(other))
}

// ofEntry is a refusal that names an entry of the zip.
func ofEntry(code, name string, text fault.Text, more ...any) *fault.Fault {
	return fault.New(fault.Invalid, code, text, append([]any{clip(name)}, more...)...)
}

// clip makes a name that somebody has sent fit to be told back.
func clip(name string) string {
	const most = 80
	seen := []rune(strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f {
			return '\uFFFD'
		}
		return r
	}, strings.ToValidUTF8(name, "\uFFFD")))
	if len(seen) > most {
		return "…" + string(seen[len(seen)-most:])
	}
	return string(seen)
}
