package scene

import "math"

// Distances of the machine's parts in CSS pixels.
const (
	partGap      = 20  // between image, pictures and bars
	busSpace     = 8   // above a row of pictures, where the lines to it run
	nameSpace    = 2   // between a picture and its name, and its name and its strip
	rightSpace   = 3   // between a picture and its name, for the bar of its right images
	rightBar     = 3   // height of that bar
	bracketSpace = 18  // from the lines' end to the bars' names
	leastBar     = 56  // length of the longest bar, at least
	mostBar      = 140 // and at most
	stripLeast   = 14  // height of the examples under a picture, at least
	stripGap     = 3
	leastColumn  = 128 // width of the image's column, for the texts under it
	buttonsSpace = 32  // height of the page's buttons under the image
	stackFrom    = 640 // below this width the parts are stacked
	shortBars    = 0.9 // pitch of the bars there, in lines
)

// machineGrid is where the parts of the machine are, relative to the panel's top
// left corner. Sizes in device pixels.
type machineGrid struct {
	wide     bool
	tight    bool // barely wide enough
	image    Box
	buttons  Box // space for the page's own buttons, empty without
	bars     Box // of the names, bars and shares of all classes
	barPitch float64
	verdict  float64 // top of the lines under the bars
	pictures Box     // of the ten, with their names
	columns  int
	side     float64
	gap      float64 // between two pictures
	pitch    float64 // from a row of pictures to the next
	strip    float64 // side of an example, 0 without
	examples int     // in a strip
	twoLines bool    // a class's sum is under its name
	batch    Box     // the minibatch's images, empty without space
	headed   bool    // the pictures have a line above them
	height   float64
}

// fitMachine lays the machine out with the largest crisp pictures that a width and
// a height allow.
func (p *pen) fitMachine(width, height float64) machineGrid {
	if width < stackFrom*p.unit {
		return p.stackMachine(width, height)
	}
	for side := crispSide(height / 2); side > 0; side -= TileSide {
		for _, tight := range []bool{false, true} {
			if g, ok := p.wideMachine(side, tight, width, height); ok {
				return g
			}
		}
	}
	g, _ := p.wideMachine(TileSide, true, width, height)
	return g
}

// barsWidth is the smallest and the largest width of names, bars and shares.
func (p *pen) barsWidth(tight bool) (least, most float64) {
	fixed := bracketSpace*p.unit + p.widest + p.width("  100.0 % ")
	if tight {
		return fixed + 0.5*leastBar*p.unit, fixed + leastBar*p.unit
	}
	fixed += p.width(p.words.of("true"))
	return fixed + leastBar*p.unit, fixed + mostBar*p.unit
}

// wideMachine puts image, pictures and bars side by side; ok reports whether they
// fit with pictures of that side.
func (p *pen) wideMachine(side float64, tight bool, width, height float64) (g machineGrid, ok bool) {
	image := crispSide(side*4/3 + 1)
	column := leastColumn * p.unit
	if tight {
		column *= 0.75
	}
	image = max(image, crispSide(column))
	column = max(image, column)
	barsLeast, barsMost := p.barsWidth(tight)
	between := partGap * p.unit
	across := width - column - 2*between - barsLeast
	columns := p.machineColumns()
	g = machineGrid{wide: true, headed: true, columns: columns, side: side, examples: 4}
	if side < 96*p.unit {
		g.examples = 3
	}
	g.tight = tight
	g.gap = (across - float64(columns)*side) / float64(columns-1)
	g.twoLines = p.widest+p.width(" −0.00")+6*p.unit > side+g.gap
	top := p.lineHeight() + busSpace*p.unit
	name := (nameSpace+rightSpace)*p.unit + g.nameLines()*p.lineHeight()
	bare := p.lineHeight() + 2*(busSpace*p.unit+side+name)
	g.fitStrip(p, (height-bare)/2-nameSpace*p.unit)
	g.pitch = side + name + busSpace*p.unit
	if g.strip > 0 {
		g.pitch += g.strip + nameSpace*p.unit
	}
	g.height = top + 2*g.pitch - busSpace*p.unit
	ok = g.gap >= 6*p.unit && side+g.gap >= p.widest && g.height <= height && (g.strip > 0 || side <= 2*TileSide)

	spare := max(0, min(4*(g.gap-0.45*side), barsMost-barsLeast))
	bars := barsLeast + spare
	g.gap = max(0, min((across-spare-float64(columns)*side)/float64(columns-1), 0.6*side))
	g.image = Box{Y: top, Width: image, Height: image}
	left := column + between + max(0, (across-spare-g.across())/2)
	g.pictures = Box{X: math.Round(left), Y: top, Width: g.across(), Height: g.height - top}
	g.bars = Box{X: math.Round(width - bars), Y: top, Width: bars}
	g.fitBars(p)
	g.fitColumn(p, column)
	return g, ok
}

// nameLines is how many lines a class's name and its sum take.
func (g machineGrid) nameLines() float64 {
	if g.twoLines {
		return 1.9
	}
	return 1
}

