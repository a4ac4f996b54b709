package reader

import (
	"path"
	"slices"
	"strings"

	"onelayer/engine/cifar10"
	"onelayer/engine/phrase"
	"onelayer/engine/refusal"
)

// aliases are other names that people give the classes' folders.
var aliases = map[string]uint8{"plane": 0, "aeroplane": 0, "car": 1}

// classOf returns the class of CIFAR-10 that a folder's name stands for: a class's name
// in any case, also in the plural, or its label.
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

// splitFolders are folders that name a split and no class.
var splitFolders = []string{
	"train",
	"training",
	"test",
	"testing",
	"val",
	"valid",
	"validation",
	"images",
	"imgs",
	"pictures",
	".",
	"/",
}

// sortPictures finds the pictures' classes and returns those that have one. Folders of
// other names than CIFAR-10's are classes where there are two or more side by side.
func (w *walk) sortPictures(all []*picture) []*picture {
	beside := map[string]map[string]bool{} // the folders in a folder
	for _, p := range all {
		w.classify(p)
		if p.own {
			if beside[p.folder] == nil {
				beside[p.folder] = map[string]bool{}
			}
			beside[p.folder][p.class] = true
		}
	}
	var known []*picture
	ownIn := map[string]bool{}
	for _, p := range all {
		if p.own && len(beside[p.folder]) < 2 && !ownIn[p.folder] &&
			!slices.ContainsFunc(all, func(other *picture) bool {
				return other.folder == p.folder && !other.own && other.class != ""
			}) {
			p.class = ""
		}
		if p.own && p.class != "" {
			ownIn[p.folder] = true
		}
		if p.class != "" {
			known = append(known, p)
		}
	}
	return known
}

// classify finds a picture's class: by its folder, by the table that names it, or by the
// end of its name (12_frog.png).
func (w *walk) classify(p *picture) {
	dir, base := path.Dir(p.name), path.Base(p.name)
	folder := path.Base(dir)
	name := stem(base)
	if _, ok := classOf(folder); ok {
		p.folder, p.class = path.Dir(dir), folder
		return
	}
	for _, key := range []string{p.name, base, name} {
		if class, ok := w.labels[key]; ok {
			p.folder, p.class = dir, class
			return
		}
	}
	if i := strings.LastIndexAny(name, "_-"); i >= 0 && len(name)-i > 2 {
		if _, ok := classOf(name[i+1:]); ok {
			p.folder, p.class = dir, name[i+1:]
			return
		}
	}
	if !slices.Contains(splitFolders, strings.ToLower(folder)) {
		p.folder, p.class, p.own = path.Dir(dir), folder, true
	}
}

// pictureClasses are the labels of pictures by their class's name.
type pictureClasses struct {
	names  []string // nil for CIFAR-10's
	labels map[string]uint8
}

// classesOfPictures decides whether pictures are of CIFAR-10's classes, or of others:
// all folders together, since a test split need not have every class. If only some of
// CIFAR-10's classes are there, the visitor says whether they are a data set of their
// own.
func (w *walk) classesOfPictures(pictures []*picture) (*pictureClasses, error) {
	c := &pictureClasses{labels: map[string]uint8{}}
	official := map[uint8]bool{}
	for _, p := range pictures {
		if _, ok := c.labels[p.class]; ok {
			continue
		}
		class, ok := classOf(p.class)
		c.labels[p.class] = class
		if ok && !p.own {
			official[class] = true
		} else {
			c.names = append(c.names, p.class)
		}
	}
	if c.names == nil {
		own, err := w.ownOfOfficial(path.Base(pictures[0].folder), len(official), len(pictures))
		if !own || err != nil {
			return c, err
		}
	}
	c.names = c.names[:0]
	for name := range c.labels {
		c.names = append(c.names, name)
	}
	slices.SortFunc(c.names, cifar10.CompareNames)
	if k := len(c.names); k < 2 || k > cifar10.MaxClasses {
		return nil, cifar10.ClassCount(path.Base(pictures[0].folder), k)
	}
	if len(w.names) == len(c.names) &&
		!slices.ContainsFunc(w.names, func(name string) bool { return !slices.Contains(c.names, name) }) {
		c.names = slices.Clone(w.names)
	}
	for i, name := range c.names {
		c.labels[name] = uint8(i)
	}
	return c, nil
}

// ownOfOfficial asks whether some of CIFAR-10's classes are a data set of their own. It
// does not ask about a few pictures of many classes: some are bound to be missing.
func (w *walk) ownOfOfficial(folder string, classes, pictures int) (bool, error) {
	const few, half = 100, cifar10.Classes / 2
	if classes == cifar10.Classes || classes == 1 || pictures < few && classes > half || w.source.Ask == nil {
		return false, nil
	}
	text := phrase.New(
		"which-picture-classes",
		"“{folder}” has pictures of {classes} of CIFAR-10’s classes. What are they?",
		phrase.Values{"folder": folder, "classes": classes},
	)
	chosen, err := w.askOne(text, []phrase.Text{
		phrase.New("pictures-official", "CIFAR-10 with classes missing", nil),
		phrase.New("classes-own", "{classes} classes of my own", phrase.Values{"classes": classes}),
	}, refusal.New("not-answered", "{file} was not opened: the question about it was not answered", refusal.Values{"file": folder}))
	return chosen == 1, err
}
