package reader

import (
	"cmp"
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"

	"onelayer/engine/cifar10"
)

// pictureFolder is a folder that holds a folder of pictures for each class.
type pictureFolder struct {
	name     string
	pictures []picture
}

// picture is a picture's file and its class.
type picture struct {
	file  File
	class uint8
	order float64 // its place among its class's pictures, from 0 to 1
}

// shardOfPictures is how many pictures make a shard, as in the published ones.
const shardOfPictures = 10_000

// gatherPictures takes the files that lie in a folder with a class's name out
// of files, and puts those of the same folder of folders together. Its pictures
// are mixed evenly, so that any part of them has all classes.
func gatherPictures(files []File) (folders []*pictureFolder, rest []File) {
	found := make(map[string]*pictureFolder)
	inClass := make(map[string]int)
	for _, file := range sorted(files) {
		folder := path.Dir(file.Name)
		class, ok := classOf(path.Base(folder))
		if !ok || file.hidden() {
			rest = append(rest, file)
			continue
		}
		above := path.Dir(folder)
		if found[above] == nil {
			found[above] = &pictureFolder{name: above}
		}
		found[above].pictures = append(found[above].pictures, picture{file: file, class: class, order: float64(inClass[folder])})
		inClass[folder]++
	}
	for _, name := range slices.Sorted(maps.Keys(found)) {
		found[name].mix(inClass)
		folders = append(folders, found[name])
	}
	return folders, rest
}

// mix orders the pictures so that each class is spread evenly.
func (f *pictureFolder) mix(inClass map[string]int) {
	for i := range f.pictures {
		p := &f.pictures[i]
		p.order = (p.order + .5) / float64(inClass[path.Dir(p.file.Name)])
	}
	slices.SortStableFunc(f.pictures, func(a, b picture) int { return cmp.Compare(a.order, b.order) })
}

// aliases are other names that people give the classes' folders.
var aliases = map[string]uint8{"plane": 0, "aeroplane": 0, "car": 1}

// classOf returns the class that a folder's name stands for: a class's name in
// any case, also in the plural, or its label.
func classOf(folder string) (class uint8, ok bool) {
	if len(folder) == 1 && '0' <= folder[0] && folder[0] <= '9' {
		return folder[0] - '0', true
	}
	name := strings.ToLower(folder)
	for _, name := range []string{name, strings.TrimSuffix(name, "s")} {
		if class, ok := aliases[name]; ok {
			return class, true
		}
		if i := slices.Index(cifar10.ClassNames[:], name); i >= 0 {
			return uint8(i), true
		}
	}
	return 0, false
}

// pictures reads a folder's pictures and yields shards of them.
func (w *walk) pictures(folder *pictureFolder, within entry) {
	var decoder pictureDecoder
	total := (len(folder.pictures) + shardOfPictures - 1) / shardOfPictures
	part := 0
	for chunk := range slices.Chunk(folder.pictures, shardOfPictures) {
		part++
		name := path.Base(folder.name)
		if name == "." || name == "/" {
			name = "pictures"
		}
		if total > 1 {
			name = fmt.Sprintf("%s (%d of %d)", name, part, total)
		}
		shard, err := decoder.shard(name, chunk, within, w.room)
		if err != nil {
			w.fail(err)
			return
		}
		if shard.Len() > 0 {
			w.emit(shard)
		}
		if w.stopped {
			return
		}
	}
}
