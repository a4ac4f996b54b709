package phrase

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestForeign(t *testing.T) {
	for name, want := range map[string]string{
		"data_batch_1.bin":            "data_batch_1.bin",
		"räv 狐 🦊.png":                 "räv 狐 🦊.png",
		"a\u202egnp.exe":              "agnp.exe",
		"a\u2066b\u2069\u200b\ufeffc": "abc",
		"two\nlines\t and\u2028three": "two lines and three",
		"\x1b[31mred\x00":             "[31mred",
		"\xff\xfe.bin":                "\ufffd.bin",
		"":                            "",
	} {
		if got := Foreign(name); got != want {
			t.Errorf("%q is shown as %q, expected %q", name, got, want)
		}
	}
	long := Foreign(strings.Repeat("ä", 1<<20) + ".tar.gz")
	if n := utf8.RuneCountInString(long); n != longestForeign || !strings.Contains(long, "…") {
		t.Errorf("a long name is shown in %d characters: %q", n, long)
	}
	if long := Foreign(strings.Repeat("a", 1000) + ".tar.gz"); !strings.HasSuffix(long, ".tar.gz") {
		t.Errorf("a long name lost its end: %q", long)
	}
}
