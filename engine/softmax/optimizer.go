package softmax

import "math"

// Optimizer updates a classifier by its own rule. Its memory of earlier steps
// belongs to one classifier.
type Optimizer interface {
	// Step makes one update on the cost of a minibatch and returns its loss before it.
	Step(c *Classifier, b *Batch, learningRate, l2 float32) (loss float64)
	// Memory returns a copy of its state; Recall restores it, and reports whether
	// it is a state of this optimizer, for a classifier of that shape.
	Memory() Memory
	Recall(m Memory, c *Classifier) bool
}

// Memory is the state of an optimizer: moments of the gradient, each as W is stored
// and then b, and the number of its steps.
type Memory struct {
	Steps   int
	Moments []float32
}

// GradientDescent is Classifier.Step: W ← W − η ∂J/∂W. It has no state.
type GradientDescent struct{}

// Step implements Optimizer.
func (GradientDescent) Step(c *Classifier, b *Batch, learningRate, l2 float32) float64 {
	return c.Step(b, learningRate, l2)
}

// Memory implements Optimizer.
func (GradientDescent) Memory() Memory { return Memory{} }

// Recall implements Optimizer.
func (GradientDescent) Recall(m Memory, _ *Classifier) bool { return len(m.Moments) == 0 }

// Momentum updates by a decaying sum of the gradients:
//
//	V ← μ V + ∂J/∂W,  W ← W − η V
//
// and b alike.
type Momentum struct {
	Factor float32 // μ
	v      []float32
}

// Step implements Optimizer. It allocates only at the first step.
func (m *Momentum) Step(c *Classifier, b *Batch, learningRate, l2 float32) float64 {
	m.v = roomFor(m.v, c, 1)
	var space [MaxClasses]float32
	db := space[:len(c.b)]
	loss := c.differentiate(b, l2, db)
	follow := func(w, v, g []float32) {
		v, g = v[:len(w)], g[:len(w)]
		for i := range w {
			v[i] = m.Factor*v[i] + g[i]
			w[i] -= learningRate * v[i]
		}
	}
	follow(c.w, m.v, c.gradient)
	follow(c.b, m.v[len(c.w):], db)
	return loss
}

// Memory implements Optimizer.
func (m *Momentum) Memory() Memory { return Memory{Moments: append([]float32(nil), m.v...)} }

// Recall implements Optimizer.
func (m *Momentum) Recall(memory Memory, c *Classifier) bool {
	return recall(&m.v, memory.Moments, c, 1)
}

// Adam divides each parameter's mean gradient by the root of its mean square
// (Kingma and Ba's, with their β₁ = 0.9, β₂ = 0.999 and ε = 1e-8). The penalty's
// gradient is part of the gradient.
type Adam struct {
	steps int
	m     []float32 // means, then mean squares
}

// The constants of Adam.
const (
	beta1   = 0.9
	beta2   = 0.999
	epsilon = 1e-8
)

// Step implements Optimizer. It allocates only at the first step.
func (a *Adam) Step(c *Classifier, b *Batch, learningRate, l2 float32) float64 {
	a.m = roomFor(a.m, c, 2)
	var space [MaxClasses]float32
	db := space[:len(c.b)]
	loss := c.differentiate(b, l2, db)
	a.steps++
	// The means start at zero; this corrects their bias.
	rate := float64(learningRate) / (1 - math.Pow(beta1, float64(a.steps)))
	scale := 1 / math.Sqrt(1-math.Pow(beta2, float64(a.steps)))
	follow := func(w, first, second, g []float32) {
		first, second, g = first[:len(w)], second[:len(w)], g[:len(w)]
		rate, scale := float32(rate), float32(scale)
		for i := range w {
			first[i] = beta1*first[i] + (1-beta1)*g[i]
			second[i] = beta2*second[i] + (1-beta2)*g[i]*g[i]
			root := float32(math.Sqrt(float64(second[i])))
			w[i] -= rate * first[i] / (scale*root + epsilon)
		}
	}
	n, half := len(c.w), len(a.m)/2
	follow(c.w, a.m, a.m[half:], c.gradient)
	follow(c.b, a.m[n:], a.m[half+n:], db)
	return loss
}

// Memory implements Optimizer.
func (a *Adam) Memory() Memory {
	return Memory{Steps: a.steps, Moments: append([]float32(nil), a.m...)}
}

// Recall implements Optimizer.
func (a *Adam) Recall(memory Memory, c *Classifier) bool {
	a.steps = memory.Steps
	return recall(&a.m, memory.Moments, c, 2)
}

// roomFor returns moments of each parameter of c, zeros before the first step.
func roomFor(moments []float32, c *Classifier, each int) []float32 {
	if moments == nil {
		moments = make([]float32, each*(len(c.w)+len(c.b)))
	}
	return moments
}

// recall copies moments back; none are those before the first step.
func recall(to *[]float32, moments []float32, c *Classifier, each int) bool {
	*to = append([]float32(nil), moments...)
	return len(moments) == 0 || len(moments) == each*(len(c.w)+len(c.b))
}
