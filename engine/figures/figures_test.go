package figures

import (
	"encoding/json"
	"fmt"
	"os"
	"testing"
)

// TestSharedCases tests this package with the cases that the page's copy is tested with.
func TestSharedCases(t *testing.T) {
	content, err := os.ReadFile("testdata/figures.json")
	if err != nil {
		t.Fatal(err)
	}
	var cases struct {
		Percent []struct {
			Count, Of float64
			Decimals  int
			Text      string
		}
		Rounded []struct {
			Value    float64
			Decimals int
			Text     string
		}
	}
	if err := json.Unmarshal(content, &cases); err != nil {
		t.Fatal(err)
	}
	for _, c := range cases.Percent {
		if got := Percent(c.Count/c.Of, c.Decimals); got != c.Text {
			t.Errorf("%v of %v with %d decimals: %s, want %s", c.Count, c.Of, c.Decimals, got, c.Text)
		}
	}
	for _, c := range cases.Rounded {
		if got := Rounded(c.Value, c.Decimals); got != c.Text {
			t.Errorf("%v with %d decimals: %s, want %s", c.Value, c.Decimals, got, c.Text)
		}
	}
	if len(cases.Percent) < 50 || len(cases.Rounded) < 10 {
		t.Errorf("%d and %d cases", len(cases.Percent), len(cases.Rounded))
	}
}

// TestEveryAccuracy compares each accuracy of 10,000 images, and of sizes that
// divide badly, with the whole counts.
func TestEveryAccuracy(t *testing.T) {
	for _, n := range []int{7, 1000, 9999, 10_000, 49_000} {
		for k := range n + 1 {
			tenths := (2*1000*k + n) / (2 * n)
			want := fmt.Sprintf("%d.%d\u00a0%%", tenths/10, tenths%10)
			if got := Percent(float64(k)/float64(n), 1); got != want {
				t.Fatalf("%d of %d: %s, want %s", k, n, got, want)
			}
		}
	}
}
