package reference

import (
	"gonum.org/v1/gonum/blas"
	"gonum.org/v1/gonum/blas/blas64"
	"gonum.org/v1/gonum/lapack/lapack64"
)

// ridgeBlock is how many rows one slice of the decomposition takes.
const ridgeBlock = 64

// Ridge solves ridge regression to one-hot labels exactly: the W and b that make
//
//	(1/n) ‖X·Wᵀ + 1·bᵀ − Y‖² + λ ΣW²
//
// smallest. With inputs of mean 0, b is the share of each class, and W solves
// (XᵀX/n + λI)·Wᵀ = XᵀY/n, D equations for each class, by Cholesky's decomposition
// UᵀU, a block of rows at a time.
type Ridge struct {
	a    blas64.Symmetric // D×D, U in the end
	w    blas64.General   // K×D, XᵀY/n, W in the end
	b    []float64
	next int // the next row to decompose
}

// NewRidge takes XᵀX from the diagonal on (D×D), XᵀY (K×D) and the classes' counts (K), and keeps
// them.
func NewRidge(xx, xy, counts []float64, l2 float64) *Ridge {
	k := len(counts)
	d, n := len(xy)/k, 0.0
	for _, c := range counts {
		n += c
	}
	for i := range xx {
		xx[i] /= n
	}
	for i := range d {
		xx[i*d+i] += l2
	}
	for i := range xy {
		xy[i] /= n
	}
	for i := range counts {
		counts[i] /= n
	}
	return &Ridge{
		a: blas64.Symmetric{N: d, Stride: d, Data: xx, Uplo: blas.Upper},
		w: blas64.General{Rows: k, Cols: d, Stride: d, Data: xy},
		b: counts,
	}
}

// Advance decomposes some further rows, and after the last solves the equations. It reports whether
// that is done. ok is false if the matrix is singular, as it can be with λ = 0.
func (r *Ridge) Advance() (done, ok bool) {
	d, j := r.a.N, r.next
	size := min(ridgeBlock, d-j)
	block := blas64.Symmetric{N: size, Stride: d, Data: r.a.Data[j*d+j:], Uplo: blas.Upper}
	t, ok := lapack64.Potrf(block)
	if !ok {
		return true, false
	}
	r.next += size
	if rest := d - r.next; rest > 0 {
		right := blas64.General{Rows: size, Cols: rest, Stride: d, Data: r.a.Data[j*d+r.next:]}
		blas64.Trsm(blas.Left, blas.Trans, 1, t, right)
		below := blas64.Symmetric{N: rest, Stride: d, Data: r.a.Data[r.next*d+r.next:], Uplo: blas.Upper}
		blas64.Syrk(blas.Trans, -1, right, 1, below)
		return false, true
	}
	r.solve()
	return true, true
}

// solve turns w into w·U⁻¹·U⁻ᵀ, row by row: UᵀU·wᵀ = XᵀY/n.
func (r *Ridge) solve() {
	u := blas64.Triangular{N: r.a.N, Stride: r.a.Stride, Data: r.a.Data, Uplo: blas.Upper, Diag: blas.NonUnit}
	blas64.Trsm(blas.Right, blas.NoTrans, 1, u, r.w)
	blas64.Trsm(blas.Right, blas.Trans, 1, u, r.w)
}

// Progress returns the share of the arithmetic that is done.
func (r *Ridge) Progress() float64 {
	left := 1 - float64(r.next)/float64(r.a.N)
	return 1 - left*left*left
}

// Solution returns W (K×D, row by row) and b (K) once it is done.
func (r *Ridge) Solution() (W, b []float64) { return r.w.Data, r.b }
