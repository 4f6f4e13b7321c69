package cohort

import (
	"bytes"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"casebook/internal/fault"
)

// MostListBytes is how long a list of people may be.
const MostListBytes = 5 << 20

var (
	asUTF16 = fault.Text{FR: "Le fichier a été lu en UTF-16.", EN: "The file was read as UTF-16."}
	asANSI  = fault.Text{
		FR: "Le fichier a été lu en Windows-1252 : vérifiez les accents dans l’aperçu.",
		EN: "The file was read as Windows-1252: check the accents in the preview.",
	}
)

// decoded is the text of a file as programs write it, and what its reader ought to know of the encoding. A workbook, a
// picture and the like are refused.
func decoded(data []byte) (text string, note fault.Text, err error) {
	switch {
	case len(data) > MostListBytes:
		return "", note, listTooLong()
	case bytes.HasPrefix(data, []byte("PK\x03\x04")), bytes.HasPrefix(data, []byte("\xD0\xCF\x11\xE0")):
		return "", note, isWorkbook()
	}
	if utf16, endian := isUTF16(data); utf16 {
		data, err = unicode.UTF16(endian, unicode.UseBOM).NewDecoder().Bytes(data)
		note = asUTF16
	} else if data = bytes.TrimPrefix(data, []byte("\xEF\xBB\xBF")); !utf8.Valid(data) {
		data, err = charmap.Windows1252.NewDecoder().Bytes(data)
		note = asANSI
	}
	if err != nil || bytes.IndexByte(data, 0) >= 0 {
		return "", note, notAList()
	}
	return string(data), note, nil
}

// isUTF16 tells by the mark at the start, or by the zero in every other byte of text in our letters.
func isUTF16(data []byte) (bool, unicode.Endianness) {
	switch {
	case bytes.HasPrefix(data, []byte("\xFF\xFE")):
		return true, unicode.LittleEndian
	case bytes.HasPrefix(data, []byte("\xFE\xFF")):
		return true, unicode.BigEndian
	}
	var zeros [2]int
	head := data[:min(len(data), 512)]
	for i, b := range head {
		if b == 0 {
			zeros[i%2]++
		}
	}
	switch {
	case zeros[1] > len(head)/4 && zeros[0] == 0:
		return true, unicode.LittleEndian
	case zeros[0] > len(head)/4 && zeros[1] == 0:
		return true, unicode.BigEndian
	default:
		return false, unicode.LittleEndian
	}
}

func listTooLong() error {
	return fault.New(fault.TooLarge, "list_too_long", fault.Text{
		FR: "Le fichier dépasse 5 Mio. Gardez les colonnes du nom et de l’adresse, ou partagez la liste en plusieurs.",
		EN: "The file exceeds 5 MiB. Keep the columns of name and address, or split the list.",
	})
}

func isWorkbook() error {
	return fault.New(fault.Invalid, "list_is_workbook", fault.Text{
		FR: "C’est un classeur, pas un fichier CSV. Dans le tableur, choisissez « Enregistrer sous », puis « CSV ».",
		EN: "This is a workbook, not a CSV file. In the spreadsheet, choose “Save as”, then “CSV”.",
	})
}

func notAList() error {
	return fault.New(fault.Invalid, "list_unreadable", fault.Text{
		FR: "Ce fichier n’est pas une liste en texte. Enregistrez-la au format CSV, puis réessayez.",
		EN: "This file is not a list in text. Save it as CSV, then try again.",
	})
}
