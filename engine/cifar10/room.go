package cifar10

import (
	"math"
	"strconv"

	"onelayer/engine/phrase"
	"onelayer/engine/refusal"
)

// MaxImages bounds a shard, so that a wrong file cannot take all memory: the
// six official shards together hold 60,000 images.
const MaxImages = 100_000

// NoRoom refuses a shard whose pixels do not fit in the room, in bytes, that the caller
// allows. Nothing was allocated. Its code is no-room.
func NoRoom(name string, images int, room int64) error {
	return refusal.New(
		"no-room",
		"{file} does not fit: its {images} images need {needed} MB and {room} MB of memory are left for images. Load fewer shards",
		refusal.Values{
			"file":   name,
			"images": images,
			"needed": inMegabytes(int64(images) * Dim),
			"room":   inMegabytes(room),
		},
	)
}

// Fits returns an error if n images are too many for a shard, or for the room in
// bytes.
func Fits(name string, n int, room int64) error {
	if n > MaxImages {
		return refusal.New(
			"too-many-images",
			"{file} is too large: it holds more than {most} images, and all of CIFAR-10 holds 60,000",
			refusal.Values{"file": name, "most": MaxImages},
		)
	}
	if int64(n)*Dim > room {
		return NoRoom(name, n, room)
	}
	return nil
}

// Unlimited is the room of a reader without a limit but MaxImages.
const Unlimited = MaxImages * Dim

// Megabytes writes a number of bytes as browsers' file lists do.
func Megabytes(bytes int64) string {
	return strconv.FormatFloat(float64(bytes)/1e6, 'f', 1, 64) + " MB"
}

// inMegabytes rounds as Megabytes does.
func inMegabytes(bytes int64) float64 { return math.Round(float64(bytes)/1e5) / 10 }

// Incomplete ends the message about a file that stops too early.
const Incomplete = ". It may be an incomplete download: get it again"

// GetAgain is the advice about a file that stops too early.
var GetAgain = phrase.New("get-again", "It may be an incomplete download: get it again", nil)

// CouldNotRead refuses a file whose reading failed.
func CouldNotRead(file string, err error) error {
	return refusal.New(
		"could-not-read",
		"{file} could not be read: {reason}",
		refusal.Values{"file": file, "reason": err},
	)
}
