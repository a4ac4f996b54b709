// Command fold finishes WebAssembly that Go has compiled: it puts the constant
// part of an address into the vector loads of the kernels, in place and without
// changing what they compute. Go's compiler does so for all loads except those of
// vectors, where each address is an addition of its own.
//
//	fold BINARY.wasm...
//
// A binary that it cannot read, or whose kernels have nothing to fold, is left
// unchanged, with a line that says so: it is slower, not wrong.
package main

import (
	"fmt"
	"os"
	"path/filepath"
)

func main() {
	if len(os.Args) < 2 {
		fmt.Fprintln(os.Stderr, "usage: fold BINARY.wasm...")
		os.Exit(2)
	}
	for _, name := range os.Args[1:] {
		note, err := foldFile(name)
		if err != nil {
			fmt.Fprintln(os.Stderr, "fold:", err)
			os.Exit(1)
		}
		if note != "" {
			fmt.Fprintf(os.Stderr, "fold: %s %s\n", filepath.Base(name), note)
		}
	}
}

// foldFile folds a file and returns what there is to say about it, if anything.
func foldFile(name string) (note string, err error) {
	module, err := os.ReadFile(name)
	if err != nil {
		return "", err
	}
	found, err := fold(module)
	switch {
	case err != nil:
		return fmt.Sprintf("goes on unfolded: %v", err), nil
	case found.loads > 0 && found.offsets == 0:
		return fmt.Sprintf("goes on unfolded: none of %d vector loads is written as expected", found.loads), nil
	case found.now == 0:
		return "", nil
	}
	return "", os.WriteFile(name, module, 0o755)
}
