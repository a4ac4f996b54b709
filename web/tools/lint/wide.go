package main

// wideFiles have lines that linesFitAWindow does not accept yet. Break them when you
// work on a file, and remove it from the list.
var wideFiles = map[string]bool{
	"web/js/confusion/confusion.css": true,
	"web/js/grid/grid.css":           true,
	"web/js/machine/machine.css":     true,
	"web/js/page/style.css":          true,
	"web/js/runs/runs.css":           true,
	"web/js/share/share.css":         true,
	"web/js/train/step_details.css":  true,
}
