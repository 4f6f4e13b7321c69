-- +goose Up

-- For those who read all attempts of a cohort, a page after the other.

CREATE INDEX attempts_of_cohort ON attempts (cohort_id, id) WHERE cohort_id IS NOT NULL;
