package scene

import "math"

// curve returns a series' polylines on a plot. A line breaks where a figure is
// NaN or too large to draw.
func curve(history History, metric Metric, split Split, x, y Scale) [][]Point {
	var lines [][]Point
	var line []Point
	for i := range history.Len() {
		value := history.Value(i, metric, split)
		place := Point{x.Place(history.Epoch(i)), y.Place(value)}
		if drawable(value) && !math.IsNaN(place.Y) {
			line = append(line, place)
		} else if line != nil {
			lines, line = append(lines, line), nil
		}
	}
	if line != nil {
		lines = append(lines, line)
	}
	for i, line := range lines {
		lines[i] = thin(line, x.To-x.From)
	}
	return lines
}

// thin keeps at most four points of a long line per pixel column: first, lowest,
// highest and last, which look the same as all.
func thin(line []Point, width float64) []Point {
	if float64(len(line)) <= 4*width {
		return line
	}
	var kept []Point
	for start := 0; start < len(line); {
		end, lowest, highest := start, start, start
		for ; end < len(line) && math.Floor(line[end].X) == math.Floor(line[start].X); end++ {
			if line[end].Y < line[lowest].Y {
				lowest = end
			}
			if line[end].Y > line[highest].Y {
				highest = end
			}
		}
		last := -1
		for _, i := range []int{start, min(lowest, highest), max(lowest, highest), end - 1} {
			if i > last {
				kept = append(kept, line[i])
				last = i
			}
		}
		start = end
	}
	return kept
}

// end returns where a series' line ends, or leaves the plot at the right, and its
// last figure, which may be NaN if the line ends earlier; ok is false if there is
// no line.
func end(history History, metric Metric, split Split, x, y Scale) (place Point, value float64, ok bool) {
	last := history.Len() - 1
	for last >= 0 && history.Epoch(last) > x.High {
		last--
	}
	if last < 0 {
		return Point{}, math.NaN(), false
	}
	value = history.Value(last, metric, split)
	at := func(i int) (Point, bool) {
		v := history.Value(i, metric, split)
		p := Point{x.Place(history.Epoch(i)), y.Place(v)}
		return p, drawable(v) && !math.IsNaN(p.Y)
	}
	for i := last; i >= 0; i-- {
		place, ok = at(i)
		if !ok {
			continue
		}
		if i == last && last+1 < history.Len() {
			if next, ok := at(last + 1); ok {
				share := (x.To - place.X) / (next.X - place.X)
				place = Point{x.To, place.Y + share*(next.Y-place.Y)}
			}
		}
		return place, value, place.X >= x.From
	}
	return Point{}, value, false
}
