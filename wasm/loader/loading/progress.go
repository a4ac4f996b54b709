package loading

import (
	"io"
	"time"

	"onelayer/engine/cifar10/reader"
	"onelayer/engine/protocol"
)

// Progress is reported every reportEvery. Before settled has passed there is no
// estimate of the time left: the start says little about the pace.
const (
	reportEvery = 250 * time.Millisecond
	settled     = 500 * time.Millisecond
)

// progress reports to the page how far reading has come.
type progress struct {
	now             func() time.Time
	post            func(event any)
	sources         []namedFile
	start, reported time.Time
	begun           int // files that were opened
	name            string
	past, total     int64 // bytes of the files before, and of all
	done, size      int64 // bytes of the file being read
	images          int
}

func newProgress(now func() time.Time, post func(event any), files []namedFile) *progress {
	p := &progress{now: now, post: post, sources: files, start: now()}
	for _, file := range files {
		p.total += file.Size()
	}
	return p
}

// files returns the files, counted as they are read.
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
		if inflate := file.Inflate; inflate != nil {
			file.Inflate = func(form reader.Compression, from, size int64) (io.ReadCloser, error) {
				r, err := inflate(form, from, size)
				return &countedInflating{ReadCloser: r, progress: p}, err
			}
		}
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
	p.tell(false)
}

func (p *progress) tell(always bool) {
	now := p.now()
	if !always && now.Sub(p.reported) < reportEvery {
		return
	}
	p.reported = now
	bytes := p.past + p.done
	left := 0.0
	if passed := now.Sub(p.start); passed >= settled && bytes > 0 {
		left = passed.Seconds() * float64(p.total-bytes) / float64(bytes)
	}
	p.post(protocol.LoadProgressed{
		File: p.name, FileIndex: max(p.begun-1, 0), Files: len(p.sources),
		Bytes: int(bytes), TotalBytes: int(p.total), Images: p.images, SecondsLeft: left,
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

// countedInflating is part of a file that the browser reads and decompresses.
type countedInflating struct {
	io.ReadCloser
	progress *progress
	counted  int64
}

func (c *countedInflating) Read(b []byte) (int, error) {
	n, err := c.ReadCloser.Read(b)
	if stream, ok := c.ReadCloser.(interface{ Taken() int64 }); ok {
		taken := stream.Taken()
		c.progress.read(int(taken - c.counted))
		c.counted = taken
	}
	return n, err
}
