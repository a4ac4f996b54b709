// Command data adds CIFAR-10 to the built site: it reads files of any form and
// writes chunks named by their content, and a manifest of them.
//
//	go run ./web/tools/data -out dist/data PATH...
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"log"
	"os"
	"path/filepath"

	"onelayer/engine/cifar10"
	"onelayer/engine/cifar10/reader"
)

func main() {
	log.SetFlags(0)
	out := flag.String("out", "dist/data", "the folder to write to; what it held is removed")
	flag.Parse()
	if err := run(*out, flag.Args()); err != nil {
		log.Fatal("data: ", err)
	}
}

// run reads the paths and rewrites the folder.
func run(out string, paths []string) error {
	files, err := list(paths)
	if err != nil {
		return err
	}
	var shards []*cifar10.Shard
	for shard, err := range new(reader.Reader).Shards(files...) {
		if err != nil {
			return err
		}
		shards = append(shards, shard)
	}
	if len(shards) == 0 {
		return errors.New("no shard of CIFAR-10 is in these files")
	}
	if err := os.RemoveAll(out); err != nil {
		return err
	}
	manifest, err := write(out, shards)
	if err != nil {
		return err
	}
	fmt.Printf("%s: %d shards, %s\n", manifest, len(shards), cifar10.Assign(shards).Why)
	return nil
}

// list returns the files, and all files below the folders.
func list(paths []string) ([]reader.File, error) {
	var files []reader.File
	for _, root := range paths {
		err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() {
				return err
			}
			info, err := os.Stat(path)
			if err != nil {
				return err
			}
			name := filepath.Base(root)
			if path != root {
				below, _ := filepath.Rel(root, path) // path lies below root
				name = filepath.ToSlash(filepath.Join(name, below))
			}
			open := func() (io.ReadCloser, error) { return os.Open(path) }
			files = append(files, reader.File{Name: name, Size: info.Size(), Open: open, At: diskFile(path)})
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	return files, nil
}

// diskFile is a path that is read at any offset, open only during a read.
type diskFile string

func (f diskFile) ReadAt(p []byte, offset int64) (int, error) {
	file, err := os.Open(string(f))
	if err != nil {
		return 0, err
	}
	defer file.Close()
	return file.ReadAt(p, offset)
}
