package loading

import (
	"bytes"
	"io"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"onelayer/engine/cifar10"
	"onelayer/engine/cifar10/cifar10test"
	"onelayer/engine/cifar10/reader"
	"onelayer/engine/phrase"
	"onelayer/wasm/service"
)

// file is a File in memory.
type file struct{ *bytes.Reader }

func (f file) Open() io.ReadCloser { return io.NopCloser(io.NewSectionReader(f, 0, f.Size())) }

// trainer plays the trainer's part: it takes and acknowledges every message.
type trainer struct {
	came   []map[string]any
	handle func(map[string]any)
}

func (t *trainer) Post(message map[string]any) {
	message = maps.Clone(message)
	if records, ok := message["records"].([]uint8); ok {
		message["records"] = slices.Clone(records) // as a message's bytes are
	}
	t.came = append(t.came, message)
	t.handle(map[string]any{"received": true})
}
func (t *trainer) Listen(handle func(map[string]any)) (stop func()) {
	t.handle = handle
	return func() {}
}
func (t *trainer) Close() {}

// load reads files, given as name, content, …, and returns the shards' names,
// the errors, and the events.
func load(t *testing.T, room int, content ...any) (shards, messages []string, events []map[string]any) {
	t.Helper()
	var s *Session
	s = New(Host{
		Host: service.Host{Post: func(event map[string]any) {
			switch {
			case event["event"] == "Asked":
				s.Receive(map[string]any{"command": "answer", "id": 2.0, "chosen": nil})
			case event["id"] != 2: // not the reply to that
				events = append(events, event)
			}
		}},
		Now:        time.Now,
		Decompress: reader.Decompress,
	})
	var files []any
	for i := 0; i < len(content); i += 2 {
		files = append(files, map[string]any{"name": content[i], "file": file{bytes.NewReader(content[i+1].([]byte))}})
	}
	to := new(trainer)
	s.Receive(map[string]any{"command": "read", "id": 1.0, "files": files, "port": to, "room": float64(room)})
	s.Turn()
	if len(to.came) == 0 || to.came[len(to.came)-1]["done"] != true {
		t.Fatalf("nothing ended the shards: %v", events)
	}
	for _, shard := range shardsOf(t, to.came[:len(to.came)-1]) {
		shards = append(shards, shard.Name)
	}
	refused, _ := to.came[len(to.came)-1]["errors"].([]any)
	for _, message := range refused {
		messages = append(messages, phrase.Decode(message).String())
	}
	return shards, messages, events
}

// shardsOf puts the pieces of shards together.
func shardsOf(t *testing.T, pieces []map[string]any) (shards []*cifar10.Shard) {
	t.Helper()
	var shard *cifar10.Shard
	for _, piece := range pieces {
		images := piece["images"].(int)
		if shard == nil {
			var err error
			if shard, err = cifar10.NewShard(piece["name"].(string), images); err != nil {
				t.Fatal(err)
			}
		}
		if len(piece["records"].([]uint8)) > pieceImages*cifar10.RecordSize {
			t.Errorf("%s comes %d bytes at once", shard.Name, len(piece["records"].([]uint8)))
		}
		if err := shard.AddRecords(piece["records"].([]uint8)); err != nil {
			t.Fatal(err)
		}
		if shard.Len() < images {
			continue
		}
		if err := shard.Validate(); err != nil {
			t.Errorf("%s: %v", shard.Name, err)
		}
		shards, shard = append(shards, shard), nil
	}
	if shard != nil {
		t.Errorf("%s did not come whole", shard.Name)
	}
	return shards
}

// TestReadsWholeFilesAndRefusesCutOnes: engine/cifar10/reader's tests have each form.
func TestReadsWholeFilesAndRefusesCutOnes(t *testing.T) {
	for _, c := range []struct{ name, real string }{
		{"data_batch_1.bin", "bin/data_batch_1.bin"},
		{"test_batch", "py/first_1000_of_test_batch"},
		{"test_batch.mat", "mat/first_1000_of_test_batch.mat"},
	} {
		t.Run(c.name, func(t *testing.T) {
			content := cifar10test.Read(t, c.real)
			shards, messages, events := load(t, 0, "folder/"+c.name, content, "folder/readme.html", []byte("<html>"))
			if !slices.Equal(shards, []string{c.name}) || len(messages) > 0 {
				t.Errorf("shards %v, messages %v", shards, messages)
			}
			last := events[len(events)-2]
			if last["event"] != "LoadProgressed" || last["bytes"] != last["totalBytes"] || last["secondsLeft"] != 0.0 {
				t.Errorf("the last progress is %v", last)
			}
			if replied := events[len(events)-1]; replied["event"] != "Replied" || replied["id"] != 1 {
				t.Errorf("the last event is %v", replied)
			}

			shards, messages, _ = load(t, 0, c.name, content[:len(content)-1000])
			if len(shards) > 0 || len(messages) != 1 || !strings.Contains(messages[0], c.name) {
				t.Errorf("cut short: shards %v, messages %v", shards, messages)
			}
		})
	}
}

func TestReadsWhatItCan(t *testing.T) {
	shard := cifar10test.Binary(cifar10test.Random("", 10, 1))
	shards, messages, _ := load(
		t,
		0,
		"data_batch_2.bin",
		shard,
		"data_batch_1.bin",
		shard,
		"notes.txt",
		[]byte("milk, bread"),
	)
	if !slices.Equal(shards, []string{"data_batch_1.bin", "data_batch_2.bin"}) {
		t.Errorf("shards %v", shards)
	}
	if len(messages) != 1 || !strings.Contains(messages[0], "notes.txt") {
		t.Errorf("messages %v", messages)
	}
}

func TestSaysWhatDoesNotFitBeforeReadingIt(t *testing.T) {
	shard := cifar10test.Binary(cifar10test.Random("", 10, 1))
	shards, messages, events := load(t, 15*cifar10.Dim, "data_batch_1.bin", shard, "data_batch_2.bin", shard)
	if !slices.Equal(shards, []string{"data_batch_1.bin"}) || len(messages) != 1 {
		t.Errorf("shards %v, messages %v", shards, messages)
	}
	if events[0]["event"] != "RoomShort" ||
		!strings.Contains(phrase.Decode(events[0]["message"]).String(), "20 images") {
		t.Errorf("the first event is %v", events[0])
	}
}

func TestRefusesWhatItDoesNotKnow(t *testing.T) {
	var answer map[string]any
	s := New(Host{Host: service.Host{Post: func(event map[string]any) { answer = event }}, Now: time.Now})
	for _, message := range []map[string]any{
		{"command": "write"},
		{"command": "read", "port": new(trainer)},
		{"command": "read", "port": new(trainer), "files": []any{"a file"}},
		{"command": "read", "files": []any{}},
	} {
		message["id"] = 3.0
		s.Receive(message)
		s.Turn()
		if answer["event"] != "Refused" || answer["id"] != 3 {
			t.Errorf("%v was answered by %v", message, answer)
		}
	}
}
