package stats

// Cell is a mean and how many it is of; blank when N is 0.
type Cell struct {
	N    int
	Mean float64
}

// CellOf is the mean of what one person showed.
func CellOf(shown []float64) Cell {
	c := Cell{N: len(shown)}
	for _, value := range shown {
		c.Mean += value / float64(c.N)
	}
	return c
}

// ColumnOf is the mean of people's means: each weighs the same, however much they showed, and a blank cell weighs
// nothing. N is how many people.
func ColumnOf(cells []Cell) Cell {
	var means []float64
	for _, c := range cells {
		if c.N > 0 {
			means = append(means, c.Mean)
		}
	}
	return CellOf(means)
}
