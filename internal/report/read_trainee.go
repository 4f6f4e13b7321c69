package report

import (
	"context"
	"slices"

	"github.com/google/uuid"

	"casebook/internal/account"
	"casebook/internal/attempt"
	"casebook/internal/cohort"
	"casebook/internal/engine"
	"casebook/internal/fault"
	"casebook/internal/scoring"
)

// Trainee tells a trainer what a person of their cohort did under its assignments, once the audit trail knows of it.
func (r *Reader) Trainee(ctx context.Context, by account.Account, id, person uuid.UUID) (Trainee, error) {
	in := cohort.People(by)
	if err := r.records.ReportViewed(ctx, in, id, person, uuid.Nil); err != nil {
		return Trainee{}, err
	}
	_, work, err := r.records.TraineeWork(ctx, in, id, person)
	if err != nil {
		return Trainee{}, err
	}
	roll, err := r.records.CohortRoll(ctx, in, id) // after the work: it knows whatever that was begun for
	if err != nil {
		return Trainee{}, err
	}
	t, err := r.table(ctx, &roll)
	if err != nil {
		return Trainee{}, err
	}
	return t.trainee(person, work)
}

// Debrief tells a trainer an attempt of a person of their cohort, once the audit trail knows of it.
func (r *Reader) Debrief(ctx context.Context, by account.Account, id, person, which uuid.UUID) (attempt.Debrief, error) {
	in := cohort.People(by)
	head, err := r.isTheirs(ctx, in, id, person, which)
	if err != nil {
		return attempt.Debrief{}, err
	}
	if err := r.records.ReportViewed(ctx, in, id, person, which); err != nil {
		return attempt.Debrief{}, err
	}
	d, err := r.attempts.Debrief(ctx, account.Account{ID: person}, which)
	d.Demo = head.Demo
	return d, err
}

// Media returns a picture or a sound of that debrief.
func (r *Reader) Media(ctx context.Context, by account.Account, id, person, which uuid.UUID, name string) ([]byte, error) {
	if _, err := r.isTheirs(ctx, cohort.People(by), id, person, which); err != nil {
		return nil, err
	}
	return r.attempts.Media(ctx, account.Account{ID: person}, which, name)
}

// isTheirs refuses an attempt that is not a person's under a cohort, and tells which cohort it is.
func (r *Reader) isTheirs(ctx context.Context, in cohort.Scope, id, person, which uuid.UUID) (Heading, error) {
	head, work, err := r.records.TraineeWork(ctx, in, id, person)
	if err == nil && !slices.ContainsFunc(work, func(a attempt.Attempt) bool { return a.ID == which }) {
		err = fault.New(fault.NotFound, "unknown_attempt", fault.Text{
			FR: "Cette personne n’a pas de telle partie dans cette promotion.",
			EN: "This person has no such attempt in this cohort.",
		})
	}
	return head, err
}

// trainee tells what somebody did.
func (t *table) trainee(person uuid.UUID, work []attempt.Attempt) (Trainee, error) {
	member := slices.IndexFunc(t.Members, func(m Member) bool { return m.Account == person })
	if member < 0 { // they have left since their work was read
		return Trainee{}, cohort.NoSuchMember()
	}
	row, err := t.row(t.Members[member])
	if err != nil {
		return Trainee{}, err
	}
	out := Trainee{
		Cohort: t.Cohort, Account: person, Name: row.Name, Email: row.Email, At: t.at, Help: row.Help,
		Rules: rules(traineeRules...),
	}
	var all judged
	for i := range work {
		played, moves, err := t.played(&work[i])
		if err != nil {
			return Trainee{}, err
		}
		out.Attempts = append(out.Attempts, played)
		all.add(moves)
	}
	out.Calibration, out.Confidence = all.calibration(), all.levels()
	for i, c := range t.competencies {
		out.Competencies = append(out.Competencies, Shown{c, row.Competencies[i]})
	}
	if out.Growth = t.changes(person); len(out.Growth) == 0 {
		out.GrowthWhy = NoParallel
	}
	return out, nil
}

var traineeRules = []Code{
	HumanDecides, IsStuck, IsMissed, BelowChance, BelowHalf, CompetencyLow, Overconfident, Growths, NoParallel,
	TooFew, NoVariation, NotValued, NotScored, NotSaid,
}

