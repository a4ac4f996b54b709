// Package legacyshader looks shaders up instead of compiling them.
package legacyshader

import (
	"errors"

	"github.com/hajimehoshi/ebiten/v2/internal/shaderir"
	"github.com/hajimehoshi/ebiten/v2/internal/standin/precompiled"
)

// Unit is the unit of coordinates in a shader.
type Unit int

const (
	Texels Unit = iota
	Pixels      // that of all shaders in the table
)

// CompileShader returns the program of a shader of Ebitengine's own.
func CompileShader(source []byte) (*shaderir.Program, Unit, error) {
	id := precompiled.Key(source)
	shader, ok := precompiled.Shaders[id]
	if !ok {
		return nil, 0, errors.New("the view is built for Ebitengine's own shaders: have slim precompile this one")
	}
	return &shaderir.Program{
		UniformNames: shader.UniformNames,
		Uniforms:     shader.Uniforms,
		TextureCount: shader.TextureCount,
		FragmentFunc: shaderir.FragmentFunc{Block: reading(shader.Used)},
		SourceID:     id,
	}, Pixels, nil
}

// reading returns a block that reads some uniforms and does nothing else: a program sets the others to 0.
func reading(uniforms []int) *shaderir.Block {
	var statement shaderir.Stmt
	for _, index := range uniforms {
		statement.Exprs = append(statement.Exprs, shaderir.Expr{Type: shaderir.UniformVariable, Index: index})
	}
	return &shaderir.Block{Stmts: []shaderir.Stmt{statement}}
}
