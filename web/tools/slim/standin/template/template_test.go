package template

import (
	"strings"
	"testing"
	standard "text/template"
)

type values struct{ Filter, Nearest, Linear, Address, Repeat int }

const nested = `top
{{if eq .Filter .Nearest}}
nearest {{if eq .Address .Repeat}}repeated{{else}}once{{end}}
{{else if eq .Filter .Linear}}
linear
{{else}}
other {{if eq .Address .Repeat}}repeated{{end}}
{{end}}
bottom
`

func TestTheSameAsTheStandardOne(t *testing.T) {
	for filter := range 3 {
		for address := range 2 {
			data := values{Filter: filter, Nearest: 0, Linear: 1, Address: address, Repeat: 1}
			var got, want strings.Builder
			if err := Must(New("t").Parse(nested)).Execute(&got, data); err != nil {
				t.Fatal(err)
			}
			if err := standard.Must(standard.New("t").Parse(nested)).Execute(&want, data); err != nil {
				t.Fatal(err)
			}
			if got.String() != want.String() {
				t.Errorf("%+v: %q instead of %q", data, got.String(), want.String())
			}
		}
	}
}

func TestWhatItDoesNotUnderstandIsAnError(t *testing.T) {
	for _, text := range []string{
		"{{.Filter}}", "{{end}}", "{{else}}", "{{if eq .Filter .Nearest}}", "{{if ne .Filter .Nearest}}{{end}}",
		"{{if eq .Filter .Unknown}}{{end}}", "{{range .Filter}}{{end}}", "{{if eq .Filter .Nearest}}{{else if .Linear}}{{end}}",
	} {
		var out strings.Builder
		if err := Must(New("t").Parse(text)).Execute(&out, values{}); err == nil {
			t.Errorf("%s gave %q", text, out.String())
		}
	}
}
