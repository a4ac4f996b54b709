package scene

import (
	"fmt"
	"image/color"
	"math"
	"strings"
)

// machinePanel is the picture of the network at work, being drawn: an image, its
// product with each class's weights, the sums, their softmax and the loss.
type machinePanel struct {
	*pen
	view    *View
	panel   Panel
	grid    machineGrid
	box     Box
	classes []string
	work    work
	working bool // there is something to show
	shown   int  // class whose evidence is shown, or unclear
	areas   []tileArea
}

// drawMachine draws the network of a panel's run at work, and returns what can be
// pressed and the space for the page's buttons.
func (p *pen) drawMachine(v *View, panel Panel, box Box) (areas []tileArea, buttons Box) {
	m := &machinePanel{pen: p, view: v, panel: panel, box: box, classes: v.scene.Classes, shown: unclear}
	m.grid = p.fitMachine(box.Width, box.Height).moved(Point{box.X, box.Y})
	m.work, m.working = v.work(panel.Run, panel.Loss)
	m.working = m.working && len(m.work.sums) == p.classes // not weights of other classes
	if m.working {
		m.shown = m.work.predicted
	}
	if v.pointed.on && v.pointed.run == panel.Run && v.pointed.class < p.classes {
		m.shown = v.pointed.class
	}
	m.drawHeads()
	m.drawBus()
	m.drawSubject()
	for class := range p.classes {
		m.drawClass(class)
	}
	m.drawLine()
	m.drawBars()
	m.drawVerdict()
	m.drawValidation()
	m.drawBatch()
	m.drawTen()
	return m.areas, m.grid.buttons
}

// averaging reports whether a class's mean image is shown: its examples are under
// the pointer.
func (m *machinePanel) averaging() bool {
	return m.view.pointed.strip && m.view.pointed.run == m.panel.Run && m.view.machine.means != nil
}

// blendWords says what the picture shows while a class's examples are under the pointer.
func (m *machinePanel) blendWords() string {
	switch share := m.view.pointed.share; share {
	case 0:
		return "for {class}: the mean of its training images"
	case 1:
		return "for {class}: its weights"
	default:
		return m.words.with("for {class}: its images’ mean and {n} % of its weights", math.Round(100*share))
	}
}

func (m *machinePanel) name(class int) string {
	if class < 0 || class >= len(m.classes) {
		return ""
	}
	return m.words.of(m.classes[class])
}

// drawHeads writes a symbol and words above each part.
func (m *machinePanel) drawHeads() {
	g, middle := m.grid, m.box.Y+m.lineHeight()/2
	m.head(g.image.X, middle, g.image.Width, "x", "one image")
	words, space := "ten pictures, one per class: what each looks for", g.pictures.Width
	if m.working && m.shown != unclear {
		words = "for {class}: what each pixel adds (orange) or takes (blue)"
	}
	if m.averaging() {
		words = m.blendWords()
	}
	words = strings.ReplaceAll(m.words.of(words), "{class}", m.name(m.shown))
	symbol, made := "p", "softmax of the ten sums"
	switch m.panel.Loss {
	case sigmoidLoss:
		made = "sigmoid of each sum"
	case hingeLoss:
		symbol, made = "m", "margins: max(0, s − s of true + 1)"
	}
	m.head(g.bars.X+m.bracket(), middle, g.bars.Width-m.bracket(), symbol, made)
	if !g.wide {
		middle = g.pictures.Y - 4*m.unit - m.lineHeight()/2
	}
	m.head(g.pictures.X, middle, space, "W", words)
}

func (m *machinePanel) head(x, middle, space float64, symbol, words string) {
	end := m.text(x, middle, symbol, m.theme.Ink, true) + 5*m.unit
	m.text(end, middle, m.fit(m.words.of(words), x+space-end), m.theme.Muted, false)
}

// bracket is the space for the lines left of the bars' names.
func (m *machinePanel) bracket() float64 {
	if m.grid.wide {
		return bracketSpace * m.unit
	}
	return 0
}

// drawSubject draws the image, its class and its caption.
func (m *machinePanel) drawSubject() {
	image, s := m.grid.image, m.view.machine.subject
	middle := image.Y + image.Height + nameSpace*m.unit + m.lineHeight()/2
	if s == nil {
		m.rect(image, faded(m.theme.Hairline, 0.4))
		return
	}
	m.add(Tile{Box: image, Picture: s.picture})
	end := image.X
	if s.label != unclear {
		end = m.text(end, middle, m.name(s.label), m.theme.Ink, true) + 5*m.unit
	}
	space := image.X + image.Width + 0.8*partGap*m.unit - end
	if m.grid.wide || s.label == unclear {
		m.text(end, middle, m.fit(s.caption, space), m.theme.Muted, false)
	}
}

