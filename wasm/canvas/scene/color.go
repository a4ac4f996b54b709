package scene

import (
	"fmt"
	"image/color"
	"strconv"
	"strings"
)

// parseColor reads #rgb, #rrggbb and #rrggbbaa. Any other text gives a middle
// grey, which shows on a light ground and on a dark one.
func parseColor(css string) color.NRGBA {
	digits, ok := strings.CutPrefix(strings.TrimSpace(css), "#")
	if len(digits) == 3 {
		digits = string([]byte{digits[0], digits[0], digits[1], digits[1], digits[2], digits[2]})
	}
	if len(digits) == 6 {
		digits += "ff"
	}
	value, err := strconv.ParseUint(digits, 16, 32)
	if !ok || len(digits) != 8 || err != nil {
		return color.NRGBA{R: 128, G: 128, B: 128, A: 255}
	}
	return color.NRGBA{R: uint8(value >> 24), G: uint8(value >> 16), B: uint8(value >> 8), A: uint8(value)}
}

// faded returns the colour with its opacity multiplied by a factor from 0 to 1.
func faded(c color.NRGBA, factor float64) color.NRGBA {
	c.A = uint8(float64(c.A)*factor + 0.5)
	return c
}

func hex(c color.NRGBA) string {
	if c.A == 255 {
		return fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B)
	}
	return fmt.Sprintf("#%02x%02x%02x%02x", c.R, c.G, c.B, c.A)
}
