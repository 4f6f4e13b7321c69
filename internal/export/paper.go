package export

import (
	"fmt"
	"io"
	"strings"
	"time"

	"codeberg.org/go-pdf/fpdf"
	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/goitalic"
	"golang.org/x/image/font/gofont/goregular"
)

// Lengths are in millimetres, sizes of type in points.
const (
	family  = "Go"
	margin  = 18.
	gap     = 4.
	bodyPt  = 9.5
	leading = 4.6
)

// colour is one in sRGB.
type colour struct{ r, g, b int }

// The colours of the screens, on white.
var (
	ink    = colour{28, 41, 48}
	faint  = colour{92, 108, 116}
	line   = colour{205, 214, 218}
	sunk   = colour{240, 244, 245}
	accent = colour{0, 92, 99}
	pale   = colour{190, 220, 218}
	white  = colour{255, 255, 255}
)

// paper is a document on its way, on A4.
type paper struct {
	*fpdf.Fpdf
	lang  string
	width float64 // between the margins
}

// newPaper begins a document. foot stands under each page, before its number.
func newPaper(lang, title, foot string, at time.Time) *paper {
	p := &paper{Fpdf: fpdf.New("P", "mm", "A4", ""), lang: lang}
	p.AddUTF8FontFromBytes(family, "", goregular.TTF)
	p.AddUTF8FontFromBytes(family, "B", gobold.TTF)
	p.AddUTF8FontFromBytes(family, "I", goitalic.TTF)
	p.SetTitle(title, true)
	p.SetCreator("Casebook", true)
	p.SetLang(lang)
	p.SetCreationDate(at)
	p.SetModificationDate(at)
	p.SetMargins(margin, margin, margin)
	p.SetAutoPageBreak(true, margin+4)
	p.SetCellMargin(0)
	wide, _ := p.GetPageSize()
	p.width = wide - 2*margin
	p.AliasNbPages("{pages}")
	p.SetFooterFunc(func() {
		p.SetY(-margin + 2)
		p.print("", 7.5, faint)
		p.CellFormat(p.width, 4, set(fmt.Sprintf("%s · %d / {pages}", foot, p.PageNo())), "", 0, "L", false, 0, "")
	})
	p.AddPage()
	return p
}

// write ends the document.
func (p *paper) write(w io.Writer) error {
	if err := p.Output(w); err != nil {
		return fmt.Errorf("write the document: %w", err)
	}
	return nil
}

// print chooses how what follows is set.
func (p *paper) print(style string, size float64, c colour) {
	p.SetFont(family, style, size)
	p.SetTextColor(c.r, c.g, c.b)
}

func (p *paper) fill(c colour)   { p.SetFillColor(c.r, c.g, c.b) }
func (p *paper) stroke(c colour) { p.SetDrawColor(c.r, c.g, c.b) }

// title is what the document is called, once.
func (p *paper) title(name, under string) {
	p.print("B", 22, ink)
	p.MultiCell(p.width, 9, set(name), "", "L", false)
	p.print("", 11, faint)
	p.MultiCell(p.width, 5.4, set(under), "", "L", false)
	p.Ln(gap)
	p.rule()
}

func (p *paper) rule() {
	p.stroke(line)
	p.SetLineWidth(.3)
	p.Line(margin, p.GetY(), margin+p.width, p.GetY())
	p.Ln(gap)
}

// heading begins a part; it does not stand alone at the foot of a page.
func (p *paper) heading(text string) {
	p.room(32)
	p.Ln(gap)
	p.print("B", 13.5, ink)
	p.MultiCell(p.width, 6.5, set(text), "", "L", false)
	p.Ln(1.5)
}

func (p *paper) subheading(text string) {
	p.room(24)
	p.Ln(2)
	p.print("B", 10.5, ink)
	p.MultiCell(p.width, 5.2, set(text), "", "L", false)
	p.Ln(.8)
}

// answer is a question and what is answered, in one paragraph.
func (p *paper) answer(question, text string) {
	p.room(3 * leading)
	p.print("B", bodyPt, ink)
	p.Write(leading, set(question)+" ")
	p.print("", bodyPt, ink)
	p.Write(leading, set(text))
	p.Ln(leading + 1.2)
}

func (p *paper) paragraph(text string) { p.lines("", bodyPt, ink, text) }

func (p *paper) note(text string) { p.lines("", 8.2, faint, text) }

func (p *paper) lines(style string, size float64, c colour, text string) {
	p.print(style, size, c)
	p.MultiCell(p.width, leading*size/bodyPt, set(text), "", "L", false)
	p.Ln(1.2)
}

// columns sets short lines in two columns, down the first and then the second.
func (p *paper) columns(lines []string) {
	const tall = 3.9
	half := (len(lines) + 1) / 2
	p.room(tall * float64(half))
	top := p.GetY()
	for i, line := range lines {
		x, y := margin, top+tall*float64(i)
		if i >= half {
			x, y = margin+p.width/2, top+tall*float64(i-half)
		}
		p.put(x, y, p.width/2-2, tall, "", 8.2, faint, line)
	}
	p.SetXY(margin, top+tall*float64(half)+1.2)
}

// room begins a new page unless so much of this one is left.
func (p *paper) room(height float64) {
	_, tall := p.GetPageSize()
	if _, bottom := p.GetAutoPageBreak(); p.GetY()+height > tall-bottom {
		p.AddPage()
	}
}

// set is a text in characters that the font has.
func set(text string) string {
	return strings.NewReplacer("\u202f", "\u00a0", "\u2011", "-", "\u200b", "", "\t", " ").Replace(text)
}
