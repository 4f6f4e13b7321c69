package scenario_test

import (
	"slices"
	"strings"
	"testing"

	"casebook/internal/scenario"
)

func TestExhibitsAreTakenApartByKind(t *testing.T) {
	s := parse(t, workshop(t))
	text := s.Text("fr")
	exhibit := func(id string) []scenario.ExhibitPart {
		i := slices.IndexFunc(s.Exhibits, func(x scenario.Exhibit) bool { return x.ID == id })
		return text.Exhibits[i].Parts
	}
	if p := exhibit("invitation")[0]; len(p.Headers) != 3 || p.Headers[2] != (scenario.Header{Label: "Objet", Value: "Atelier de jeudi"}) || !strings.Contains(p.HTML, "<em>beaucoup</em>") {
		t.Errorf("email: %+v", p)
	}
	if p := exhibit("fil")[0].Messages; len(p) != 3 || p[1].Who != "Inès" || p[1].At != "16:05" || p[1].HTML != "<p>Elle n&#39;a rien dit sur les maquettes non plus.\nJuste un pouce.</p>" {
		t.Errorf("chat: %+v", p)
	}
	if p := exhibit("entretien"); len(p) != 3 || p[0].Messages[0].At != "" || p[1].When == nil || len(text.Exhibits[3].OnTruth()) != 2 {
		t.Errorf("call: %+v", p)
	}
	if p := exhibit("bilan")[0].Messages; len(p) != 3 || p[2].HTML != "<p>Moi. Enfin, nous verrons.</p>" {
		t.Errorf("meeting: %+v", p)
	}
	if p := exhibit("avis")[0]; len(p.Bars) != 3 || p.Bars[0] != (scenario.Bar{Label: "Essayer avant d'acheter", Value: 61.5, Text: "61,5 %"}) || p.HTML != "<p>Une enquête auprès de 212 acheteurs :</p>" {
		t.Errorf("figure: %+v", p)
	}
	for id, want := range map[string]string{"devis": `<td align="right">2 400 €</td>`, "equipe": "<ul>\n<li>Inès", "contrat": "<ol>"} {
		if html := exhibit(id)[0].HTML; !strings.Contains(strings.ReplaceAll(html, "<li><strong>Tom Le Goff</strong>, chef de projet</li>\n", ""), want) {
			t.Errorf("%s: %s", id, html)
		}
	}
}

func TestAThemeIsALabelThatEveryLanguageGives(t *testing.T) {
	s := parse(t, workshop(t))
	if fr, en := s.Text("fr").Theme, s.Text("en").Theme; fr != "Préparer un atelier" || en != "Preparing a workshop" {
		t.Errorf("got %q and %q", fr, en)
	}
	expect(t, spoilt(t, english, "## theme | Preparing a workshop\n", ""), "S210", english, 1)
	expect(t, spoilt(t, english, "## theme | Preparing a workshop\n", "## theme | Preparing\nAnd more.\n"), "S216", english, 6)
}

func TestBlocksReadAsTheStateHasIt(t *testing.T) {
	s := parse(t, workshop(t))
	i, _ := s.NodeIndex("aveu")
	body := s.Text("en").Nodes[i].Body
	var v scenario.Vars
	if html := body.HTML(&v, scenario.World{1}); !strings.Contains(html, "three weeks") || strings.Contains(html, "budget") || !strings.Contains(html, "takes notes") {
		t.Error(html)
	}
	if len(body.OnTruth()) != 2 || body.Empty() {
		t.Error("the confession depends on a truth twice")
	}
}

func TestTheExpertsCitationsStandApart(t *testing.T) {
	s := parse(t, workshop(t))
	i, _ := s.NodeIndex("decider")
	choice := s.Text("fr").Nodes[i].Choices[0]
	if !slices.Equal(choice.Points, []string{"V10", "V9"}) || strings.Contains(choice.Expert.Parts[0].HTML, "[@") || !strings.Contains(choice.Expert.Source, "[@V10]") {
		t.Errorf("%v %+v", choice.Points, choice.Expert)
	}
	if note := s.Text("fr").Note["objectives"].Parts[0].HTML; note != "<p>Entendre ce qui retient un client avant de proposer. (V12)</p>" {
		t.Error(note)
	}
}

func TestLabelsOfGauges(t *testing.T) {
	s := parse(t, workshop(t))
	if got := s.Text("en").Vars[:4]; !slices.Equal(got, []string{"Trust", "Fatigue", "Moral", "Hours to prepare"}) {
		t.Error(got)
	}
}

func TestMarkdownIsSanitised(t *testing.T) {
	folder := workshop(t)
	plant{file: french, old: "Elle pose son stylo.", put: "Voir [le site](https://example.org/?a=1&b=2), `code`, *oui*.\n\n##### Plus bas\n\n![Voix](voix.mp3)\n\n```js\n# non\n```"}.in(t, folder)
	// A heading of the screenplay ends the text even within a fence: indent it there.
	plant{file: french, old: "\n# non\n", put: "\n  non\n"}.in(t, folder)
	folder["media/voix.mp3"] = &mp3
	s := parse(t, folder)
	i, _ := s.NodeIndex("atelier")
	got := s.Text("fr").Nodes[i].Choices[0].Result.Parts[0].HTML
	want := `<p>Voir <a href="https://example.org/?a=1&amp;b=2" rel="noreferrer noopener" target="_blank">le site</a>, <code>code</code>, <em>oui</em>.</p>
<h5>Plus bas</h5>
<p><audio controls="" preload="none" src="media/voix.mp3" aria-label="Voix"></audio></p>
<pre><code>  non
</code></pre>`
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestNumbersOfAFigure(t *testing.T) {
	for lang, numbers := range map[string]map[string]float64{
		french:  {"12,5 %": 12.5, "1 234,5": 1234.5, "1 200 €": 1200, "2 400 €": 2400, "−3": -3, "12.5": 12.5, "1.234,5": 1234.5, "0,125": 0.125, "+7 pts": 7},
		english: {"12.5%": 12.5, "1,234.5": 1234.5, "€1,200": 1200, "-3": -3, "12,5": 12.5, "1,234,567": 1234567, "0.125": 0.125, "1.234": 1.234},
	} {
		for written, want := range numbers {
			folder := workshop(t)
			old := map[string]string{french: "61,5 %", english: "61.5 %"}[lang]
			plant{file: lang, old: old, put: written}.in(t, folder)
			bar := parse(t, folder).Text(lang[5:7]).Exhibits[7].Parts[0].Bars[0]
			if bar.Value != want || bar.Text != written {
				t.Errorf("%q in %s is %v", written, lang, bar)
			}
		}
	}
}
