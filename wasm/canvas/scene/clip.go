package scene

// clip returns the parts of a polyline inside a box. A line of one point is kept
// if it is inside.
func clip(line []Point, box Box) [][]Point {
	if len(line) == 1 {
		if p := line[0]; p.X >= box.X && p.X <= box.X+box.Width && p.Y >= box.Y && p.Y <= box.Y+box.Height {
			return [][]Point{line}
		}
		return nil
	}
	var parts [][]Point
	var part []Point
	for i := range max(0, len(line)-1) {
		from, to, ok := clipSegment(line[i], line[i+1], box)
		if !ok || part != nil && from != part[len(part)-1] {
			if part != nil {
				parts, part = append(parts, part), nil
			}
		}
		if !ok {
			continue
		}
		if part == nil {
			part = append(make([]Point, 0, len(line)-i), from)
		}
		part = append(part, to)
	}
	if part != nil {
		parts = append(parts, part)
	}
	return parts
}

// clipSegment returns the part of a segment inside a box, by Liang and Barsky's
// algorithm. A segment that only touches the box has none.
func clipSegment(from, to Point, box Box) (Point, Point, bool) {
	dx, dy := to.X-from.X, to.Y-from.Y
	first, last := 0.0, 1.0
	for _, side := range [4]struct{ along, space float64 }{
		{-dx, from.X - box.X}, {dx, box.X + box.Width - from.X},
		{-dy, from.Y - box.Y}, {dy, box.Y + box.Height - from.Y},
	} {
		switch share := side.space / side.along; {
		case side.along == 0 && side.space < 0:
			return from, to, false
		case side.along < 0:
			first = max(first, share)
		case side.along > 0:
			last = min(last, share)
		}
	}
	if first >= last {
		return from, to, false
	}
	at := func(share float64) Point { return Point{from.X + share*dx, from.Y + share*dy} }
	start, end := from, to
	if first > 0 {
		start = at(first)
	}
	if last < 1 {
		end = at(last)
	}
	return start, end, true
}