// judged are moves and how sure somebody was of each.
type judged struct {
	moves      []scoring.Move
	confidence []int
}

func (j *judged) add(o judged) {
	j.moves, j.confidence = append(j.moves, o.moves...), append(j.confidence, o.confidence...)
}

func (j *judged) calibration() *scoring.Calibration {
	c, ok := scoring.Calibrate(j.moves, j.confidence)
	if !ok {
		return nil
	}
	return &c
}

// levels are how good the scored decisions were, by how sure they were made; none when nobody said.
func (j *judged) levels() []Level {
	var credits [certain + 1][]float64
	for i, m := range j.moves {
		if c := j.confidence[i]; c > 0 && c <= certain && m.Scored && m.Credit != nil {
			credits[c] = append(credits[c], *m.Credit)
		}
	}
	return levelsOf(credits[:])
}

// levelsOf are levels by confidence, from 1 up.
func levelsOf(credits [][]float64) (list []Level) {
	n := 0
	for c := 1; c < len(credits); c++ {
		n += len(credits[c])
		list = append(list, Level{c, scoring.Certainty(c), meanOf(credits[c], 0, 1)})
	}
	if n == 0 {
		return nil
	}
	return list
}

// played tells an attempt, and how its moves were judged when it came to an ending.
func (t *table) played(a *attempt.Attempt) (p Played, j judged, err error) {
	e := t.versions[a.Scenario]
	node, err := attempt.Stands(a, e.version)
	if err != nil {
		return p, j, err
	}
	p = Played{
		ID: a.ID, Assignment: a.Under.Assignment, CaseName: caseName(e.version), Status: a.Status, Learning: a.Under.Learning,
		StartedAt: a.StartedAt, LastMove: a.UpdatedAt(), EndedAt: a.EndedAt, Step: a.Step(),
		Where: title(e.version.Scenario, node), Baseline: e.baseline,
	}
	var r scoring.Result
	if a.Status == attempt.Completed {
		if r, _, err = attempt.Judge(a, e.version); err != nil {
			return p, j, err
		}
		p.Score = r.Capped
		p.Capped = r.Score != nil && *r.Capped < *r.Score
	}
	for i := range a.Decisions {
		d := &a.Decisions[i]
		told := e.told(i, d)
		if i < len(r.Moves) {
			told.Worth = e.worth(d.Node, &r.Moves[i])
			j.moves, j.confidence = append(j.moves, r.Moves[i]), append(j.confidence, d.Confidence)
		}
		p.Decisions = append(p.Decisions, told)
	}
	p.Calibration = j.calibration()
	return p, j, nil
}

// told tells a move.
func (e *edition) told(step int, d *attempt.Decision) Told {
	s := e.version.Scenario
	n, move := &s.Nodes[d.Node], namedMove(s, d.Node, d.Move)
	told := Told{
		Step: step, Node: n.ID, Title: title(s, d.Node), Move: move.ID, Label: move.Label, Rationale: d.Rationale,
		Confidence: d.Confidence, Took: d.Took, Scored: n.Scored, TimedOut: d.TimedOut,
	}
	for _, m := range d.Offered.Moves() {
		told.Offered = append(told.Offered, engine.Name(s, d.Node, m))
	}
	if _, told.Look = d.Move.IsLook(); !told.Look {
		told.Incident = n.Choices[d.Move].Incident
	}
	return told
}

func (e *edition) worth(node int, m *scoring.Move) *Worth {
	best := namedMove(e.version.Scenario, node, m.BestMove)
	return &Worth{m.Regret, m.Stake, best.ID, best.Label}
}

// changes are a person's, between each two parallel cases.
func (t *table) changes(person uuid.UUID) (list []Change) {
	finished := t.firstOf(person)
	for _, a := range finished {
		for _, b := range finished {
			from, to := t.versions[a.Scenario], t.versions[b.Scenario]
			first, second, ok := t.pair(person, a.Scenario.ID, b.Scenario.ID)
			shared := t.shared(from, to)
			if shared == nil || !ok {
				continue
			}
			before, after := t.pairs(a.Scenario.ID, b.Scenario.ID)
			list = append(list, Change{
				caseName(from.version), caseName(to.version), first.Capped, second.Capped, shared,
				reliably(second.Capped-first.Capped, before, after),
			})
		}
	}
	return list
}
