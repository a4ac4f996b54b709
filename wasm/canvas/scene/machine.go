package scene

import "fmt"

// machine is what the picture of the network at work shows besides the weights.
type machine struct {
	scaling   *scaling
	subject   *subject
	examples  [mostClasses]examples
	means     *Picture // the mean image of each class, nil while unknown
	minibatch map[string]*minibatchImages
}

// subject is the image on which the network is shown at work.
type subject struct {
	pixels  []uint8
	picture *Picture
	label   int    // its class, or unclear
	caption string // which image it is
	x       []float32
	seen    bool // x comes from the page, as the run sees the image
}

// examples are some of a class's images, in the tiles of a picture.
type examples struct {
	picture *Picture
	count   int
}

// minibatchImages are the first images of a minibatch of size images.
type minibatchImages struct {
	pictures []*Picture
	count    int
	size     int
}

// setData takes the training split's standardization, and for each class some of
// its images.
func (m *machine) setData(scaling *scaling, labels, pixels []uint8) error {
	if len(pixels) != len(labels)*row {
		return fmt.Errorf("examples of %d bytes with %d labels", len(pixels), len(labels))
	}
	const enough = 10 * row // ten of a class fill any strip
	var byClass [mostClasses][]uint8
	for i, label := range labels {
		if int(label) < mostClasses && len(byClass[label]) < enough {
			byClass[label] = append(byClass[label], pixels[i*row:][:row]...)
		}
	}
	m.examples = [mostClasses]examples{}
	for class, pixels := range byClass {
		pictures, err := newImages(pixels)
		if err != nil {
			return err
		}
		if len(pictures) > 0 {
			m.examples[class] = examples{pictures[0], len(pixels) / row}
		}
	}
	m.scaling = scaling
	if m.subject != nil && !m.subject.seen {
		m.subject.x = scaling.standardize(m.subject.pixels)
	}
	return nil
}

// setSubject sets the image on which the network is shown at work; without pixels there is none. x
// is the image as the run sees it, standardized; without it the training split's standardization is
// used.
func (m *machine) setSubject(pixels []uint8, label int, caption string, x []float32) error {
	if len(pixels) == 0 {
		m.subject = nil
		return nil
	}
	if len(pixels) != row {
		return fmt.Errorf("image of %d bytes, expected %d", len(pixels), row)
	}
	pictures, err := newImages(pixels)
	if err != nil {
		return err
	}
	if label < 0 || label >= mostClasses {
		label = unclear
	}
	m.subject = &subject{pixels: pixels, picture: pictures[0], label: label, caption: caption}
	if len(x) == row {
		m.subject.x, m.subject.seen = x, true
	} else if m.scaling != nil {
		m.subject.x = m.scaling.standardize(pixels)
	}
	return nil
}

// setMeans takes the mean image of each class, K×3072.
func (m *machine) setMeans(pixels []uint8) error {
	if len(pixels)%row != 0 || len(pixels) > mostClasses*row {
		return fmt.Errorf(
			"mean images of %d bytes, expected %d for each of at most %d classes",
			len(pixels),
			row,
			mostClasses,
		)
	}
	pictures, err := newImages(pixels)
	if err == nil {
		m.means = pictures[0]
	}
	return err
}

// setMinibatch takes the first images of a run's minibatch of size images.
func (m *machine) setMinibatch(run string, pixels []uint8, size int) error {
	pictures, err := newImages(pixels)
	if err == nil {
		m.minibatch[run] = &minibatchImages{pictures, len(pixels) / row, size}
	}
	return err
}

// work is the network of a run at work on the subject.
type work struct {
	network *network
	subject *subject
	loss    string
	explanation
}

// work returns what a run's network, trained with a loss, computes on the subject; ok is false
// while one of the two is missing.
func (v *View) work(run, loss string) (w work, ok bool) {
	n, s := v.networks[run], v.machine.subject
	if n == nil || s == nil || s.x == nil {
		return work{}, false
	}
	if v.lastWork.network != n || v.lastWork.subject != s || v.lastWork.loss != loss {
		v.lastWork = work{n, s, loss, n.explain(s.x, loss)}
	}
	return v.lastWork, true
}

// evidenceOf returns the picture of each pixel's contribution to a class's logit.
func (v *View) evidenceOf(w work, class int) *Picture {
	key := evidenceKey{w.network, w.subject, class, v.scene.Theme.dark()}
	if v.evidence.key != key {
		values := w.network.evidence(class, w.subject.x)
		v.evidence.key, v.evidence.picture = key, newSignedPicture(class, values, v.scene.Theme.diverging())
	}
	return v.evidence.picture
}

// evidenceKey is what a picture of evidence depends on.
type evidenceKey struct {
	network *network
	subject *subject
	class   int
	dark    bool
}
