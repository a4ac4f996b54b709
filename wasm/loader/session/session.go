package session

import (
	"context"
	"errors"
	"fmt"
	"io"
	"runtime"
	"time"

	"onelayer/engine/cifar10"
	"onelayer/engine/cifar10/reader"
	"onelayer/wasm/inbox"
)

// Version is the version of the loader's protocol; its Ready event carries it.
const Version = 1

// Host is what the session needs of the place it runs in.
type Host struct {
	Post       func(message map[string]any) // to the page
	Now        func() time.Time
	Decompress reader.Decompressor
	Digest     cifar10.Digest // or nil
}

// Port is a line to the trainer.
type Port interface {
	Post(message map[string]any)
	Listen(ctx context.Context, handle func(message map[string]any))
	Close()
}

// File is a file of the visitor's.
type File interface {
	Size() int64
	Open() io.Reader
	io.ReaderAt
}

// Session takes one command, read, for as many files as there are. To cancel it,
// the page ends the worker.
type Session struct {
	host  Host
	inbox *inbox.Inbox
}

// New returns a session that has not started.
func New(host Host) *Session { return &Session{host: host, inbox: inbox.New()} }

// Receive takes a message of the page. It never blocks.
func (s *Session) Receive(message map[string]any) {
	s.inbox.Push(func() { s.handle(message) })
}

// Run serves until ctx is done.
func (s *Session) Run(ctx context.Context) {
	s.host.Post(map[string]any{"event": "Ready", "version": Version})
	for ctx.Err() == nil {
		s.inbox.Do()
		s.inbox.Wait(ctx)
	}
}

func (s *Session) handle(message map[string]any) {
	id, _ := message["id"].(float64)
	r, err := decodeRequest(message)
	if err != nil {
		s.host.Post(map[string]any{"event": "Refused", "id": int(id), "message": err.Error()})
		return
	}
	s.read(r)
	s.host.Post(map[string]any{"event": "Replied", "id": int(id), "value": nil})
}

// read reads the files and passes the shards on, one after the other.
func (s *Session) read(r request) {
	line := newLine(r.port)
	defer line.close()
	s.warn(r)
	p := newProgress(s.host, r.files)
	source := reader.Reader{Room: r.room, Decompress: s.host.Decompress}
	var messages []any
	for shard, err := range source.Shards(p.files()...) {
		if err != nil {
			messages = append(messages, err.Error())
			continue
		}
		p.images += shard.Len()
		line.sendShard(shard, shard.FingerprintBy(s.host.Digest))
		shard = nil
		runtime.GC()
	}
	p.report(true)
	r.port.Post(map[string]any{"done": true, "errors": messages})
}

// warn says before anything is read that the files may hold more than there is
// room for.
func (s *Session) warn(r request) {
	images := reader.Estimate(r.sources()...)
	if need := int64(images) * cifar10.Dim; r.room > 0 && need > r.room {
		s.host.Post(map[string]any{"event": "RoomShort", "message": fmt.Sprintf(
			"About %d images are in the files; they need %.0f MB, and this device has room for %.0f MB. What fits is loaded.",
			images, float64(need)/1e6, float64(r.room)/1e6)})
	}
}

// request is what the page asks for.
type request struct {
	files []namedFile
	port  Port
	room  int64 // bytes of pixels; 0 is no limit
}

// namedFile is a file with its folders.
type namedFile struct {
	File
	name string
}

func decodeRequest(message map[string]any) (request, error) {
	var r request
	if message["command"] != "read" {
		return r, errors.New("unknown command")
	}
	var ok bool
	if r.port, ok = message["port"].(Port); !ok {
		return r, errors.New("port: expected a MessagePort")
	}
	room, _ := message["room"].(float64)
	r.room = int64(room)
	list, _ := message["files"].([]any)
	for _, entry := range list {
		object, _ := entry.(map[string]any)
		file, ok := object["file"].(File)
		if !ok {
			return r, errors.New("files: expected a list of files")
		}
		name, _ := object["name"].(string)
		r.files = append(r.files, namedFile{File: file, name: name})
	}
	if len(r.files) == 0 {
		return r, errors.New("files: expected a list of files")
	}
	return r, nil
}

// sources returns the files as the reader takes them.
func (r request) sources() []reader.File {
	files := make([]reader.File, len(r.files))
	for i, file := range r.files {
		open := func() (io.ReadCloser, error) { return io.NopCloser(file.Open()), nil }
		files[i] = reader.File{Name: file.name, Size: file.Size(), Open: open, At: file}
	}
	return files
}

// line is the way to the trainer, which says of each shard that it has come.
type line struct {
	port     Port
	received chan struct{}
	stop     context.CancelFunc
}

func newLine(port Port) *line {
	ctx, cancel := context.WithCancel(context.Background())
	l := &line{port: port, received: make(chan struct{}, 1), stop: cancel}
	port.Listen(ctx, func(map[string]any) {
		select {
		case l.received <- struct{}{}:
		default:
		}
	})
	return l
}

// pieceImages is how many images are sent at once. What is on its way is in memory
// beside the shard here and there.
const pieceImages = 1000

// sendShard sends a shard in pieces, one after the other.
func (l *line) sendShard(shard *cifar10.Shard, fingerprint string) {
	records := make([]uint8, 0, min(pieceImages, shard.Len())*cifar10.RecordSize)
	for from := 0; from < shard.Len(); from += pieceImages {
		l.send(map[string]any{
			"name": shard.Name, "title": shard.Title, "fingerprint": fingerprint, "images": shard.Len(),
			"records": shard.AppendRecords(records, from, min(from+pieceImages, shard.Len())),
		})
	}
}

// send posts a message and waits until it was taken.
func (l *line) send(message map[string]any) {
	l.port.Post(message)
	<-l.received
}

// close leaves the port open: what was posted last is still on its way.
func (l *line) close() { l.stop() }
