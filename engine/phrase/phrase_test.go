package phrase

import (
	"errors"
	"reflect"
	"testing"
)

func TestEnglish(t *testing.T) {
	run := New("run-number", "Run {n}", Values{"n": 3})
	for _, test := range []struct {
		text Text
		want string
	}{
		{run, "Run 3"},
		{New("before", "{run} before reset", Values{"run": run}), "Run 3 before reset"},
		{New("number", "at most {most}", Values{"most": 0.25}), "at most 0.25"},
		{New("reason", "broken: {reason}", Values{"reason": errors.New("it {n} ends")}), "broken: it {n} ends"},
		{New("forgotten", "{file} is gone", nil), "{file} is gone"},
		{Plain("data {n}"), "data {n}"},
		{Text{}, ""},
	} {
		if got := test.text.String(); got != test.want {
			t.Errorf("%s: %q, want %q", test.text.Code(), got, test.want)
		}
	}
}

func TestEncode(t *testing.T) {
	run := New("run-number", "Run {n}", Values{"n": 3})
	text := New(
		"several",
		"{run}, {file}, {share}, {reason}",
		Values{"run": run, "file": "a.bin", "share": .5, "reason": errors.New("why")},
	)
	want := map[string]any{
		"code": "several", "message": "Run 3, a.bin, 0.5, why",
		"values": map[string]any{
			"run":  map[string]any{"code": "run-number", "values": map[string]any{"n": 3.0}, "message": "Run 3"},
			"file": "a.bin", "share": .5, "reason": "why",
		},
	}
	got := text.Encode()
	if !reflect.DeepEqual(got, any(want)) {
		t.Errorf("%v, want %v", got, want)
	}
	if again := Decode(got); !reflect.DeepEqual(again.Encode(), got) || again.String() != text.String() {
		t.Errorf("%v came back as %v", got, again.Encode())
	}
	if Plain("wide").Encode() != "wide" || Decode("wide").String() != "wide" || !Decode(nil).IsZero() {
		t.Error("plain words did not stay plain")
	}
}
