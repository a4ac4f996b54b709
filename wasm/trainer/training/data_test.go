package training

import (
	"bytes"
	"maps"
	"slices"
	"strings"
	"testing"

	"onelayer/engine/cifar10"
	"onelayer/engine/cifar10/cifar10test"
	"onelayer/engine/phrase"
	"onelayer/engine/protocol"
)

// source plays the loader's part: it posts shards and waits until each is taken.
type source struct {
	*pipeEnd
	page     *page
	open     float64 // the id of the command
	received chan bool
}

// openSource begins an Open.
func openSource(p *page) *source {
	here, there := pipe()
	s := &source{pipeEnd: here, page: p, received: make(chan bool, 10)}
	here.Listen(func(map[string]any) { s.received <- true })
	s.open = p.send("open", "port", there)
	return s
}

// shard posts a shard in two pieces.
func (s *source) shard(name string, n int, seed uint64, fields ...any) {
	shard := cifar10test.Random(name, n, seed)
	for _, records := range [][]uint8{shard.AppendRecords(nil, 0, n/2), shard.AppendRecords(nil, n/2, n)} {
		s.piece(name, n, records, fields...)
		<-s.received
	}
}

// piece posts some images of a shard that will have n of them.
func (s *source) piece(name string, n int, records []uint8, fields ...any) {
	message := map[string]any{"name": name, "images": float64(n), "records": records}
	for i := 0; i < len(fields); i += 2 {
		message[fields[i].(string)] = fields[i+1]
	}
	s.Post(message)
}

// done ends the Open and returns its answer.
func (s *source) done(fields map[string]any) map[string]any {
	message := map[string]any{"done": true}
	maps.Copy(message, fields)
	s.Post(message)
	return s.page.answer(s.open)
}

func splitsOf(data any) [3]any {
	splits := data.(map[string]any)["splits"].(map[string]any)
	return [3]any{splits["train"], splits["validation"], splits["test"]}
}

func (p *page) lastData() map[string]any {
	opened := p.named("DataOpened")
	return opened[len(opened)-1]["data"].(map[string]any)
}

func TestOpenTakesTheFirstShardAtOnceAndAllInTheEnd(t *testing.T) {
	p := openPage(t)
	s := openSource(p)
	s.shard("data_batch_2.bin", 30, 1)
	if got := splitsOf(p.lastData()); got != [3]any{24, 3, 3} {
		t.Errorf("after the first shard the splits are %v", got)
	}
	p.do("step") // while more is to come
	s.shard("test_batch.bin", 20, 2)
	s.shard("data_batch_1.bin", 50, 3)
	if got := splitsOf(p.lastData()); got != [3]any{24, 3, 3} {
		t.Errorf("before the end the splits are %v", got)
	}
	data := s.done(nil)["value"].(map[string]any)
	if got := splitsOf(data); got != [3]any{50, 30, 20} {
		t.Errorf("in the end the splits are %v", got)
	}
	if data["drawn"] != false || data["fingerprint"] == "" ||
		!strings.Contains(phrase.Decode(data["why"]).String(), "data_batch_1.bin") {
		t.Errorf("the data are %v", data)
	}
	if run := p.do("step"); run["step"] != 1 || run["id"] == 1 {
		t.Errorf("the run that had begun was not kept: %v", run)
	}
}

func TestTrainingOnTheFirstShardGoesOnWithAll(t *testing.T) {
	p := openPage(t)
	p.do("configure", "settings", map[string]any{"batchSize": 10.0, "epochs": 1000.0})
	s := openSource(p)
	s.shard("data_batch_1", 100, 1, "provisional", true)
	p.do("step")
	p.do("play")
	s.shard("data_batch_1", 200, 1)
	s.done(nil)
	last := p.awaitStatus(2, protocol.StatusRunning)
	if last["stepsPerEpoch"] != 16 {
		t.Errorf("the new run is %v", last)
	}
	p.do("pause")
}

func TestWhatCannotBeLoadedLosesNothing(t *testing.T) {
	p := openPage(t)
	s := openSource(p)
	answer := s.done(map[string]any{"errors": []any{"notes.txt is text.", "more.txt is text."}})
	if answer["event"] != "Refused" ||
		phrase.Decode(answer["why"]).String() != "notes.txt is text.\nmore.txt is text." {
		t.Errorf("the answer is %v", answer)
	}

	s = openSource(p)
	s.shard("data_batch_1", 30, 1)
	p.do("cancelOpen")
	if answer := p.answer(s.open); answer["event"] != "Refused" ||
		!strings.Contains(phrase.Decode(answer["why"]).String(), "cancelled") {
		t.Errorf("a cancelled Open was answered by %v", answer)
	}
	if p.lastData()["drawn"] != true {
		t.Error("cancelling did not go back to the sample")
	}

	s = openSource(p)
	s.shard("data_batch_1", 30, 1)
	if answer := s.done(map[string]any{"errors": []any{"notes.txt is text."}}); answer["event"] != "Replied" {
		t.Errorf("the answer is %v", answer)
	}
	if refused := p.named("FilesRefused"); len(refused) != 1 {
		t.Errorf("%d events tell of the file that was not read", len(refused))
	}
	if got := splitsOf(p.lastData()); got != [3]any{24, 3, 3} {
		t.Errorf("the splits are %v", got)
	}
	p.do("cancelOpen") // nothing is in progress
	if sample := p.do("useSample"); sample["drawn"] != true {
		t.Error("there is no way back to the sample")
	}
}

