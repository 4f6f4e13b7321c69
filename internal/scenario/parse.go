package scenario

import "io/fs"

// Parse reads the folder of one case: scenario.yaml, text.<lang>.md and media/. It finds all faults rather than the
// first; where there is any, the Scenario is nil. Without registers, the ids of sources, competencies and teaching
// points are taken as they are.
func Parse(folder fs.FS, registers *Registers) (*Scenario, Issues) {
	sc, _, issues := ParsePlaces(folder, registers)
	return sc, issues
}

// ParsePlaces is Parse for who has something to say about the case: it also tells where each part is written.
func ParsePlaces(folder fs.FS, registers *Registers) (*Scenario, *Places, Issues) {
	r := &report{}
	media := r.readMedia(folder)
	m := r.readMap(folder, registers)
	blocks := r.readTexts(folder, m, media)
	if len(r.issues) > 0 {
		return nil, nil, r.sorted()
	}
	m.sc.Media = media
	return m.sc, &Places{root: m.root, blocks: blocks}, nil
}
