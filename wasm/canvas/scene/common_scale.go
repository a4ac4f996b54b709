package scene

import (
	"math"
	"slices"
)

// commonScale holds weight pictures of several runs on one scale, so that their sizes can
// be compared: grey is 0, white and black are the limit or beyond.
type commonScale struct {
	limit    float32
	pictures map[*network]*Picture
}

// templatesOf returns the weight pictures of a panel's run and the limit of their scale,
// which is 0 where each class has a scale of its own.
func (v *View) templatesOf(panel Panel) (picture *Picture, limit float32) {
	n := v.networks[panel.Run]
	if !panel.CommonRange || n == nil {
		return v.pictures[panel.Run], 0
	}
	limit = v.commonLimit()
	if v.common.limit != limit || len(v.common.pictures) > len(v.scene.Panels) { // some show earlier weights
		v.common = commonScale{limit: limit, pictures: map[*network]*Picture{}}
	}
	if v.common.pictures[n] == nil {
		v.common.pictures[n] = newPictureWithin(n.W, limit)
	}
	return v.common.pictures[n], limit
}

// commonLimit returns the median of the largest weights of the runs whose pictures share a
// scale; of two middle ones it is the lower. So a run with far larger weights, such as
// the report's A, doesn't turn the others' pictures grey.
func (v *View) commonLimit() float32 {
	var extents []float32
	for _, panel := range v.scene.Panels {
		if n := v.networks[panel.Run]; n != nil && panel.Kind == Templates && panel.CommonRange {
			extents = append(extents, n.extent())
		}
	}
	if len(extents) == 0 {
		return 0
	}
	slices.Sort(extents)
	return extents[(len(extents)-1)/2]
}

// extent returns the largest magnitude of a finite weight.
func (n *network) extent() float32 {
	if n.largest < 0 {
		n.largest = 0
		for _, w := range n.W {
			if w < 0 {
				w = -w
			}
			if w > n.largest && w <= math.MaxFloat32 {
				n.largest = w
			}
		}
	}
	return n.largest
}

// newPictureWithin scales all classes' weights from −limit to limit.
func newPictureWithin(weights []float32, limit float32) *Picture {
	picture := emptyPicture()
	within := make([]float32, row)
	for class := range len(weights) / row {
		for d, w := range weights[class*row:][:row] {
			within[d] = max(-limit, min(limit, w)) // NaN stays
		}
		picture.fillTile(class, within, -limit, limit)
	}
	return picture
}
