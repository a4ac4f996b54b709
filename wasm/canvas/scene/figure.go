package scene

import (
	"math"
	"strconv"
	"strings"

	"onelayer/engine/figures"
)

// formatFigure writes a metric's value as the page does: accuracy as 38.9 %,
// cost and loss to three decimals, very large ones as 1.3×10¹².
func formatFigure(value float64, metric Metric) string {
	switch {
	case value == missing:
		return "–"
	case math.IsNaN(value):
		return "NaN"
	case math.IsInf(value, 0):
		return "∞"
	case metric == Accuracy:
		return figures.Percent(value, 1)
	case math.Abs(value) >= 10_000:
		return formatPower(value, 1)
	default:
		return figures.Rounded(value, 3)
	}
}

// missing stands for an absent figure.
const missing = -math.MaxFloat64

// formatPair writes a run's figures of both splits: 1.76 / 1.90, 42.1 / 38.9 %.
func formatPair(values []float64, metric Metric) string {
	var parts []string
	for i, value := range values {
		part := formatFigure(value, metric)
		if size := math.Abs(value); metric != Accuracy && size < 10_000 {
			part = figures.Rounded(value, 2)
		} else if metric == Accuracy && i < len(values)-1 {
			part = strings.TrimSuffix(part, "\u00a0%")
		}
		parts = append(parts, part)
	}
	return strings.Join(parts, " / ")
}

// digitsFor returns the decimals of a mantissa that distinguish a value from one
// a step away: 1.2×10⁻⁵ after 10⁻⁵ needs one.
func digitsFor(value, step float64) int {
	for decimals := range 6 {
		shown, err := strconv.ParseFloat(strconv.FormatFloat(value, 'e', decimals, 64), 64)
		if err != nil || math.Abs(shown-value) < step/100 {
			return decimals
		}
	}
	return 6
}

// formatMark writes a value that the visitor chose, small and large ones as 3.2×10⁻⁵.
func formatMark(value float64) string {
	if size := math.Abs(value); value != 0 && (size < 0.001 || size >= 10_000) {
		if power := formatPower(value, 0); math.Abs(math.Log10(size)-math.Round(math.Log10(size))) < 1e-9 {
			return power
		}
		return formatPower(value, 1)
	}
	return strconv.FormatFloat(value, 'g', 3, 64)
}

// formatPower writes a value as mantissa times a power of ten.
func formatPower(value float64, decimals int) string {
	mantissa, exponent, _ := strings.Cut(strconv.FormatFloat(value, 'e', decimals, 64), "e")
	power, err := strconv.Atoi(exponent)
	if err != nil {
		return mantissa
	}
	if mantissa == "1" {
		return "10" + superscript(power)
	}
	return mantissa + "×10" + superscript(power)
}

func superscript(n int) string {
	return strings.NewReplacer(
		"-", "⁻", "0", "⁰", "1", "¹", "2", "²", "3", "³", "4", "⁴",
		"5", "⁵", "6", "⁶", "7", "⁷", "8", "⁸", "9", "⁹",
	).Replace(strconv.Itoa(n))
}

// formatTick writes a tick's value with no more decimals than the distance
// between ticks needs.
func formatTick(value, step float64, metric Metric) string {
	unit := ""
	if metric == Accuracy {
		value, step, unit = 100*value, 100*step, "\u00a0%"
	}
	if size := math.Abs(value); size >= 10_000 || size > 0 && size < 0.001 {
		return formatPower(value, digitsFor(value, step)) + unit
	}
	decimals := max(0, int(math.Ceil(-math.Log10(step)-1e-9)))
	return strconv.FormatFloat(value, 'f', decimals, 64) + unit
}
