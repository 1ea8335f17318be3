package capture

import (
	"bytes"
	"net/textproto"
	"strings"
)

// asked is the request that the responses of a dump answer, as far as a line before them tells it.
type asked struct {
	method   string
	urls     []string // those that are not answered yet; the first is at hand
	explicit bool     // whether redirects keep the method
	header   textproto.MIMEHeader
	state    BodyState
	body     []byte
}

// ask is a request of which a line tells no more than method and URL. Of most methods it is not known whether it had a body.
func ask(method, target string) *asked {
	a := &asked{method: method, urls: []string{target}, header: textproto.MIMEHeader{}, state: BodyUnrecorded}
	switch method {
	case "GET", "HEAD", "OPTIONS", "TRACE", "CONNECT":
		a.state = NoBody
	}
	return a
}

// requestLine reads a request at the beginning of text: a curl command, behind a prompt or not, or a method and a URL, behind # or not. n is
// how long it is; 0 says that there is none. Without a request it is how long a command is that does not end, or names no URL.
func requestLine(text []byte) (a *asked, n int) {
	line, _, _ := bytes.Cut(text, []byte("\n"))
	plain := bytes.TrimLeft(line, "#$%> ")
	if bytes.HasPrefix(plain, []byte("curl ")) {
		return commandLine(text, len(line)-len(plain))
	}
	plain = bytes.TrimLeft(line, "# ")
	if len(plain) == 0 || plain[0] < 'A' || plain[0] > 'Z' {
		return nil, 0
	}
	words := strings.Fields(string(plain[:min(len(plain), maxCommand)]))
	if len(words) < 2 || len(words) > 3 || len(words) == 3 && !strings.HasPrefix(words[2], "HTTP/") {
		return nil, 0
	}
	if !isMethod(words[0]) || !strings.HasPrefix(words[1], "/") && !strings.Contains(words[1], "://") {
		return nil, 0
	}
	return ask(words[0], words[1]), min(len(line)+1, len(text))
}

// commandLine reads the curl command behind a prompt. A response ends it in any case: the quote of an apostrophe in a comment must not hide one.
func commandLine(text []byte, prompt int) (a *asked, n int) {
	words, n, whole := splitCommand(text[prompt:])
	if n += prompt; !whole {
		n = len(text)
	}
	pos := 0
	for line := range bytes.Lines(text[:n]) {
		if _, is := statusLine(line); is {
			return nil, pos
		}
		pos += len(line)
	}
	if whole {
		a = readCurl(words)
	}
	return a, n
}

// isMethod knows the methods that are words in capitals, as those of RFC 9110 are.
func isMethod(word string) bool {
	for _, b := range []byte(word) {
		if (b < 'A' || b > 'Z') && b != '-' {
			return false
		}
	}
	return word != ""
}
