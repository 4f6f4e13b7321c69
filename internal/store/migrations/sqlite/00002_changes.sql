-- +goose Up

-- Counts what was changed of an attempt: whoever changes it says which count was read, and rivals are told apart.

ALTER TABLE attempts ADD COLUMN changes INTEGER NOT NULL DEFAULT 0 CHECK (changes >= 0);
