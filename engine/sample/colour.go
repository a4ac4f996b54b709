package sample

// colour is red, green and blue, 0 to 1 each. Values outside are clipped when the
// picture is taken.
type colour struct{ r, g, b float32 }

// rgb returns a colour written as in CSS, 0xRRGGBB.
func rgb(hex uint32) colour {
	return colour{float32(hex>>16) / 255, float32(hex>>8&255) / 255, float32(hex&255) / 255}
}

// lit returns c under light times as much light as before.
func (c colour) lit(light float32) colour {
	return colour{c.r * light, c.g * light, c.b * light}
}

// mixed returns the colour a share t of the way from c to d.
func (c colour) mixed(d colour, t float32) colour {
	return colour{c.r + t*(d.r-c.r), c.g + t*(d.g-c.g), c.b + t*(d.b-c.b)}
}

// Colours that several classes share.
var (
	white = rgb(0xf0f0ee)
	grey  = rgb(0x8d9196)
	black = rgb(0x22201f)
	glass = rgb(0x3d4f5e)
	tyre  = rgb(0x1d1d20)
	cream = rgb(0xe0cfae)
	brown = rgb(0x70482a)
	rust  = rgb(0x9a4a25)
	ashen = rgb(0x77726c)
)
