package phrase

import (
	"maps"
	"strings"
	"unicode"
)

const (
	longestForeign = 64 // characters of a name that somebody else has given
	endOfForeign   = 20 // of them, how many at the end: an extension tells much
)

// Foreign returns a name as it may be shown that a file or a link brings: short, in one line, without what is not
// seen and without marks that turn the direction of the words around it.
func Foreign(name string) string { return visible(name, longestForeign) }

// harmless returns values with strings that are safe to show, whatever their source.
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
	const most = 64 << 10 // bytes that are looked at: all of them could be such marks
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
