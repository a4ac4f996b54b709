// Command protocol writes the types of all messages, which engine/protocol declares, for the page's
// scripts.
//
//	go run ./web/tools/protocol           writes them anew: go generate ./web/tools/protocol
//	go run ./web/tools/protocol -check    fails if the file is stale
package main

import "onelayer/web/tools/generated"

//go:generate go run onelayer/web/tools/protocol -root ../../..

func main() {
	generated.Main("web/js/core/protocol.d.ts", "go generate ./web/tools/protocol", func() ([]byte, error) {
		return declarations("."), nil
	})
}
