package main

import "testing"

func TestIgnore(t *testing.T) {
	ignored := parseIgnore("# built\n/dist/\n/web/node_modules/\n\n*.prof\n")
	for _, folder := range []string{"dist", "web/node_modules"} {
		if !ignored.folder(folder) {
			t.Errorf("%s is read", folder)
		}
	}
	for _, folder := range []string{".", "web", "web/dist", "distance"} {
		if ignored.folder(folder) {
			t.Errorf("%s is left out", folder)
		}
	}
	if !ignored.file("engine/train/cpu.prof") || ignored.file("web/js/profile.js") {
		t.Error("of cpu.prof and profile.js only the second is to be read")
	}
}
