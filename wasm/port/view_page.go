//go:build js && wasm

package port

import "syscall/js"

// Page is the page that the view is part of.
type Page struct {
	port js.Value
}

// ViewingPage returns the page that shows what this program draws: the port to it is
// page in the global scope, by web/js/view/program.js.
func ViewingPage() *Page { return &Page{port: js.Global().Get("page")} }

// Post sends a message to the page.
func (p *Page) Post(message map[string]any) {
	var out outgoing
	value := out.value(message)
	p.port.Call("postMessage", value, out.transfer)
}

// Listen calls handle with every message of the page for the program's life. handle
// must not block.
func (p *Page) Listen(handle func(map[string]any)) {
	p.port.Call("addEventListener", "message", js.FuncOf(func(_ js.Value, args []js.Value) any {
		if message, ok := fromJS(args[0].Get("data")).(map[string]any); ok {
			handle(message)
		}
		return nil
	}))
}