// drawClass draws a class's weights, or its evidence while that is shown, its
// name, its sum and some of its images.
func (m *machinePanel) drawClass(class int) {
	tile := m.grid.tile(class)
	m.areas = append(m.areas, tileArea{box: tile, run: m.panel.Run, class: class})
	picture := m.view.pictures[m.panel.Run]
	switch {
	case class != m.shown:
	case m.averaging():
		picture = m.view.blendOf(picture, class, m.view.pointed.share)
	case m.working:
		picture = m.view.evidenceOf(m.work, class)
	}
	m.drawTile(tile, picture, class, class == m.shown)
	m.drawRight(class, tile)
	m.drawNameAndSum(class, tile)
	m.drawExamples(class)
}

// drawRight draws under a class's picture which share of its validation images is right:
// the whole bar is all of them.
func (m *machinePanel) drawRight(class int, tile Box) {
	right, images, ok := m.panel.rightOf(class)
	if !ok || images == 0 {
		return
	}
	fill := faded(m.theme.Muted, 0.8)
	if class == m.shown {
		fill = m.theme.Accent
	}
	bar := Box{
		X: tile.X, Y: tile.Y + tile.Height + math.Round(m.unit),
		Width: tile.Width, Height: math.Round(rightBar * m.unit),
	}
	m.drawShare(bar, right/images, fill)
}

// drawShare fills a share of a bar from the left; the rest is faint.
func (m *machinePanel) drawShare(bar Box, share float64, fill color.NRGBA) {
	m.rect(bar, m.theme.Hairline)
	bar.Width = math.Round(share * bar.Width)
	if !bar.empty() {
		m.rect(bar, fill)
	}
}

// rightOf returns how many validation images of a class are right, of how many; ok is false
// where that isn't known.
func (p Panel) rightOf(class int) (right, images float64, ok bool) {
	if class < 0 || class >= min(len(p.Right), len(p.Images)) {
		return 0, 0, false
	}
	return p.Right[class], p.Images[class], true
}

func (m *machinePanel) drawNameAndSum(class int, tile Box) {
	ink := m.theme.Muted
	if class == m.shown {
		ink = m.theme.Ink
	}
	middle := tile.Y + tile.Height + (nameSpace+rightSpace)*m.unit + m.lineHeight()/2
	space := m.grid.side + m.grid.gap - 4*m.unit
	sum, sumSpace := "", 0.0
	if m.working {
		sum = m.words.number(signed(m.work.sums[class]))
		sumSpace = m.width(sum)
	}
	if m.grid.twoLines {
		m.text(tile.X, middle, m.fit(m.name(class), space), ink, false)
		m.text(tile.X, middle+0.9*m.lineHeight(), sum, m.theme.Ink, class == m.shown)
		return
	}
	name := m.fit(m.name(class), space-sumSpace-6*m.unit)
	end := m.text(tile.X, middle, name, ink, m.isTrue(class))
	m.text(max(tile.X+tile.Width-sumSpace, end+5*m.unit), middle, sum, m.theme.Ink, class == m.shown)
}

// isTrue reports whether a class is the image's own.
func (m *machinePanel) isTrue(class int) bool { return m.working && m.work.subject.label == class }

// signed writes a sum to two decimals with its sign.
func signed(sum float64) string {
	if math.IsNaN(sum) || math.IsInf(sum, 0) {
		return "–"
	}
	text := fmt.Sprintf("%+.2f", sum)
	if math.Abs(sum) >= 100 {
		text = fmt.Sprintf("%+.3g", sum)
	}
	return strings.ReplaceAll(text, "-", "−")
}

// drawExamples draws images of a class under its picture: what it should detect.
func (m *machinePanel) drawExamples(class int) {
	if m.grid.strip == 0 {
		return
	}
	strip, e := m.grid.stripOf(m.pen, class), m.view.machine.examples[class]
	m.areas = append(m.areas, tileArea{box: strip, run: m.panel.Run, class: class, strip: true})
	count := min(m.grid.examples, e.count)
	for i := range count {
		m.add(Tile{Box: exampleBox(strip, i, m.grid.examples), Picture: e.picture, Class: i})
	}
}

// tenSide is the side of each of a class's ten examples while they are under the
// pointer, CSS pixels.
const tenSide = 32

