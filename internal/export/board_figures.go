package export

import (
	"fmt"
	"strings"

	"casebook/internal/report"
)

// figure is a value with so many decimals, or a dash.
func (d board) figure(f report.Figure, decimals int) string {
	if !f.Shown() {
		return "–"
	}
	return figure(f.Value, decimals, d.to)
}

func (d board) interval(f report.Figure, decimals int) string {
	if !f.Shown() || f.Interval == nil {
		return "–"
	}
	return d.between(f.Interval.Low, f.Interval.High, decimals)
}

func (d board) between(low, high float64, decimals int) string {
	return figure(low, decimals, d.to) + d.to.say(" à ", " to ") + figure(high, decimals, d.to)
}

func (d board) n(f report.Figure) string {
	if f.N == 0 {
		return "–"
	}
	return fmt.Sprint(f.N)
}

func (d board) number(x *float64) string {
	if x == nil {
		return "–"
	}
	return figure(*x, 0, d.to)
}

// percent is a share with its sign.
func (d board) percent(f report.Figure) string {
	if !f.Shown() {
		return "–"
	}
	return d.to.sign(figure(100*f.Value, 0, d.to))
}

func (d board) percents(f report.Figure) string {
	if !f.Shown() || f.Interval == nil {
		return "–"
	}
	return d.to.sign(d.between(100*f.Interval.Low, 100*f.Interval.High, 0))
}

func (r Reader) sign(s string) string {
	if r.Lang == "fr" {
		return s + "\u00a0%"
	}
	return strings.TrimSpace(s) + "%"
}
