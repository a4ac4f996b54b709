package reader

import (
	"cmp"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"

	"onelayer/engine/cifar10"
	"onelayer/engine/phrase"
)

// picture is a file that may be a picture. Its class follows from its folder, its name or
// a table.
type picture struct {
	name   string // with its folders
	folder string // the folder whose pictures make a split
	class  string // its class's name
	own    bool   // the class is its folder's name, and not one of CIFAR-10's
	order  float64

	// load appends the image's bytes to pixels, or returns errNoPicture.
	load func(d *pictureDecoder, pixels []uint8) ([]uint8, error)
}

// pictureOf is a picture in a file that can be opened when it is wanted.
func pictureOf(file File, within entry) *picture {
	return &picture{name: file.Name, load: func(d *pictureDecoder, pixels []uint8) ([]uint8, error) {
		return d.read(file, within, pixels)
	}}
}

// mayBePicture decides by a file's name whether to treat it as a picture: by its ending, or because it lies in
// a folder named after one of CIFAR-10's classes.
func mayBePicture(name string) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".png", ".jpg", ".jpeg":
		return true
	}
	_, ok := classOf(path.Base(path.Dir(name)))
	return ok
}

// lonePicture reads a picture that was met among other files: one of a stream is kept
// until the stream has ended.
func (w *walk) lonePicture(e entry, form Form, r io.Reader) {
	if e.held == nil {
		w.refuse(e, form)
		return
	}
	if w.full {
		return
	}
	if w.room < cifar10.Dim {
		w.full = true
		w.fail(cifar10.NoRoom(e.shown, len(*e.held), w.room))
		return
	}
	var decoder pictureDecoder
	image, err := decoder.decode(r, make([]uint8, 0, cifar10.Dim))
	w.room -= cifar10.Dim
	if decoder.scaled {
		w.noteScaled()
	}
	if err != nil {
		err = unreadablePicture(e.shown, err)
	}
	*e.held = append(*e.held, &picture{name: e.name, load: func(_ *pictureDecoder, pixels []uint8) ([]uint8, error) {
		return append(pixels, image...), err
	}})
}

func (w *walk) noteScaled() {
	w.note(
		phrase.New(
			"pictures-scaled",
			"Pictures of another size are cut to their middle square and scaled to {side}×{side} pixels.",
			phrase.Values{"side": side},
		),
	)
}

// shardOfPictures is how many pictures make a shard, as in the published ones.
const shardOfPictures = 10_000

// pictures sorts pictures into classes and yields shards of them, folder by folder.
func (w *walk) pictures(all []*picture, within entry) {
	known := w.sortPictures(all)
	if len(known) < len(all) {
		w.passPictures(all, within)
	}
	if len(known) == 0 {
		return
	}
	classes, err := w.classesOfPictures(known)
	if err != nil {
		w.fail(err)
		return
	}
	for _, folder := range byFolder(known) {
		if err := w.folder(folder, classes, within); err != nil {
			w.fail(err)
		}
		if w.stopped {
			return
		}
	}
}

// passPictures refuses the first picture without a class.
func (w *walk) passPictures(all []*picture, within entry) {
	for _, p := range all {
		if p.class == "" {
			e := within.holding(p.name, -1)
			w.refuse(e, PNG)
			return
		}
	}
}

// byFolder puts the pictures of the same folder together, the folders in the order of
// their names, and mixes each folder's classes evenly, so that any part of it has all.
func byFolder(pictures []*picture) [][]*picture {
	inClass := map[string]float64{}
	class := func(p *picture) string { return p.folder + "\x00" + p.class }
	for _, p := range pictures {
		p.order = inClass[class(p)]
		inClass[class(p)]++
	}
	for _, p := range pictures {
		p.order = (p.order + .5) / inClass[class(p)]
	}
	slices.SortStableFunc(pictures, func(a, b *picture) int {
		return cmp.Or(cmp.Compare(a.folder, b.folder), cmp.Compare(a.order, b.order))
	})
	var folders [][]*picture
	for from := 0; from < len(pictures); {
		to := from
		for to < len(pictures) && pictures[to].folder == pictures[from].folder {
			to++
		}
		folders = append(folders, pictures[from:to])
		from = to
	}
	return folders
}

// folder reads a folder's pictures and yields shards of them.
func (w *walk) folder(pictures []*picture, classes *pictureClasses, within entry) error {
	var decoder pictureDecoder
	folder := pictures[0].folder
	name := path.Base(folder)
	if name == "." || name == "/" {
		name = "pictures"
	}
	parts := (len(pictures) + shardOfPictures - 1) / shardOfPictures
	part := 0
	for chunk := range slices.Chunk(pictures, shardOfPictures) {
		part++
		shard := &cifar10.Shard{
			Name:  partName(name, part, parts),
			Set:   setOf(within.shown + "/" + folder),
			Names: classes.names,
		}
		if err := decoder.fill(shard, chunk, classes, w.room); err != nil {
			return err
		}
		if decoder.scaled {
			w.noteScaled()
		}
		if shard.Len() > 0 {
			w.emit(shard)
		}
		if w.stopped {
			return nil
		}
	}
	return nil
}

// partName names a part of what one file holds, if there are several.
func partName(name string, part, parts int) string {
	if parts == 1 {
		return name
	}
	return fmt.Sprintf("%s (%d of %d)", name, part, parts)
}

// baseName is a file's name without its folders.
func baseName(e entry) string { return path.Base(e.name) }
