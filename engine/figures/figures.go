// Package figures writes numbers as the page does: everything that rounds a figure
// for someone to read rounds it here, or in the page's own copy, web/js/core/figures.js.
// Both are held to testdata/figures.json.
//
// A figure is rounded half up in its decimal digits: 0.2935 is 29.4 %, whether it
// is the float64 nearest to 587/2000 or to 2935/10000. A share is a count k of n;
// a share whose last digit is a true half differs from every other by 1/2n of that
// digit at least, far more than slack, so that the result is that of whole counts
// for any n below 10⁸.
package figures

import (
	"math"
	"strconv"
)

// slack is how far below a half a float64 may be, in units of the last digit.
const slack = 1e-9

// Rounded returns x with so many decimals, half up, without the sign of zero.
func Rounded(x float64, decimals int) string {
	power := math.Pow10(decimals)
	digits := math.Floor(math.Abs(x)*power + 0.5 + slack)
	text := strconv.FormatFloat(digits/power, 'f', decimals, 64)
	if x < 0 && digits > 0 {
		return "-" + text
	}
	return text
}

// Percent returns a share in per cent with so many decimals: 38.9 %, with a
// no-break space.
func Percent(share float64, decimals int) string {
	return Rounded(100*share, decimals) + "\u00a0%"
}
