package personal

import (
	"time"

	"github.com/google/uuid"

	"casebook/internal/cohort"
)

// Holdings is what is kept of somebody beside their attempts.
type Holdings struct {
	Enrolments []Enrolled
	Posts      []Held
	Logins     []Login
	Identities []Identity
	Comments   map[Place]string // to their reasons: what trainers said, and how they rated it
}

// Place is where a reason stands: at a step of an attempt.
type Place struct {
	Attempt uuid.UUID
	Step    int
}

// Enrolled is somebody's enrolment in a cohort.
type Enrolled struct {
	Cohort             string // its name
	Way                cohort.Way
	NoticeRead         int
	EnrolledAt, LeftAt time.Time
}

// Held is a post of somebody's.
type Held struct {
	Cohort string // its name
	Post   cohort.Post
}

// Login is where somebody is logged in.
type Login struct {
	Way, Device      string
	OpenedAt, EndsAt time.Time
}

// Identity is who somebody is to their organisation's own login.
type Identity struct {
	Issuer, Subject string
	LinkedAt        time.Time
}
