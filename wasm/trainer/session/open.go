package session

import (
	"errors"
	"io"
	"time"

	"onelayer/engine/cifar10"
	"onelayer/engine/protocol"
	"onelayer/engine/train"
)

// open loads files beside the training. Only when all are read does the new data
// take the old one's place, so a wrong file loses nothing.
func (s *Session) open(id int, handles []any) error {
	if s.loading {
		return errors.New("Files are still being loaded. Wait until they are in, then add more.")
	}
	files := make([]File, len(handles))
	for i, handle := range handles {
		file, ok := handle.(File)
		if !ok {
			return errors.New("files: expected a list of files")
		}
		files[i] = file
	}
	s.loading = true
	go func() {
		shards, err := s.load(files)
		s.inbox.Push(func() { s.loaded(id, shards, err) })
	}()
	return nil
}

func (s *Session) loaded(id int, shards []*cifar10.Shard, err error) {
	s.loading = false
	if err != nil {
		s.refuse(id, err)
		return
	}
	if !s.dataset.Drawn {
		shards = merge(s.dataset.Shards, shards)
	}
	s.openDataset(assemble(shards))
	s.whenReached(func() { s.reply(id, protocol.EncodeData(s.dataset)) })
}

// openDataset puts data in place and starts a run on it. The runs before keep
// their results.
func (s *Session) openDataset(dataset *cifar10.Dataset) {
	s.useData(dataset)
	s.post(protocol.DataOpened{Dataset: dataset})
	s.startRun()
}

// useData makes a dataset what new runs train on.
func (s *Session) useData(dataset *cifar10.Dataset) {
	s.stopTeam()
	s.dataset, s.data = dataset, train.NewData(dataset)
}

// load reads all files into shards. It runs in a goroutine of its own.
func (s *Session) load(files []File) ([]*cifar10.Shard, error) {
	progress := &progress{session: s, event: protocol.LoadProgressed{Files: len(files)}}
	for _, file := range files {
		progress.event.TotalBytes += file.Size()
	}
	var shards []*cifar10.Shard
	for i, file := range files {
		progress.event.File, progress.event.FileIndex = file.Name(), i
		shard, err := cifar10.ReadBinary(progress.reader(file.Open()), file.Name(), file.Size())
		if err != nil {
			return nil, err
		}
		progress.event.Images += shard.Len()
		shards = append(shards, shard)
	}
	progress.report(true)
	return shards, nil
}

// progress tells the page how far loading has come, about ten times a second.
type progress struct {
	session *Session
	event   protocol.LoadProgressed
	last    time.Time
}

func (p *progress) report(always bool) {
	now := p.session.host.Now()
	if always || now.Sub(p.last) >= reportEvery {
		p.last = now
		p.session.post(p.event)
	}
}

// reader counts what is read from r.
func (p *progress) reader(r io.Reader) io.Reader { return &countingReader{r, p} }

type countingReader struct {
	io.Reader
	progress *progress
}

func (c *countingReader) Read(b []byte) (int, error) {
	n, err := c.Reader.Read(b)
	c.progress.event.Bytes += int64(n)
	c.progress.report(false)
	return n, err
}
