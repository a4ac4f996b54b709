package theory

import (
	"onelayer/engine/cifar10"
	"onelayer/engine/softmax"
	"onelayer/engine/train"
)

// Gram sums what ridge regression needs from the standardized training images:
// XᵀX and XᵀY.
type Gram struct {
	XX     []float64 // D×D, from the diagonal on
	XY     []float64 // K×D: the sums of each class's images
	Counts []float64 // K: images of each class

	data  *train.Data
	batch *softmax.Batch
	next  int // the next image to fill in
	row   int // the next rows of the images that are filled in
}

// imagesOfGram is how many images are taken at once: their sums are float32.
const imagesOfGram = 200

// NewGram starts with data that are ready.
func NewGram(data *train.Data) *Gram {
	return &Gram{
		XX: make(
			[]float64,
			cifar10.Dim*cifar10.Dim,
		),
		XY:     make([]float64, data.Classes*cifar10.Dim),
		Counts: make([]float64, data.Classes),
		data:   data,
		batch:  softmax.NewBatch(imagesOfGram, data.Classes),
		row:    cifar10.Dim,
	}
}

// Advance takes in some more rows of some images, and reports whether all are
// done.
func (g *Gram) Advance() (done bool) {
	if g.row >= cifar10.Dim {
		n := min(imagesOfGram, g.data.Train.Len()-g.next)
		if n == 0 {
			return true
		}
		g.data.Fill(g.batch, g.data.Train, g.next, n)
		g.addClasses(n)
		g.next, g.row = g.next+n, 0
	}
	g.batch.AddGram(g.XX, g.row)
	g.row += softmax.GramRows
	return false
}

// Progress returns how many images are done, and how many there are.
func (g *Gram) Progress() (done, all int) {
	return max(0, g.next-imagesOfGram), g.data.Train.Len()
}

func (g *Gram) addClasses(n int) {
	z := g.data.Standardization
	for i := g.next; i < g.next+n; i++ {
		label := int(g.data.Train.Label(i))
		g.Counts[label]++
		sums := g.XY[label*cifar10.Dim:][:cifar10.Dim]
		for d, x := range g.data.Train.Image(i) {
			sums[d] += (float64(x) - z.Mean[d]) / z.Std[d]
		}
	}
}
