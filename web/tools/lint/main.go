// Command lint checks the repository against the architecture that engine/doc.go
// and the README describe. It prints each place that breaks a rule and fails if
// there is one.
//
//	go run ./web/tools/lint
package main

import (
	"fmt"
	"log"
	"os"
)

// violation is one place that breaks a rule.
type violation struct {
	place  string // a file or package
	reason string
}

func main() {
	log.SetFlags(0)
	tree, err := readTree()
	if err != nil {
		log.Fatal("lint: ", err)
	}
	var found []violation
	for _, check := range rules {
		found = append(found, check(tree)...)
	}
	for _, v := range found {
		fmt.Printf("%s: %s\n", v.place, v.reason)
	}
	if len(found) > 0 {
		os.Exit(1)
	}
	fmt.Printf("%d files, %d packages of Go: all rules hold\n", len(tree.files), len(tree.packages))
}
