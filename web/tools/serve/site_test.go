package main

import (
	"net"
	"net/http"
	"net/http/httptest"
	"testing"
	"testing/fstest"
)

const (
	hash    = "0123456789abcdef"
	forever = "public, max-age=31536000, immutable"
)

var testSite = &site{root: fstest.MapFS{
	"index.html":                    {Data: []byte("<!doctype html>")},
	hash + "/trainer.wasm":          {Data: []byte("raw wasm")},
	hash + "/trainer.wasm.br":       {Data: []byte("br")},
	hash + "/trainer.wasm.gz":       {Data: []byte("gzip")},
	hash + "/js/main.js":            {Data: []byte("main")},
	hash + "/assets/font.woff2":     {Data: []byte("font")},
	hash + "/assets/unheard-of.bin": {Data: []byte("bytes")},
}}

// get asks handler for target with headers given as name, value, ….
func get(handler http.Handler, method, target string, headers ...string) *httptest.ResponseRecorder {
	request := httptest.NewRequest(method, target, nil)
	for i := 0; i < len(headers); i += 2 {
		request.Header.Set(headers[i], headers[i+1])
	}
	response := httptest.NewRecorder()
	handler.ServeHTTP(response, request)
	return response
}

func TestServesFilesAsWhatTheyAre(t *testing.T) {
	for _, test := range []struct{ target, contentType, cache, body string }{
		{"/", "text/html; charset=utf-8", "no-cache", "<!doctype html>"},
		{"/index.html", "text/html; charset=utf-8", "no-cache", "<!doctype html>"},
		{"/" + hash + "/trainer.wasm", "application/wasm", forever, "raw wasm"},
		{"/" + hash + "/js/main.js", "text/javascript; charset=utf-8", forever, "main"},
		{"/" + hash + "/assets/font.woff2", "font/woff2", forever, "font"},
		{"/" + hash + "/assets/unheard-of.bin", "application/octet-stream", forever, "bytes"},
	} {
		response := get(testSite, http.MethodGet, test.target)
		header := response.Header()
		if response.Code != http.StatusOK || response.Body.String() != test.body {
			t.Errorf("%s: status %d, body %q", test.target, response.Code, response.Body)
		}
		if got := header.Get("Content-Type"); got != test.contentType {
			t.Errorf("%s: Content-Type %q, want %q", test.target, got, test.contentType)
		}
		if got := header.Get("Cache-Control"); got != test.cache {
			t.Errorf("%s: Cache-Control %q, want %q", test.target, got, test.cache)
		}
	}
}

func TestPrefersPrecompressedFiles(t *testing.T) {
	const wasm = "/" + hash + "/trainer.wasm"
	for _, test := range []struct{ target, accept, encoding, body string }{
		{wasm, "gzip, deflate, br, zstd", "br", "br"},
		{wasm, "gzip", "gzip", "gzip"},
		{wasm, "br;q=0, gzip;q=0.5", "gzip", "gzip"},
		{wasm, "deflate", "", "raw wasm"},
		{wasm, "", "", "raw wasm"},
		{"/" + hash + "/js/main.js", "br", "", "main"},
	} {
		response := get(testSite, http.MethodGet, test.target, "Accept-Encoding", test.accept)
		if got := response.Header().Get("Content-Encoding"); got != test.encoding ||
			response.Body.String() != test.body {
			t.Errorf("accepting %q: encoding %q, body %q; want %q, %q",
				test.accept, got, response.Body, test.encoding, test.body)
		}
	}
	encoded := get(testSite, http.MethodGet, wasm, "Accept-Encoding", "br").Header()
	if got := encoded.Get("Content-Type"); got != "application/wasm" {
		t.Errorf("precompressed Content-Type %q", got)
	}
	if got := encoded.Get("Content-Length"); got != "2" {
		t.Errorf("precompressed Content-Length %q, want 2", got)
	}
}

func TestAnswersRangesHeadAndRevalidation(t *testing.T) {
	const wasm = "/" + hash + "/trainer.wasm"
	ranged := get(testSite, http.MethodGet, wasm, "Range", "bytes=0-2", "Accept-Encoding", "br")
	if ranged.Code != http.StatusPartialContent || ranged.Body.String() != "raw" {
		t.Errorf("range: status %d, body %q", ranged.Code, ranged.Body)
	}
	head := get(testSite, http.MethodHead, wasm)
	if head.Code != http.StatusOK || head.Body.Len() != 0 || head.Header().Get("Content-Length") != "8" {
		t.Errorf("HEAD: status %d, %d bytes, length %q",
			head.Code, head.Body.Len(), head.Header().Get("Content-Length"))
	}
	again := get(testSite, http.MethodGet, wasm, "If-None-Match", head.Header().Get("ETag"))
	if again.Code != http.StatusNotModified {
		t.Errorf("revalidation: status %d, want 304", again.Code)
	}
}

func TestRefusesWhatItDoesNotHave(t *testing.T) {
	for _, target := range []string{"/absent.js", "/" + hash, "/" + hash + "/", "/../site.go", "/" + hash + "/js"} {
		if response := get(testSite, http.MethodGet, target); response.Code != http.StatusNotFound {
			t.Errorf("%s: status %d, want 404", target, response.Code)
		}
	}
	if response := get(testSite, http.MethodPost, "/"); response.Code != http.StatusMethodNotAllowed {
		t.Errorf("POST: status %d, want 405", response.Code)
	}
}

func TestIsolatedPagesSaySo(t *testing.T) {
	header := get(isolated(testSite), http.MethodGet, "/").Header()
	if header.Get("Cross-Origin-Opener-Policy") != "same-origin" ||
		header.Get("Cross-Origin-Embedder-Policy") != "require-corp" {
		t.Errorf("headers %v", header)
	}
}

func TestListenTakesAFreePortWhenItsOwnIsTaken(t *testing.T) {
	first, err := listen(0)
	if err != nil {
		t.Fatal(err)
	}
	defer first.Close()
	taken := first.Addr().(*net.TCPAddr).Port
	second, err := listen(taken)
	if err != nil {
		t.Fatal(err)
	}
	defer second.Close()
	if got := second.Addr().(*net.TCPAddr).Port; got == taken || got == 0 {
		t.Errorf("second listener on port %d, first on %d", got, taken)
	}
}
