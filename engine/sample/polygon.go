package sample

// polygon is a closed line of corners x, y, x, y, …
type polygon []float32

// far is where a polygon's distances are cut off, in pixels. A smoothed edge is
// narrower, and most pixels need not be compared with most sides.
const far = 2

// distances are those to the nearest side. A point is inside if a ray from it to
// the right crosses an odd number of sides.
func (p polygon) distances(row []float32, x, y float32) {
	var inside [side]bool
	for i := range row {
		row[i] = far * far
	}
	x0, y0 := p[len(p)-2], p[len(p)-1]
	for c := 0; c < len(p); c += 2 {
		x1, y1 := p[c], p[c+1]
		if min(y0, y1)-far < y && y < max(y0, y1)+far {
			nearer(row, x, y, x0, y0, x1, y1)
		}
		if (y0 > y) != (y1 > y) {
			crossing := x0 + (x1-x0)*(y-y0)/(y1-y0)
			for i := 0; i < len(row) && x+float32(i) < crossing; i++ {
				inside[i] = !inside[i]
			}
		}
		x0, y0 = x1, y1
	}
	for i := range row {
		row[i] = sqrt(row[i])
		if inside[i] {
			row[i] = -row[i]
		}
	}
}

// nearer lowers the squared distances of a row that starts at (x, y) to those
// from one side, where that side is nearer.
func nearer(row []float32, x, y, x0, y0, x1, y1 float32) {
	s := newSegment(x0, y0, x1, y1)
	from := max(int(min(x0, x1)-far-x), 0)
	to := min(int(max(x0, x1)+far-x)+1, len(row))
	for i := from; i < to; i++ {
		if d := s.squaredDistance(x+float32(i), y); d < row[i] {
			row[i] = d
		}
	}
}

func (p polygon) bounds() (left, top, right, bottom float32) {
	left, top, right, bottom = p[0], p[1], p[0], p[1]
	for i := 2; i < len(p); i += 2 {
		left, right = min(left, p[i]), max(right, p[i])
		top, bottom = min(top, p[i+1]), max(bottom, p[i+1])
	}
	return left, top, right, bottom
}
