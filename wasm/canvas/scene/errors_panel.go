package scene

import "math"

// Sizes of the colour scale's bar in CSS pixels.
const (
	barHeight = 10
	barGap    = 10
	barSteps  = 96
)

// drawErrors draws the pictures of a gradient's errors over their scale.
func (p *pen) drawErrors(panel Panel, box Box, errors *ErrorPicture, classes []string) {
	pictures := box
	pictures.Height -= (barHeight+barGap)*p.unit + p.lineHeight()
	g := fitAnyTiles(p, panel.Title != "", pictures.Width, pictures.Height)
	p.text(box.X+g.left, box.Y+p.lineHeight()/2, p.fitBold(panel.Title, box.Width-g.left), p.theme.Ink, true)
	var picture *Picture
	if errors != nil {
		picture = errors.Picture
	}
	for class := range p.classes {
		tile := g.tile(box, class)
		p.drawTile(tile, picture, class, false)
		if class < len(classes) {
			p.drawClassName(g, class, tile, classes[class], box, false)
		}
	}
	bar := Box{
		X: box.X + g.left, Y: math.Round(box.Y + g.height + barGap*p.unit),
		Width: box.Width - 2*g.left, Height: math.Round(barHeight * p.unit),
	}
	if errors != nil {
		p.drawColorScale(bar, errors)
	} else {
		p.text(bar.X, bar.Y+p.lineHeight()/2, p.fit(panel.Empty, bar.Width), p.theme.Muted, false)
	}
}

// drawColorScale draws a bar with all colours, and the powers of ten under it.
func (p *pen) drawColorScale(bar Box, errors *ErrorPicture) {
	for i := range barSteps {
		from := math.Round(bar.X + bar.Width*float64(i)/barSteps)
		to := math.Round(bar.X + bar.Width*float64(i+1)/barSteps)
		p.rect(Box{from, bar.Y, to - from, bar.Height}, mapColor((float64(i)+0.5)/barSteps))
	}
	scale := Scale{Low: errors.Low, High: errors.High, Log: true, From: bar.X, To: bar.X + bar.Width}
	middle := bar.Y + bar.Height + 2*p.unit + p.lineHeight()/2
	for _, tick := range valueTicks(scale, "", maxTicks) {
		half := p.width(tick.Label) / 2
		x := max(bar.X+half, min(scale.Place(tick.Value), bar.X+bar.Width-half))
		p.textCentered(x, middle, p.words.number(tick.Label), p.theme.Muted)
	}
}
