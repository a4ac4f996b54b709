// Command serve is a small file server for the built site, on localhost.
//
//	serve [-port 8080] [-isolate] DIR
//
// It does what a good static host does: correct MIME types, precompressed files
// for clients that accept them, hashed folders cached for ever and the entry page
// revalidated. If the port is taken, it uses a free one.
package main

import (
	"errors"
	"flag"
	"fmt"
	"log"
	"net"
	"net/http"
	"os"
	"strconv"
	"syscall"
	"time"
)

func main() {
	log.SetFlags(0)
	port := flag.Int("port", 8080, "port to listen on; 0 takes any free one")
	isolate := flag.Bool("isolate", false, "send the headers that make the page cross-origin isolated")
	flag.Parse()
	if flag.NArg() != 1 {
		log.Fatal("usage: serve [-port 8080] [-isolate] DIR")
	}
	if err := run(flag.Arg(0), *port, *isolate); err != nil {
		log.Fatal("serve: ", err)
	}
}

func run(dir string, port int, isolate bool) error {
	if _, err := os.Stat(dir); err != nil {
		return err
	}
	listener, err := listen(port)
	if err != nil {
		return err
	}
	if chosen := listener.Addr().(*net.TCPAddr).Port; port != 0 && chosen != port {
		fmt.Printf("port %d is taken, so here is a free one\n", port)
	}
	fmt.Printf("One Layer is at http://%s/\n", listener.Addr())

	var handler http.Handler = &site{root: os.DirFS(dir)}
	if isolate {
		handler = isolated(handler)
	}
	server := &http.Server{Handler: handler, ReadHeaderTimeout: 10 * time.Second}
	return server.Serve(listener)
}

// listen binds port on localhost, or a free port when it is taken.
func listen(port int) (net.Listener, error) {
	listener, err := net.Listen("tcp", net.JoinHostPort("127.0.0.1", strconv.Itoa(port)))
	if errors.Is(err, syscall.EADDRINUSE) {
		return net.Listen("tcp", "127.0.0.1:0")
	}
	return listener, err
}