// fitStrip fits the examples under a picture into the remaining height.
func (g *machineGrid) fitStrip(p *pen, space float64) {
	most := (g.side - float64(g.examples-1)*stripGap*p.unit) / float64(g.examples)
	if strip := math.Floor(min(space, most)); strip >= stripLeast*p.unit {
		g.strip = strip
	}
}

// fitBars spaces the bars as far as the height allows.
func (g *machineGrid) fitBars(p *pen) {
	space := g.height - g.bars.Y - 3.4*p.lineHeight()
	g.barPitch = math.Round(
		min(max(space/float64(p.classes), min(0.8, 8/float64(p.classes))*p.lineHeight()), 1.25*p.lineHeight()),
	)
	g.bars.Height = float64(p.classes) * g.barPitch
	g.verdict = g.bars.Y + g.bars.Height + 0.3*p.lineHeight()
}

// fitColumn fills the space under the image: its caption, the page's buttons and
// the minibatch.
func (g *machineGrid) fitColumn(p *pen, width float64) {
	top := g.image.Y + g.image.Height + nameSpace*p.unit + 1.1*p.lineHeight()
	g.buttons = Box{X: g.image.X, Y: math.Round(top), Width: width + 0.6*partGap*p.unit, Height: buttonsSpace * p.unit}
	if g.tight {
		g.buttons.Height *= 2 // they are in two rows
	}
	top += g.buttons.Height + 6*p.unit + p.lineHeight()
	if space := g.height - top; space >= stripLeast*p.unit {
		g.batch = Box{X: g.image.X, Y: math.Round(top), Width: width, Height: space}
	}
}

// stackMachine puts image and bars above the pictures.
func (p *pen) stackMachine(width, height float64) machineGrid {
	line := p.lineHeight()
	columns := p.machineColumns()
	g := machineGrid{
		columns:  columns,
		examples: 3,
		twoLines: true,
		headed:   true,
		barPitch: math.Round(shortBars * line),
	}
	image := crispSide(min(0.37*width, float64(p.classes)*g.barPitch))
	g.image = Box{Y: line + 4*p.unit, Width: image, Height: image}
	left := image + 12*p.unit
	least, most := p.barsWidth(false)
	bars := min(max(width-left, least-bracketSpace*p.unit), most)
	g.bars = Box{
		X:      math.Round(left),
		Y:      g.image.Y,
		Width:  min(bars, width-left),
		Height: float64(p.classes) * g.barPitch,
	}
	g.verdict = g.bars.Y + g.bars.Height + 0.2*line
	g.height = g.verdict + 3*line
	g.fitColumn(p, image)

	top := g.height + line + 8*p.unit
	words := (nameSpace+rightSpace)*p.unit + g.nameLines()*line
	across := (width - 4*float64(columns-1)*p.unit) / float64(columns)
	g.side = crispSide(min(across, max((height-top)/2-words, 2*TileSide)))
	g.gap = min((width-float64(columns)*g.side)/float64(columns-1), 0.5*g.side)
	g.fitStrip(p, (height-top)/2-words-g.side-(nameSpace+8)*p.unit)
	g.pitch = g.side + words + 8*p.unit
	if g.strip > 0 {
		g.pitch += g.strip + nameSpace*p.unit
	}
	g.pictures = Box{X: math.Round((width - g.across()) / 2), Y: top, Width: g.across(), Height: 2*g.pitch - 8*p.unit}
	g.height = top + g.pictures.Height
	return g
}

// machineColumns is how many pictures are side by side, in two rows.
func (p *pen) machineColumns() int { return max(5, (p.classes+1)/2) }

// across is the width of a row of pictures.
func (g machineGrid) across() float64 {
	return float64(g.columns)*g.side + float64(g.columns-1)*g.gap
}

// moved returns the grid moved by a vector.
func (g machineGrid) moved(by Point) machineGrid {
	for _, box := range []*Box{&g.image, &g.buttons, &g.bars, &g.pictures, &g.batch} {
		box.X, box.Y = box.X+by.X, box.Y+by.Y
	}
	g.verdict += by.Y
	return g
}

// tile returns the place of a class's picture.
func (g machineGrid) tile(class int) Box {
	column, row := float64(class%g.columns), float64(class/g.columns)
	return Box{
		X:     math.Round(g.pictures.X + column*(g.side+g.gap)),
		Y:     math.Round(g.pictures.Y + row*g.pitch),
		Width: g.side, Height: g.side,
	}
}

// barMiddle returns the height of the middle of a class's bar.
func (g machineGrid) barMiddle(class int) float64 {
	return g.bars.Y + (float64(class)+0.5)*g.barPitch
}

// stripOf returns the place of the examples under a class's picture.
func (g machineGrid) stripOf(p *pen, class int) Box {
	tile := g.tile(class)
	return Box{
		X: tile.X, Y: math.Round(tile.Y + g.side + (2*nameSpace+rightSpace)*p.unit + g.nameLines()*p.lineHeight()),
		Width: g.side, Height: g.strip,
	}
}
