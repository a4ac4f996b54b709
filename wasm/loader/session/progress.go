package session

import (
	"io"
	"time"

	"onelayer/engine/cifar10/reader"
)

// The page hears of the progress every reportEvery. Until settled has passed, what
// is left is not foretold: the start would be taken for the pace.
const (
	reportEvery = 100 * time.Millisecond
	settled     = 500 * time.Millisecond
)

// progress tells the page how far reading has come.
type progress struct {
	host            Host
	sources         []namedFile
	start, reported time.Time
	begun           int // files that were opened
	name            string
	past, total     int64 // bytes of the files before, and of all
	done, size      int64 // bytes of the file being read
	images          int
}

func newProgress(host Host, files []namedFile) *progress {
	p := &progress{host: host, sources: files, start: host.Now()}
	for _, file := range files {
		p.total += file.Size()
	}
	return p
}

// files returns the files, which are counted as they are read.
func (p *progress) files() []reader.File {
	files := request{files: p.sources}.sources()
	for i := range files {
		file := &files[i]
		open, opened := file.Open, false
		file.Open = func() (io.ReadCloser, error) {
			if !opened {
				opened = true
				p.begin(file.Name, file.Size)
			}
			r, err := open()
			return counted{r, p}, err
		}
		file.At = countedAt{file.At, p}
	}
	return files
}

func (p *progress) begin(name string, size int64) {
	p.past += p.size
	p.name, p.done, p.size = name, 0, size
	p.begun++
}

// read counts n bytes. A file may be read in part twice; it counts once.
func (p *progress) read(n int) {
	p.done = min(p.done+int64(n), p.size)
	p.report(false)
}

func (p *progress) report(always bool) {
	now := p.host.Now()
	if !always && now.Sub(p.reported) < reportEvery {
		return
	}
	p.reported = now
	bytes := p.past + p.done
	left := 0.0
	if passed := now.Sub(p.start); passed >= settled && bytes > 0 {
		left = passed.Seconds() * float64(p.total-bytes) / float64(bytes)
	}
	p.host.Post(map[string]any{
		"event": "LoadProgressed", "file": p.name, "fileIndex": max(p.begun-1, 0), "files": len(p.sources),
		"bytes": bytes, "totalBytes": p.total, "images": p.images, "secondsLeft": left,
	})
}

// counted is a file that is read from start to end.
type counted struct {
	io.ReadCloser
	progress *progress
}

func (c counted) Read(b []byte) (int, error) {
	n, err := c.ReadCloser.Read(b)
	c.progress.read(n)
	return n, err
}

// countedAt is a file that is read anywhere.
type countedAt struct {
	io.ReaderAt
	progress *progress
}

func (c countedAt) ReadAt(b []byte, offset int64) (int, error) {
	n, err := c.ReaderAt.ReadAt(b, offset)
	c.progress.read(n)
	return n, err
}
