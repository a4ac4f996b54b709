package scene

import "math"

// blendSteps is how many different blends there are between a mean and weights.
const blendSteps = 20

// blendAt returns the share of the weights for a position along a class's examples: at
// the left end it is 0, the mean of the class's images, at the right end 1, the weights.
func blendAt(strip Box, x float64) float64 {
	end := blendEnd(strip)
	share := (x - strip.X - end) / max(1, strip.Width-2*end)
	return math.Round(min(1, max(0, share))*blendSteps) / blendSteps
}

// blendEnd is the width at each end of the examples where the mean or the weights are
// shown alone, so that both are easy to reach.
func blendEnd(strip Box) float64 { return strip.Height / 2 }

// blendKey is what a blended picture depends on.
type blendKey struct {
	mean, weights *Picture
	class         int
	share         float64
}

// blendOf returns the blend of the mean of a class's images and its weights, pixel by
// pixel.
func (v *View) blendOf(weights *Picture, class int, share float64) *Picture {
	mean := v.machine.means
	if share == 0 || weights == nil {
		return mean
	}
	if key := (blendKey{mean, weights, class, share}); v.blend.key != key {
		v.blend.key, v.blend.picture = key, mean.mixed(weights, class, share)
	}
	return v.blend.picture
}

// mixed returns a picture with one tile, which has a share of another picture's tile.
func (p *Picture) mixed(other *Picture, tile int, share float64) *Picture {
	mix := emptyPicture()
	for y := range TileSide {
		from := 4 * (y*StripWidth + tile*TileSide)
		for at := from; at < from+4*TileSide; at++ {
			mix.Pixels[at] = byte((1-share)*float64(p.Pixels[at]) + share*float64(other.Pixels[at]) + 0.5)
		}
	}
	return mix
}
