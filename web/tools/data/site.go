package main

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"os"
	"path/filepath"

	"onelayer/engine/cifar10"
)

// The first chunk is small, so that the page can train on it at once.
const (
	firstImages = 1000
	chunkImages = 5000
)

// manifest is what web/js/data/hosted.js reads.
type manifest struct {
	Version int                     `json:"version"`
	Shards  []shard                 `json:"shards"` // the first trains
	Roles   map[string]cifar10.Role `json:"roles"`
	HoldOut holdOut                 `json:"holdOut"`
}

type shard struct {
	Name        string  `json:"name"`
	Title       string  `json:"title"`
	Fingerprint string  `json:"fingerprint"`
	Chunks      []chunk `json:"chunks"`
}

// chunk is a file of records of the binary version.
type chunk struct {
	File   string `json:"file"`
	Images int    `json:"images"`
}

type holdOut struct {
	Validation int `json:"validation"`
	Test       int `json:"test"`
}

// write writes the chunks and their manifest, and returns the manifest's path.
func write(folder string, shards []*cifar10.Shard) (string, error) {
	cifar10.SortShards(shards)
	use := cifar10.Assign(shards)
	m := manifest{Version: 1, Roles: map[string]cifar10.Role{}, HoldOut: holdOut(use.HoldOut)}
	for i, s := range trainingFirst(shards, use.Roles) {
		most := chunkImages
		if i == 0 {
			most = firstImages
		}
		entry := shard{Name: s.Name, Title: s.Title, Fingerprint: s.Fingerprint()}
		for from := 0; from < s.Len(); {
			n := min(most, s.Len()-from)
			file, err := writeFile(folder, ".bin", s.AppendRecords(nil, from, from+n))
			if err != nil {
				return "", err
			}
			entry.Chunks = append(entry.Chunks, chunk{File: file, Images: n})
			from, most = from+n, chunkImages
		}
		m.Shards = append(m.Shards, entry)
	}
	for i, s := range shards {
		m.Roles[s.Name] = use.Roles[i]
	}
	content, err := json.MarshalIndent(m, "", "  ")
	if err != nil {
		return "", err
	}
	name, err := writeFile(folder, ".json", content)
	return filepath.Join(folder, name), err
}

// trainingFirst puts the training shards before the others.
func trainingFirst(shards []*cifar10.Shard, roles []cifar10.Role) []*cifar10.Shard {
	var first, rest []*cifar10.Shard
	for i, s := range shards {
		if roles[i] == cifar10.Train {
			first = append(first, s)
		} else {
			rest = append(rest, s)
		}
	}
	return append(first, rest...)
}

// writeFile writes content, and its gzip form if that is worthwhile, under a name
// that is its hash.
func writeFile(folder, extension string, content []byte) (string, error) {
	sum := sha256.Sum256(content)
	name := hex.EncodeToString(sum[:8]) + extension
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return "", err
	}
	if err := os.WriteFile(filepath.Join(folder, name), content, 0o644); err != nil {
		return "", err
	}
	var packed bytes.Buffer
	w, err := gzip.NewWriterLevel(&packed, gzip.BestCompression)
	if err != nil {
		return "", err
	}
	if _, err := w.Write(content); err != nil {
		return "", err
	}
	if err := w.Close(); err != nil {
		return "", err
	}
	if worth := len(content) - len(content)/20; packed.Len() > worth {
		return name, nil
	}
	return name, os.WriteFile(filepath.Join(folder, name+".gz"), packed.Bytes(), 0o644)
}
