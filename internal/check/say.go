package check

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"casebook/internal/fault"
)

// listed names things one after the other.
func listed(names []string) string {
	if len(names) == 0 {
		return "–"
	}
	return "`" + strings.Join(names, "`, `") + "`"
}

// decimal writes a figure with at most two decimals in each language.
func decimal(x float64) fault.Text {
	return inEach(strconv.FormatFloat(math.Round(100*x)/100, 'f', -1, 64))
}

// figure is decimal for a score, with all of its decimals where two would make it look like a whole number.
func figure(score float64) fault.Text {
	said := decimal(score)
	if !strings.Contains(said.EN, ".") && score != math.Trunc(score) {
		return inEach(fmt.Sprint(score))
	}
	return said
}

// inEach writes a number with the decimal mark of each language.
func inEach(number string) fault.Text {
	return fault.Text{FR: strings.Replace(number, ".", ",", 1), EN: number}
}
