package loading

import (
	"io"
	"runtime"
	"time"

	"onelayer/engine/cifar10"
	"onelayer/engine/cifar10/reader"
	"onelayer/engine/phrase"
	"onelayer/engine/protocol"
	"onelayer/engine/protocol/wire"
	"onelayer/engine/refusal"
	"onelayer/wasm/service"
)

// Host is what the session needs from its environment.
type Host struct {
	service.Host
	Now        func() time.Time
	Decompress reader.Decompressor
}

// Port is a line to the trainer.
type Port interface {
	Post(message map[string]any)
	Listen(handle func(message map[string]any)) (stop func())
	Close()
}

// File is a file of the visitor.
type File interface {
	Size() int64
	Open() io.ReadCloser
	io.ReaderAt
}

// Inflater is a file whose compressed parts the browser can read and decompress by
// itself. The stream's method Taken returns how many compressed bytes were read.
type Inflater interface {
	Inflate(form string, from, size int64) io.ReadCloser
}

// Session takes read, once, with any number of files, or digests of files. To
// cancel it, the page ends the worker.
type Session struct {
	*service.Service
	host    Host
	answers chan []int // of the visitor
}

// New returns a session that has not started.
func New(host Host) *Session {
	s := &Session{host: host, answers: make(chan []int, 1)}
	s.Service = service.New(host.Host, protocol.Loader, s.do)
	return s
}

// Run serves until done is closed.
func (s *Session) Run(done <-chan struct{}) { s.Service.Run(done, nil) }

// do executes a command of the page.
func (s *Session) do(id int, command any) error {
	if c, ok := command.(protocol.DigestFile); ok {
		return s.digest(id, c)
	}
	c, _ := command.(protocol.Read)
	r, err := newRequest(c)
	if err != nil {
		return err
	}
	s.read(r)
	s.Reply(id, nil)
	return nil
}

// digest hashes a file as it was opened, whatever its form.
func (s *Session) digest(id int, c protocol.DigestFile) error {
	file, ok := c.File.(File)
	if !ok {
		return errNoFiles
	}
	content := file.Open()
	defer content.Close()
	sum, err := cifar10.SHA256(content)
	if err == nil {
		s.Reply(id, protocol.FileDigest{Sha256: sum})
	}
	return err
}

// read reads the files and passes the shards on, one after the other.
func (s *Session) read(r request) {
	line := newLine(r.port)
	defer line.close()
	s.warn(r)
	p := newProgress(s.host.Now, s.Post, r.files)
	source := reader.Reader{
		Room: r.room, Decompress: s.host.Decompress, Ask: s.ask, Note: s.note, Labels: line.sendLabels,
	}
	var refused refusal.Few
	for shard, err := range source.Shards(p.files()...) {
		if err != nil {
			refused.Add(err)
			continue
		}
		p.images += shard.Len()
		line.sendShard(shard)
		shard = nil
		runtime.GC()
	}
	p.tell(true)
	r.port.Post(wire.Object(protocol.ShardsEnd{Done: true, Errors: texts(refused.Errors())}))
}

// texts are the texts of refusals.
func texts(refused []error) []phrase.Text {
	var all []phrase.Text
	for _, err := range refused {
		all = append(all, refusal.From(err).Text())
	}
	return all
}

// warn warns, before anything is read, that the files may hold more than there is
// room for.
func (s *Session) warn(r request) {
	images := reader.Estimate(r.sources()...)
	if need := int64(images) * cifar10.Dim; r.room > 0 && need > r.room {
		s.Post(protocol.RoomShort{Message: phrase.New(
			"room-short",
			"About {images} images are in the files; they need {needed} MB, and this device has room for {room} MB. What fits is loaded.",
			phrase.Values{"images": images, "needed": int(need / 1e6), "room": int(r.room / 1e6)},
		)})
	}
}

// request is the page's request.
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

func newRequest(c protocol.Read) (request, error) {
	r := request{room: int64(c.Room)}
	var ok bool
	if r.port, ok = c.Port.(Port); !ok {
		return r, refusal.New("no-port", "port: expected a MessagePort", nil)
	}
	for _, named := range c.Files {
		file, ok := named.File.(File)
		if !ok {
			return r, errNoFiles
		}
		r.files = append(r.files, namedFile{File: file, name: named.Name})
	}
	if len(r.files) == 0 {
		return r, errNoFiles
	}
	return r, nil
}

var errNoFiles = refusal.New("no-files", "files: expected a list of files", nil)

// sources returns the files as the reader takes them.
func (r request) sources() []reader.File {
	files := make([]reader.File, len(r.files))
	for i, file := range r.files {
		open := func() (io.ReadCloser, error) { return file.Open(), nil }
		files[i] = reader.File{Name: file.name, Size: file.Size(), Open: open, At: file}
		if inflater, ok := file.File.(Inflater); ok {
			files[i].Inflate = func(form reader.Compression, from, size int64) (io.ReadCloser, error) {
				return inflater.Inflate(string(form), from, size), nil
			}
		}
	}
	return files
}

// line is the connection to the trainer, which acknowledges each message.
type line struct {
	port Port
	free chan struct{} // a token for each message that may be sent
	stop func()        // ends the listening
}

func newLine(port Port) *line {
	l := &line{port: port, free: make(chan struct{}, underWay)}
	for range underWay {
		l.free <- struct{}{}
	}
	l.stop = port.Listen(func(map[string]any) {
		select {
		case l.free <- struct{}{}:
		default:
		}
	})
	return l
}

const (
	// pieceImages is how many images are sent at once: Chromium has buffers below a megabyte
	// ready, and asks the system for each larger one, which takes longer than to fill it.
	pieceImages = 250
	// underWay is how many pieces may be in transit: they take memory beside the shard on
	// both sides, and keep this worker going while the trainer is busy.
	underWay = 16
)

// sendShard sends a shard in pieces.
func (l *line) sendShard(shard *cifar10.Shard) {
	records := make([]uint8, 0, min(pieceImages, shard.Len())*cifar10.RecordSize)
	for from := 0; from < shard.Len(); from += pieceImages {
		l.send(wire.Object(protocol.ShardPiece{
			Name:    shard.Name,
			Title:   shard.Title,
			Set:     shard.Set,
			Classes: shard.Names,
			Images:  shard.Len(),
			Records: shard.AppendRecords(records[:0], from, min(from+pieceImages, shard.Len())),
		}))
	}
}

// send posts a message when one may be sent.
func (l *line) send(message map[string]any) {
	<-l.free
	l.port.Post(message)
}

// close leaves the port open: the last messages are still in transit.
func (l *line) close() { l.stop() }
