package phrase

import (
	"maps"
	"strings"
	"unicode"
)

const (
	longestForeign = 64 // characters of a name from outside
	endOfForeign   = 20 // of them, kept from the end: an extension tells much
)

// Foreign makes a name from a file or a link safe to show: short, on one line, without invisible characters and
// without marks that change the direction of the text around it.
func Foreign(name string) string { return visible(name, longestForeign) }

// harmless makes strings in values safe to show, whatever their source.
func harmless(values Values) Values {
	const longest = 400 // characters: a list of all settings is one
	shown := maps.Clone(values)
	for key, value := range values {
		if text, ok := value.(string); ok {
			shown[key] = visible(text, longest)
		}
	}
	return shown
}

func visible(text string, longest int) string {
	const most = 64 << 10 // bytes that are examined: all of them could be such marks
	text = strings.ToValidUTF8(text[:min(len(text), most)], "\ufffd")
	seen := strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case unicode.Is(unicode.Cc, r), unicode.Is(unicode.Cf, r):
			return -1
		}
		return r
	}, text)
	runes := []rune(strings.Join(strings.Fields(seen), " "))
	if len(runes) <= longest {
		return string(runes)
	}
	start := longest - endOfForeign - 1
	return string(runes[:start]) + "…" + string(runes[len(runes)-endOfForeign:])
}
