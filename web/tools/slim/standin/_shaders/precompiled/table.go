package precompiled

import "github.com/hajimehoshi/ebiten/v2/internal/shaderir"

// Shaders are written by command precompile over this file.
var Shaders map[shaderir.SourceID]Shader
