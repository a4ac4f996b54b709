package softmax

// GramRows is how many rows AddGram takes at a time.
const GramRows = classes

// AddGram adds the minibatch's share to rows of G = XᵀX, D×D in row-major order: rows
// from ≤ d < from+GramRows, as far as they exist, from the diagonal on. The sums over the
// minibatch are float32, so it should be small. The batch must be one for ten classes.
func (b *Batch) AddGram(G []float64, from int) {
	rows := min(GramRows, dim-from)
	if b.outer == nil {
		b.outer = make([]float32, tileSize)
	}
	for i := range pad(b.n) {
		g := b.g[i*group:][:group]
		clear(g)
		for k := range rows {
			if i < b.n {
				d := from + k
				v := b.x[d/tile*b.padded*tile+i*tile+d%tile]
				*(*[lanes]float32)(g[k*lanes:]) = [lanes]float32{v, v, v, v}
			}
		}
	}
	for t := from / tile; t < tiles; t++ {
		b.kernels.backward(b.outer, b.outer, 0, b.g[:pad(b.n)*group], b.tile(t))
		for k := range rows {
			row := G[(from+k)*dim+t*tile:][:tile]
			for d := range row {
				row[d] += float64(b.outer[d/lanes*group+k*lanes+d%lanes])
			}
		}
	}
}