func TestPiecesThatMakeNoShardLoseNothing(t *testing.T) {
	records := cifar10test.Binary(cifar10test.Random("a", 3, 1))
	wrong := slices.Clone(records)
	wrong[cifar10.RecordSize] = 10
	for name, post := range map[string]func(s *source){
		"no images":          func(s *source) { s.piece("a", 0, records) },
		"too many":           func(s *source) { s.piece("a", cifar10.MaxImages+1, records) },
		"more than promised": func(s *source) { s.piece("a", 2, records) },
		"no whole records":   func(s *source) { s.piece("a", 3, records[1:]) },
		"an eleventh class":  func(s *source) { s.piece("a", 3, wrong) },
		"not the last piece": func(s *source) { s.piece("a", 4, records); s.Post(map[string]any{"done": true}) },
	} {
		t.Run(name, func(t *testing.T) {
			p := openPage(t)
			s := openSource(p)
			post(s)
			if answer := p.answer(s.open); answer["event"] != "Refused" {
				t.Errorf("the answer is %v", answer)
			}
			if p.lastData()["drawn"] != true {
				t.Error("the sample is gone")
			}
			p.do("step")
		})
	}
}

func TestShardsJoinThoseOfTheSameData(t *testing.T) {
	p := openPage(t)
	s := openSource(p)
	s.shard("data_batch_1", 30, 1)
	s.done(nil)
	s = openSource(p)
	p.refused("open", "port", s.pipeEnd)
	p.refused("useSample")
	s.shard("data_batch_1", 40, 2)
	s.shard("test_batch", 20, 3)
	data := s.done(nil)["value"]
	if got := splitsOf(data); got != [3]any{36, 4, 20} {
		t.Errorf("the splits are %v", got)
	}
}

func TestRolesAreRemembered(t *testing.T) {
	p := openPage(t)
	s := openSource(p)
	s.shard("a", 30, 1)
	s.shard("b", 20, 2, "fingerprint", "known")
	data := s.done(map[string]any{
		"roles":   map[string]any{"a": "test", "b": "train"},
		"holdOut": map[string]any{"validation": 5.0, "test": 0.0},
	})["value"]
	if got := splitsOf(data); got != [3]any{15, 5, 30} {
		t.Errorf("the splits are %v", got)
	}
	if b := data.(map[string]any)["shards"].([]any)[1].(map[string]any); b["fingerprint"] != "known" {
		t.Errorf("the second shard is %v", b)
	}
}

func TestAssignRoles(t *testing.T) {
	p := openPage(t)
	s := openSource(p)
	s.shard("data_batch_1", 30, 1)
	s.shard("data_batch_2", 30, 1) // the same images
	s.shard("test_batch", 20, 2)
	data := s.done(nil)["value"].(map[string]any)
	if duplicates := data["duplicates"].(map[string]any); duplicates["validation"] != 30 || duplicates["test"] != 0 {
		t.Errorf("duplicates %v", duplicates)
	}
	none := map[string]any{"validation": 0.0, "test": 0.0}
	p.do("step")
	data = p.do("assignRoles", "roles", []any{"train", "test", "unused"}, "holdOut", none)
	if got := splitsOf(data); got != [3]any{27, 3, 30} || data["unused"] != 20 {
		t.Errorf("the data are %v", data)
	}
	if run := p.do("step"); run["step"] != 1 {
		t.Error("other roles did not start a new run")
	}
	p.refused("assignRoles", "roles", []any{"test", "test", "test"}, "holdOut", none)
	p.refused("assignRoles", "roles", []any{"train"}, "holdOut", none)
}

func TestImages(t *testing.T) {
	p := openPage(t)
	s := openSource(p)
	s.shard("data_batch_1", 30, 1)
	s.done(nil)
	answer := p.answer(p.send("images", "shard", 0.0, "from", 10.0, "count", 2.0))
	want := cifar10test.Binary(cifar10test.Random("data_batch_1", 30, 1))[10*cifar10.RecordSize : 12*cifar10.RecordSize]
	if got, _ := answer["value"].([]byte); !bytes.Equal(got, want) {
		t.Errorf("%d bytes came that are not the records asked for", len(got))
	}
	for _, ask := range [][2]float64{{29, 2}, {0, 0}, {-1, 1}} {
		p.refused("images", "shard", 0.0, "from", ask[0], "count", ask[1])
	}
	p.refused("images", "shard", 1.0, "from", 0.0, "count", 1.0)
}