// drawTen draws all examples of the class whose strip is under the pointer, over
// everything else there.
func (m *machinePanel) drawTen() {
	pointed := m.view.pointed
	if !pointed.on || !pointed.strip || pointed.run != m.panel.Run {
		return
	}
	strip, e := m.grid.stripOf(m.pen, pointed.class), m.view.machine.examples[pointed.class]
	side, gap := math.Round(tenSide*m.unit), math.Round(3*m.unit)
	width := float64(e.count)*(side+gap) + gap
	left := max(m.box.X, min(strip.X-gap, m.box.X+m.box.Width-width))
	around := Box{X: math.Round(left), Y: strip.Y - gap, Width: width, Height: side + 4*gap}
	m.rect(around, m.theme.Ground)
	m.outline(around, m.theme.Hairline)
	for i := range e.count {
		m.add(Tile{
			Box:     Box{X: around.X + gap + float64(i)*(side+gap), Y: around.Y + gap, Width: side, Height: side},
			Picture: e.picture, Class: i,
		})
	}
	if m.averaging() {
		m.drawBlend(strip, around.Y+side+2.5*gap, pointed.share)
	}
}

// drawBlend draws a bar below a class's examples: the share of the weights at the pointer,
// from the mean of its images to its weights.
func (m *machinePanel) drawBlend(strip Box, middle, share float64) {
	end, thick, knob := blendEnd(strip), math.Round(2*m.unit), math.Round(6*m.unit)
	track := Box{
		X: strip.X + end, Y: math.Round(middle - thick/2), Width: strip.Width - 2*end, Height: thick,
	}
	m.drawShare(track, share, m.theme.Accent)
	at := math.Round(track.X + share*track.Width - knob/2)
	m.rect(Box{X: at, Y: math.Round(middle - knob/2), Width: knob, Height: knob}, m.theme.Accent)
}

// exampleBox returns the place of an image in a strip of count of them.
func exampleBox(strip Box, i, count int) Box {
	pitch := (strip.Width - strip.Height) / float64(max(1, count-1))
	pitch = min(pitch, strip.Height+6)
	return Box{X: math.Round(strip.X + float64(i)*pitch), Y: strip.Y, Width: strip.Height, Height: strip.Height}
}

// drawBars draws the probabilities, or the margins.
func (m *machinePanel) drawBars() {
	g := m.grid
	left := g.bars.X + m.bracket()
	start := math.Round(left + m.widest + 8*m.unit)
	right, truth := g.bars.X+g.bars.Width, m.words.of("true")
	full := right - start - m.width("100.0 %") - 8*m.unit
	if spare := m.width(" "+truth) + 4*m.unit; full > spare+leastBar/2*m.unit {
		full -= spare
	}
	height := math.Round(min(0.6*g.barPitch, 0.9*m.size))
	for class := range m.pen.classes {
		middle := g.barMiddle(class)
		m.areas = append(m.areas, tileArea{
			box: Box{X: g.bars.X, Y: middle - g.barPitch/2, Width: g.bars.Width, Height: g.barPitch},
			run: m.panel.Run, class: class,
		})
		ink, fill := m.theme.Muted, faded(m.theme.Muted, 0.45)
		if class == m.shown {
			ink, fill = m.theme.Ink, m.theme.Accent
		}
		if m.isTrue(class) {
			ink = m.theme.Ink
		}
		m.text(left, middle, m.fit(m.name(class), m.widest), ink, m.isTrue(class))
		if !m.working {
			continue
		}
		share, figure := m.work.bar(class)
		length := 0.0
		if share > 0 {
			length = max(math.Round(share*full), max(1, math.Round(m.unit)))
			m.rect(Box{X: start, Y: math.Round(middle - height/2), Width: length, Height: height}, fill)
		}
		end := m.text(start+length+6*m.unit, middle, m.words.number(figure), ink, class == m.shown)
		if at := end + 5*m.unit; m.isTrue(class) && at+m.width(truth) <= right {
			m.text(at, middle, truth, m.theme.Muted, false)
		}
	}
}

// drawVerdict writes the loss under the bars, and whether the prediction is
// right.
func (m *machinePanel) drawVerdict() {
	if !m.working {
		return
	}
	g, label := m.grid, m.work.subject.label
	x, middle := g.bars.X+m.bracket(), g.verdict+m.lineHeight()/2
	space := g.bars.X + g.bars.Width - x
	if label != unclear {
		end := m.text(x, middle, m.words.of("loss")+" ", m.theme.Muted, false)
		loss := m.words.number(formatFigure(m.work.lossOf(label), Loss))
		end = m.text(end, middle, loss, m.theme.Ink, true)
		m.text(end, middle, m.fit(" = "+m.formula(label), x+space-end), m.theme.Muted, false)
		middle += m.lineHeight()
	}
	if m.work.predicted == unclear {
		return
	}
	verdict := "Predicted: {class}"
	switch {
	case label == unclear:
	case label == m.work.predicted:
		verdict = "Predicted: {class}, right"
	default:
		verdict = "Predicted: {class}, wrong"
	}
	verdict = strings.ReplaceAll(m.words.of(verdict), "{class}", m.name(m.work.predicted))
	m.text(x, middle, m.fit(verdict, space), m.theme.Ink, false)
}

