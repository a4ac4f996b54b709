package main

import (
	"fmt"
	"io"
	"io/fs"
	"net/http"
	"path"
	"regexp"
	"strconv"
	"strings"
)

// contentTypes are set here instead of by the system's tables, which often lack wasm; browsers
// compile it while it streams only as application/wasm.
var contentTypes = map[string]string{
	".css":         "text/css; charset=utf-8",
	".html":        "text/html; charset=utf-8",
	".js":          "text/javascript; charset=utf-8",
	".json":        "application/json",
	".md":          "text/plain; charset=utf-8",
	".png":         "image/png",
	".svg":         "image/svg+xml",
	".txt":         "text/plain; charset=utf-8",
	".wasm":        "application/wasm",
	".webmanifest": "application/manifest+json",
	".woff2":       "font/woff2",
}

// hashedFolder is the name the build gives a folder, or a chunk of data, after its content.
var hashedFolder = regexp.MustCompile(`^(data/)?[0-9a-f]{16}[/.]`)

// encodings in the order of preference, with the suffix of their files.
var encodings = []struct{ name, suffix string }{
	{"br", ".br"},
	{"gzip", ".gz"},
}

// site serves the files of root.
type site struct {
	root fs.FS
}

func (s *site) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		w.Header().Set("Allow", "GET, HEAD")
		http.Error(w, "method not allowed", http.StatusMethodNotAllowed)
		return
	}
	name := fileName(r.URL.Path)
	encoding, suffix := s.negotiate(name, r)
	file, err := s.root.Open(name + suffix)
	if err != nil {
		http.NotFound(w, r)
		return
	}
	defer file.Close()
	info, err := file.Stat()
	content, seekable := file.(io.ReadSeeker)
	if err != nil || info.IsDir() || !seekable {
		http.NotFound(w, r)
		return
	}

	header := w.Header()
	header.Set("Content-Type", contentType(name))
	header.Set("Cache-Control", cacheControl(name))
	header.Set("Vary", "Accept-Encoding")
	header.Set("X-Content-Type-Options", "nosniff")
	header.Set("ETag", fmt.Sprintf(`"%x-%x%s"`, info.ModTime().UnixNano(), info.Size(), suffix))
	if encoding != "" {
		header.Set("Content-Encoding", encoding)
		// ServeContent does not set the length of encoded content; the page's progress bar needs
		// it.
		header.Set("Content-Length", strconv.FormatInt(info.Size(), 10))
	}
	http.ServeContent(w, r, name, info.ModTime(), content)
}

// fileName is the file that a URL's path names; a folder means its index.html.
func fileName(urlPath string) string {
	name := strings.TrimPrefix(path.Clean("/"+urlPath), "/")
	if name == "" || strings.HasSuffix(urlPath, "/") {
		return path.Join(name, "index.html")
	}
	return name
}

// negotiate picks a precompressed form of the file: its encoding and the suffix of its name, both
// empty for the file itself. A range always means bytes of the file itself.
func (s *site) negotiate(name string, r *http.Request) (encoding, suffix string) {
	if r.Header.Get("Range") != "" {
		return "", ""
	}
	for _, e := range encodings {
		if !accepts(r.Header.Get("Accept-Encoding"), e.name) {
			continue
		}
		if _, err := fs.Stat(s.root, name+e.suffix); err == nil {
			return e.name, e.suffix
		}
	}
	return "", ""
}

// accepts reports whether an Accept-Encoding header lists encoding, and not
// with a weight of zero.
func accepts(header, encoding string) bool {
	for _, item := range strings.Split(header, ",") {
		name, parameters, _ := strings.Cut(strings.TrimSpace(item), ";")
		if strings.TrimSpace(name) != encoding {
			continue
		}
		weight, weighted := strings.CutPrefix(strings.TrimSpace(parameters), "q=")
		q, err := strconv.ParseFloat(weight, 64)
		return !weighted || err == nil && q > 0
	}
	return false
}

func contentType(name string) string {
	if t, known := contentTypes[path.Ext(name)]; known {
		return t
	}
	return "application/octet-stream"
}

func cacheControl(name string) string {
	if hashedFolder.MatchString(name) {
		return "public, max-age=31536000, immutable"
	}
	return "no-cache"
}

// isolated adds the headers that make a page cross-origin isolated, which lets
// it share memory between threads.
func isolated(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Cross-Origin-Opener-Policy", "same-origin")
		w.Header().Set("Cross-Origin-Embedder-Policy", "require-corp")
		w.Header().Set("Cross-Origin-Resource-Policy", "same-origin")
		next.ServeHTTP(w, r)
	})
}
