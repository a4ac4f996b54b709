package scene

import "math"

// Distances in CSS pixels.
const (
	margin     = 4
	panelGap   = 24
	wideLayout = 640 // from this width, charts are side by side
)

// arrange returns each panel's box. A scene with columns is a grid; otherwise the
// weight pictures are above the charts. An enlarged panel, named by its title,
// takes the place of all charts; the others' boxes are empty.
func arrange(p *pen, scene Scene, enlarged string, area Box) []Box {
	if len(scene.Panels) == 0 {
		return nil
	}
	if enlarged != "" {
		return enlarge(p, scene, enlarged, area)
	}
	if scene.Columns > 0 {
		return grid(area, len(scene.Panels), columnsFor(p, scene, area), panelGap*p.unit)
	}
	return picturesOverCharts(p, scene.Panels, area)
}

// leastPanel is the height from which a panel is readable, CSS pixels.
const leastPanel = 140

// columnsFor returns the columns that a scene asks for, or one where the view is
// narrow and high enough to stack the panels.
func columnsFor(p *pen, scene Scene, area Box) int {
	narrow := area.Width < (wideLayout-2*margin)*p.unit
	each := area.Height/float64(len(scene.Panels)) - panelGap*p.unit
	if narrow && each >= leastPanel*p.unit {
		return 1
	}
	return scene.Columns
}

// grid cuts an area into equal boxes, row by row.
func grid(area Box, count, columns int, gap float64) []Box {
	columns = max(1, min(columns, count))
	rows := (count + columns - 1) / columns
	width := (area.Width - gap*float64(columns-1)) / float64(columns)
	height := (area.Height - gap*float64(rows-1)) / float64(rows)
	boxes := make([]Box, count)
	for i := range boxes {
		column, row := float64(i%columns), float64(i/columns)
		boxes[i] = Box{
			X:     math.Round(area.X + column*(width+gap)),
			Y:     math.Round(area.Y + row*(height+gap)),
			Width: math.Floor(width), Height: math.Floor(height),
		}
	}
	return boxes
}

// picturesOverCharts gives the weight pictures the height they can use and the
// charts the rest, in a row where the view is wide, else stacked.
func picturesOverCharts(p *pen, panels []Panel, area Box) []Box {
	var pictures, charts int
	for _, panel := range panels {
		if panel.pictures() {
			pictures++
		} else {
			charts++
		}
	}
	chartColumns := 1
	if area.Width >= (wideLayout-2*margin)*p.unit {
		chartColumns = charts
	}
	top, bottom := area, area
	if pictures > 0 && charts > 0 {
		top.Height = picturesHeight(p, panels, area, pictures, charts, chartColumns)
		bottom.Y += top.Height + panelGap*p.unit*2/3
		bottom.Height = area.Y + area.Height - bottom.Y
	}
	pictureBoxes := grid(top, pictures, pictures, panelGap*p.unit)
	chartBoxes := grid(bottom, charts, chartColumns, panelGap*p.unit*2/3)
	return inOrder(panels, pictureBoxes, chartBoxes)
}

// picturesHeight returns the height that the row of weight pictures takes if the
// charts keep about what they need.
func picturesHeight(p *pen, panels []Panel, area Box, pictures, charts, chartColumns int) float64 {
	least := min(max(0.4*area.Height, 170*p.unit), 0.6*area.Height)
	if chartColumns < charts {
		least = min(float64(charts)*150*p.unit, 0.62*area.Height)
	}
	// Half a crisp step more per row rounds the tiles to the nearest one.
	space := area.Height - least - panelGap*p.unit + TileSide
	width := (area.Width - panelGap*p.unit*float64(pictures-1)) / float64(pictures)
	height := 0.0
	for _, panel := range panels {
		switch panel.Kind {
		case Templates:
			height = max(height, fitTiles(p, panel.Title != "", width, space).height)
		case Machine:
			charts := machineCharts(p, area, charts, chartColumns)
			height = max(height, p.fitMachine(width, area.Height-charts-panelGap*p.unit*2/3).height)
		}
	}
	return height
}

// machineCharts returns the least height of the charts under a machine, which
// shows more than they do: the space goes to its pictures.
func machineCharts(p *pen, area Box, charts, columns int) float64 {
	if columns < charts {
		return float64(charts) * 150 * p.unit
	}
	return max(0.3*area.Height, 5*p.lineHeight()+48*p.unit)
}

// inOrder distributes the boxes of both kinds in the panels' order.
func inOrder(panels []Panel, pictures, charts []Box) []Box {
	boxes := make([]Box, len(panels))
	for i, panel := range panels {
		from := &charts
		if panel.pictures() {
			from = &pictures
		}
		boxes[i], *from = (*from)[0], (*from)[1:]
	}
	return boxes
}

// enlarge arranges a scene as if the other charts were not there.
func enlarge(p *pen, scene Scene, title string, area Box) []Box {
	alone := scene
	alone.Panels = nil
	var places []int // in the scene, of those that stay
	for i, panel := range scene.Panels {
		if panel.Title == title || panel.pictures() && scene.Columns == 0 {
			alone.Panels, places = append(alone.Panels, panel), append(places, i)
		}
	}
	alone.Columns = min(scene.Columns, 1)
	boxes := make([]Box, len(scene.Panels))
	for i, box := range arrange(p, alone, "", area) {
		boxes[places[i]] = box
	}
	return boxes
}
