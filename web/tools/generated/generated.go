// Package generated is what the commands that write a file from the source have in common:
// each writes the file, or with -check fails if it is stale.
package generated

import (
	"bytes"
	"flag"
	"log"
	"os"
)

// Main is such a command. target is the file, relative to the root of the repository,
// source returns its content, called at the root; generate is the command that rewrites
// it.
func Main(target, generate string, source func() ([]byte, error)) {
	log.SetFlags(0)
	check := flag.Bool("check", false, "only compare")
	root := flag.String("root", ".", "the root of the repository")
	flag.Parse()
	if err := os.Chdir(*root); err != nil {
		log.Fatal(err)
	}
	content, err := source()
	if err != nil {
		log.Fatalf("%s: %v", target, err)
	}
	if !*check {
		if err := os.WriteFile(target, content, 0o644); err != nil {
			log.Fatal(err)
		}
		return
	}
	if old, _ := os.ReadFile(target); !bytes.Equal(old, content) {
		log.Fatalf("%s is stale: run %s", target, generate)
	}
}