// Images that are wanted by their fingerprint are those that were opened, or none.
func TestImagesOfAFingerprint(t *testing.T) {
	p := openPage(t)
	s := openSource(p)
	s.shard("data_batch_1", 30, 1)
	s.done(nil)
	shard := cifar10test.Random("data_batch_1", 30, 1)
	ask := []any{"shard", 0.0, "from", 3.0, "count", 2.0, "fingerprint", shard.Fingerprint()}

	p.do("changeData", "variant", "permuted")
	answer := p.answer(p.send("images", ask...))
	if got, _ := answer["value"].([]byte); !bytes.Equal(got, shard.AppendRecords(nil, 3, 5)) {
		t.Errorf("%d bytes came that are not the records as they were opened", len(got))
	}
	p.do("useSample")
	p.refused("images", ask...)
}

func TestCrewHasTheSameSplits(t *testing.T) {
	p, crew := openPage(t), openPageOf(t, NewCrew)
	s := openSource(p)
	s.shard("data_batch_1", 30, 1)
	s.done(nil)
	here, there := pipe()
	received := crew.send("receiveData", "port", there)
	p.do("shareData", "port", here)
	crew.answer(received)
	if got := crew.session.dataset.HoldOut; got != (cifar10.HoldOut{Validation: 3, Test: 3}) {
		t.Errorf("the crew holds out %v", got)
	}
	if !slices.Equal(crew.session.dataset.Roles, p.session.dataset.Roles) {
		t.Error("the crew's roles are others")
	}
}

func TestSharingSendsAShardWhenTheOneBeforeWasTaken(t *testing.T) {
	p := openPage(t)
	here, there := pipe()
	came := make(chan map[string]any, 10)
	there.Listen(func(message map[string]any) { came <- message })
	shared := p.send("shareData", "port", here)
	if heading := <-came; heading["shards"] != 3.0 {
		t.Errorf("the heading is %v", heading)
	}
	for _, name := range []string{"sample_train", "sample_validation", "sample_test"} {
		if shard := <-came; shard["name"] != name {
			t.Errorf("%v came in the place of %s", shard["name"], name)
		}
		p.do("pause") // the session had time to send more
		if len(came) > 0 {
			t.Errorf("before %s was taken, %v came", name, (<-came)["name"])
		}
		there.Post(map[string]any{"received": true})
	}
	if answer := p.answer(shared); answer["event"] != "Replied" {
		t.Errorf("sharing was answered by %v", answer)
	}
}

func TestEmptySessionOpensOnWhatComes(t *testing.T) {
	p := startPage(t, NewEmpty)
	if refused := p.answer(p.send("play")); refused["event"] != "Refused" {
		t.Errorf("play without data: %v", refused)
	}
	s := openSource(p)
	s.shard("data_batch_1.bin", 50, 3, "waits", true)
	if got := p.named("DataOpened"); len(got) != 0 {
		t.Errorf("a shard that waits for the others was opened: %v", got)
	}
	s.shard("data_batch_2.bin", 30, 1, "waits", true)
	s.shard("test_batch.bin", 20, 2, "waits", true)
	if got := splitsOf(s.done(nil)["value"]); got != [3]any{50, 30, 20} {
		t.Errorf("the splits are %v", got)
	}
	p.await(func(e map[string]any) bool { return e["event"] == "Settled" })
	if got := p.named("DataOpened"); len(got) != 1 {
		t.Errorf("%d data sets were opened, want the one that came", len(got))
	}
}

func TestEmptySessionTakesTheSampleInTheEnd(t *testing.T) {
	p := startPage(t, NewEmpty)
	s := openSource(p)
	if answer := s.done(map[string]any{"errors": []any{"nothing there"}}); answer["event"] != "Refused" {
		t.Errorf("an end without shards: %v", answer)
	}
	p.do("useSample")
	p.await(func(e map[string]any) bool { return e["event"] == "Settled" })

	p = startPage(t, NewEmpty)
	s = openSource(p)
	s.shard("data_batch_1.bin", 50, 3)
	p.do("cancelOpen", "message", "")
	if got := p.lastData(); got["drawn"] != true {
		t.Errorf("after cancelling what there was none before: %v", got)
	}
}

func TestChangeDataAndBack(t *testing.T) {
	p := openPage(t)
	record := func() []uint8 {
		pixels, _ := p.answer(p.send("images", "shard", 0.0, "from", 0.0, "count", 1.0))["value"].([]uint8)
		return pixels
	}
	opened := record()
	grey := p.do("changeData", "variant", "grey")
	if phrase.Decode(grey["name"]).String() != "Practice images, not CIFAR-10, grey" {
		t.Errorf("the changed data are called %v", grey["name"])
	}
	permuted := p.do("changeData", "variant", "permuted")
	if phrase.Decode(permuted["name"]).String() != "Practice images, not CIFAR-10, pixels permuted" {
		t.Errorf("data that are changed again are called %v", permuted["name"])
	}
	back := p.do("changeData", "variant", "")
	if phrase.Decode(back["name"]).String() != "Practice images, not CIFAR-10" || !bytes.Equal(opened, record()) {
		t.Errorf("back: %v", back["name"])
	}
	if len(opened) != cifar10.RecordSize {
		t.Errorf("a record of %d bytes", len(opened))
	}
	p.refused("changeData", "variant", "sepia")
}
