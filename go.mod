module onelayer

go 1.27

toolchain go1.27.4

require (
	github.com/golang/snappy v1.0.0
	github.com/hajimehoshi/ebiten/v2 v2.10.3
	github.com/sbinet/npyio v0.6.0
	github.com/ulikunitz/xz v0.5.17
	golang.org/x/image v0.47.0
	gonum.org/v1/gonum v0.17.0
)

require (
	github.com/ebitengine/gomobile v0.0.0-20260820040257-d11f821a26a6 // indirect
	github.com/ebitengine/hideconsole v1.0.0 // indirect
	github.com/ebitengine/purego v0.11.0 // indirect
	golang.org/x/sync v0.22.0 // indirect
	golang.org/x/sys v0.49.0 // indirect
)
