// Package build stands in for go/build, which Ebitengine asks for the folder of
// its own source, to name the caller in messages for developers. A page has no
// source.
package build

import "errors"

// Default finds no package.
var Default Context

// Context is where packages are searched.
type Context struct{}

// Package is what would be found.
type Package struct{ Dir string }

// ImportMode says how much of a package is needed.
type ImportMode uint

// FindOnly asks only for its folder.
const FindOnly ImportMode = 1

// Import returns an error: there are no packages.
func (*Context) Import(path, srcDir string, mode ImportMode) (*Package, error) {
	return nil, errors.New("there is no source of " + path)
}
