package cifar10

import "fmt"

// MaxImages bounds a shard, so that a wrong file cannot take all memory: the
// six official shards together hold 60,000 images.
const MaxImages = 100_000

// RoomError is the refusal of a shard whose pixels do not fit in the memory
// that the caller allows. Nothing was allocated.
type RoomError struct {
	Name   string
	Images int
	Room   int64 // bytes that are left
}

// Error says what does not fit, and what to do.
func (e *RoomError) Error() string {
	return fmt.Sprintf("%s does not fit: its %d images need %s and %s of memory are left for images. Load fewer shards",
		e.Name, e.Images, Megabytes(int64(e.Images)*Dim), Megabytes(e.Room))
}

// Fits reports why n images are too many for a shard, or for the room in bytes.
func Fits(name string, n int, room int64) error {
	if n > MaxImages {
		return fmt.Errorf("%s is too large: it holds more than %d images, and all of CIFAR-10 holds 60,000", name, MaxImages)
	}
	if int64(n)*Dim > room {
		return &RoomError{Name: name, Images: n, Room: room}
	}
	return nil
}

// Unlimited is the room of a reader without a limit but MaxImages.
const Unlimited = MaxImages * Dim

// Megabytes writes a number of bytes as the browser's own file lists do.
func Megabytes(bytes int64) string { return fmt.Sprintf("%.1f MB", float64(bytes)/1e6) }

// Incomplete ends the message about a file that stops where it should go on.
const Incomplete = ". It may be an incomplete download: get it again"
