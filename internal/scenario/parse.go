package scenario

import "io/fs"

// Parse reads the folder of one case: scenario.yaml, text.<lang>.md and media/. It finds all faults rather than the
// first; where there is any, the Scenario is nil. Without registers, the ids of sources, competencies and teaching
// points are taken as they are.
func Parse(folder fs.FS, registers *Registers) (*Scenario, Issues) {
	r := &report{}
	media := r.readMedia(folder)
	m := r.readMap(folder, registers)
	r.readTexts(folder, m, media)
	if len(r.issues) > 0 {
		return nil, r.sorted()
	}
	m.sc.Media = media
	return m.sc, nil
}
