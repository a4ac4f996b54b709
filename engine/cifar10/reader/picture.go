package reader

import (
	"bytes"
	"cmp"
	"errors"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"io"

	"golang.org/x/image/draw"

	"onelayer/engine/cifar10"
	"onelayer/engine/refusal"
)

// Bounds of a picture, so that one file cannot take all memory.
const (
	maxPictureBytes  = 32 << 20
	maxPicturePixels = 1 << 23
)

// pictureDecoder turns PNG and JPEG pictures into images of CIFAR-10. It keeps
// its buffers from one picture to the next.
type pictureDecoder struct {
	content bytes.Buffer
	plain   plainPNG
	canvas  *image.RGBA // Width×Height
	scaled  bool        // some picture was not Width×Height
	limit   int         // of pixels, if it is less than maxPicturePixels
}

// fill reads pictures into a shard, with at most room bytes of pixels. Files that are
// not pictures are skipped.
func (d *pictureDecoder) fill(shard *cifar10.Shard, pictures []*picture, classes *pictureClasses, room int64) error {
	if err := cifar10.Fits(shard.Name, len(pictures), room); err != nil {
		return err
	}
	shard.Pixels = make([]uint8, 0, len(pictures)*cifar10.Dim)
	for _, picture := range pictures {
		pixels, err := picture.load(d, shard.Pixels)
		if err == errNoPicture {
			continue
		}
		if err != nil {
			return err
		}
		shard.Pixels = pixels
		shard.Labels = append(shard.Labels, classes.labels[picture.class])
	}
	return nil
}

// read reads a picture's file. within is the archive that holds it, if there is one.
func (d *pictureDecoder) read(file File, within entry, pixels []uint8) ([]uint8, error) {
	r, err := file.Open()
	if err != nil {
		return nil, cifar10.Unreadable(within.naming(file), err)
	}
	defer r.Close()
	pixels, err = d.decode(r, pixels)
	if err != nil && err != errNoPicture {
		err = unreadablePicture(within.naming(file), err)
	}
	return pixels, err
}

// decode reads a picture to its end.
func (d *pictureDecoder) decode(r io.Reader, pixels []uint8) ([]uint8, error) {
	d.content.Reset()
	n, err := d.content.ReadFrom(io.LimitReader(r, maxPictureBytes+1))
	if err != nil {
		return pixels, err
	}
	if n > maxPictureBytes {
		return pixels, refusal.New(
			"picture-too-large",
			"it has more than {most} MB",
			refusal.Values{"most": maxPictureBytes / 1e6},
		)
	}
	return d.append(pixels, d.content.Bytes())
}

// unreadablePicture says what is wrong with a picture.
func unreadablePicture(name string, err error) error {
	return refusal.New(
		"picture-unreadable",
		"{file} is a picture that cannot be read: {reason}. Save it again, or take it out of its folder",
		refusal.Values{"file": name, "reason": err},
	)
}

// naming names a picture with its folders, and the archive that holds it.
func (e entry) naming(picture File) string {
	if e.shown == "" {
		return picture.Name
	}
	return picture.Name + " in " + e.shown
}

// errNoPicture marks a file that is neither PNG nor JPEG.
var errNoPicture = errors.New("it is no PNG or JPEG picture")

// append decodes a PNG or JPEG picture of any size and appends the Dim bytes of
// its image to pixels. A picture that is not Width×Height is cut to its middle
// square and scaled.
func (d *pictureDecoder) append(pixels []uint8, content []byte) ([]uint8, error) {
	decode, config := png.Decode, png.DecodeConfig
	switch Detect(content, int64(len(content))) {
	case PNG:
		if pixels, ok := d.plain.append(pixels, content); ok {
			return pixels, nil
		}
	case JPEG:
		decode, config = jpeg.Decode, jpeg.DecodeConfig
	default:
		return pixels, errNoPicture
	}
	size, err := config(bytes.NewReader(content))
	if err != nil {
		return pixels, err
	}
	limit := cmp.Or(d.limit, maxPicturePixels)
	if size.Width <= 0 || size.Height <= 0 || size.Width > limit/size.Height {
		return pixels, refusal.New("picture-pixels", "it has {width}×{height} pixels, and at most {most} are read",
			refusal.Values{"width": size.Width, "height": size.Height, "most": limit})
	}
	picture, err := decode(bytes.NewReader(content))
	if err != nil {
		return pixels, err
	}
	d.scale(picture)
	return appendPlanes(pixels, d.canvas), nil
}

// scale draws the middle square of a picture on the canvas, on white where the
// picture is transparent. Scaling down averages.
func (d *pictureDecoder) scale(source image.Image) {
	if d.canvas == nil {
		d.canvas = image.NewRGBA(image.Rect(0, 0, cifar10.Width, cifar10.Height))
	}
	draw.Draw(d.canvas, d.canvas.Rect, image.NewUniform(color.White), image.Point{}, draw.Src)
	bounds := source.Bounds()
	if bounds.Dx() == cifar10.Width && bounds.Dy() == cifar10.Height {
		draw.Draw(d.canvas, d.canvas.Rect, source, bounds.Min, draw.Over)
		return
	}
	d.scaled = true
	side := min(bounds.Dx(), bounds.Dy())
	corner := bounds.Min.Add(image.Pt((bounds.Dx()-side)/2, (bounds.Dy()-side)/2))
	square := image.Rectangle{Min: corner, Max: corner.Add(image.Pt(side, side))}
	draw.CatmullRom.Scale(d.canvas, d.canvas.Rect, source, square, draw.Over, nil)
}

// appendPlanes appends a picture's red, green and blue planes.
func appendPlanes(pixels []uint8, canvas *image.RGBA) []uint8 {
	for channel := range cifar10.Channels {
		for i := channel; i < len(canvas.Pix); i += 4 {
			pixels = append(pixels, canvas.Pix[i])
		}
	}
	return pixels
}
