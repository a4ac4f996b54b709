package main

// wideFiles have lines that linesFitAWindow does not accept yet. Break them when you
// work on a file, and remove it from the list.
var wideFiles = map[string]bool{
	"build.sh":                          true,
	"web/bench/report.js":               true,
	"web/bench/webkit.js":               true,
	"web/e2e/hosting.test.js":           true,
	"web/e2e/npz.js":                    true,
	"web/e2e/offline.test.js":           true,
	"web/js/confusion/confusion.css":    true,
	"web/js/core/team.js":               true,
	"web/js/core/worker_client.test.js": true,
	"web/js/export/caption.js":          true,
	"web/js/export/curves.test.js":      true,
	"web/js/export/packer.js":           true,
	"web/js/export/summary.js":          true,
	"web/js/grid/grid.css":              true,
	"web/js/inspect/images_mode.js":     true,
	"web/js/machine/machine.css":        true,
	"web/js/page/style.css":             true,
	"web/js/runs/runs.css":              true,
	"web/js/share/share.css":            true,
	"web/js/sw/sw.js":                   true,
	"web/js/tour/tour.js":               true,
	"web/js/train/step_details.css":     true,
	"web/tools/find.sh":                 true,
	"web/tools/machine.sh":              true,
	"web/tools/machine.test.js":         true,
	"web/tools/node_wasm.sh":            true,
}
