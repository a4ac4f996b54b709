package main

import (
	"strings"
	"testing"
)

func TestAddFile(t *testing.T) {
	const head = "package p\n\nimport \"onelayer/engine/refusal\"\n\nvar _ = "
	for _, test := range []struct {
		source, code, english, failure string
	}{
		{`refusal.New("no-data", "There are no data.", nil)`, "no-data", "There are no data.", ""},
		{`refusal.New("gone", "{file} is "+"gone", refusal.Values{"file": name})`, "gone", "{file} is gone", ""},
		{`refusal.New("gone", "{file} is gone", values)`, "gone", "{file} is gone", ""},
		{`refusal.New("gone", "{file} is gone", refusal.Values{"name": name})`, "", "", "no value for {file}"},
		{`refusal.New("gone", "{file} is gone", nil)`, "", "", "no value for {file}"},
		{`refusal.New(code, "gone", nil)`, "", "", "must be literals"},
		{`refusal.New("Gone", "gone", nil)`, "", "", "small letters"},
		{`[]any{refusal.New("a", "one", nil), refusal.New("a", "other", nil)}`, "", "", "elsewhere"},
		{`other.New("a", "one", nil)`, "", "", ""},
	} {
		found := phrases{}
		err := found.addFile("p.go", []byte(head+test.source+"\n"))
		switch {
		case test.failure != "":
			if err == nil || !strings.Contains(err.Error(), test.failure) {
				t.Errorf("%s: error %v, want %q", test.source, err, test.failure)
			}
		case err != nil:
			t.Errorf("%s: %v", test.source, err)
		case test.code == "" && len(found) != 0:
			t.Errorf("%s: found %v", test.source, found)
		case found[test.code] != test.english:
			t.Errorf("%s: found %v", test.source, found)
		}
	}
}