// drawValidation says in figures what the bar under the picture of the class that is looked
// at is, after a piece of such a bar.
func (m *machinePanel) drawValidation() {
	right, images, ok := m.panel.rightOf(m.shown)
	if !ok {
		return
	}
	x := m.grid.bars.X + m.bracket()
	middle := m.grid.verdict + 2.5*m.lineHeight()
	if middle+m.size/2 > m.box.Y+m.box.Height { // with lecture mode's large type it would cover the charts
		return
	}
	space := m.grid.bars.Width - m.bracket()
	bar := Box{
		X: x, Y: math.Round(middle - m.unit),
		Width: math.Round(20 * m.unit), Height: math.Round(rightBar * m.unit),
	}
	m.drawShare(bar, right/max(images, 1), m.theme.Accent)
	words := strings.ReplaceAll(m.words.of("{n} of {all} right in validation"), "{n}", fmt.Sprint(right))
	words = strings.ReplaceAll(words, "{all}", fmt.Sprint(images))
	m.text(x+26*m.unit, middle, m.fit(words, space-26*m.unit), m.theme.Muted, false)
}

// formula returns the formula of the loss for an image of a class.
func (m *machinePanel) formula(label int) string {
	switch m.panel.Loss {
	case sigmoidLoss:
		return m.words.of("mean of −log q")
	case hingeLoss:
		return m.words.of("sum of the margins")
	}
	return "−log p(" + m.name(label) + ")"
}

// drawBatch draws images of the last step's minibatch.
func (m *machinePanel) drawBatch() {
	batch := m.view.machine.minibatch[m.panel.Run]
	g := m.grid
	if batch == nil || batch.count == 0 || g.batch.empty() || m.theme.Calm { // they flicker
		return
	}
	gap := math.Round(2 * m.unit)
	columns := math.Max(1, math.Round((g.batch.Width+gap)/(20*m.unit+gap)))
	side := math.Floor((g.batch.Width - (columns-1)*gap) / columns)
	rows := math.Floor((g.batch.Height + gap) / (side + gap))
	if rows < 1 {
		return
	}
	words := m.words.with("minibatch, {n} images", float64(batch.size))
	m.text(
		g.batch.X,
		g.batch.Y-m.lineHeight()/2-2*m.unit,
		m.fit(words, g.batch.Width+partGap*m.unit),
		m.theme.Muted,
		false,
	)
	for i := range min(batch.count, int(rows*columns)) {
		column, row := float64(i%int(columns)), float64(i/int(columns))
		m.add(Tile{
			Box:     Box{X: g.batch.X + column*(side+gap), Y: g.batch.Y + row*(side+gap), Width: side, Height: side},
			Picture: batch.pictures[i/mostClasses], Class: i % mostClasses,
		})
	}
}

// drawBus draws the faint lines along which every image goes to every class and on
// to its bar.
func (m *machinePanel) drawBus() {
	if !m.grid.wide {
		return
	}
	for class := range m.pen.classes {
		m.upright(m.path(class), 1, m.theme.Hairline)
	}
}

// drawLine draws the line of the class that is shown: image, evidence, sum, p.
func (m *machinePanel) drawLine() {
	if m.grid.wide && m.shown != unclear {
		m.upright(m.path(m.shown), 2, m.theme.Accent)
	}
}

// path returns the line of a class: from the image to its picture's row, past its
// picture and to its bar.
func (m *machinePanel) path(class int) []Point {
	g, tile := m.grid, m.grid.tile(class)
	middle := math.Round(g.image.Y + g.image.Height/2)
	out := math.Round(g.pictures.X - 0.4*partGap*m.unit)
	above := math.Round(tile.Y - 0.5*busSpace*m.unit)
	in := math.Round(g.bars.X + 2*m.unit)
	bar := math.Round(g.barMiddle(class))
	return []Point{
		{g.image.X + g.image.Width + 2*m.unit, middle}, {out, middle}, {out, above}, {in, above},
		{in, bar}, {g.bars.X + 0.5*m.bracket(), bar},
	}
}

// upright draws vertical and horizontal lines as sharp boxes of a width in CSS
// pixels.
func (m *machinePanel) upright(points []Point, width float64, ink color.NRGBA) {
	thick := max(1, math.Round(width*m.unit))
	for i := range len(points) - 1 {
		from, to := points[i], points[i+1]
		left, top := min(from.X, to.X)-math.Floor(thick/2), min(from.Y, to.Y)-math.Floor(thick/2)
		m.rect(Box{X: left, Y: top, Width: math.Abs(to.X-from.X) + thick, Height: math.Abs(to.Y-from.Y) + thick}, ink)
	}
}
