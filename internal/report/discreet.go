package report

import (
	"math"

	"casebook/internal/solve"
	"casebook/internal/stats"
)

// coarse rounds a figure, and its interval outwards, to whole steps.
func (f Figure) coarse(step float64) Figure {
	if f.Shown() {
		f.Value = stepped(math.Round, f.Value, step)
		if f.Interval != nil {
			f.Interval = &stats.Interval{Low: stepped(math.Floor, f.Interval.Low, step), High: stepped(math.Ceil, f.Interval.High, step)}
		}
	}
	return f
}

func stepped(round func(float64) float64, value, step float64) float64 {
	return solve.Round(round(solve.Round(value/step)) * step)
}

// discreet are exclusive counts whose sum is known, as a manager may read them: those from 1 to 4 are hidden, and with
// them others, the smallest first, until what is hidden is of five people at least and of two counts; the rest are
// rounded to the nearest five. 0 says that nobody did.
func discreet(exact []int) []Count {
	list := make([]Count, len(exact))
	hidden, people := 0, 0
	hide := func(i int) {
		list[i] = Count{Hidden: true}
		hidden++
		people += exact[i]
	}
	for i, n := range exact {
		list[i].N = (n + five/2) / five * five
		if n > 0 && n < five {
			hide(i)
		}
	}
	for hidden > 0 && (hidden < 2 || people < five) {
		least := -1
		for i, n := range exact {
			if n > 0 && !list[i].Hidden && (least < 0 || n < exact[least]) {
				least = i
			}
		}
		if least < 0 {
			break
		}
		hide(least)
	}
	return list
}
