package capture

import (
	"net/textproto"
	"net/url"
	"strings"
)

// curlLine is how far the words of a curl command are read.
type curlLine struct {
	asked
	data       []string
	json       bool
	head, get  bool
	upload     bool
	unrecorded bool // whether the body is in a file, or has parts
}

// valued are curl's options that take a value, by what they say of the request; most say nothing of it.
var valued = func() map[string]func(*curlLine, string) {
	field := func(name string) func(*curlLine, string) {
		return func(c *curlLine, value string) { addHeader(c.header, name, value) }
	}
	file := func(c *curlLine, _ string) { c.unrecorded = true }
	table := map[string]func(*curlLine, string){
		"-X": func(c *curlLine, v string) { c.method, c.explicit = v, true },
		"-H": (*curlLine).addField,
		"-A": field("User-Agent"), "-e": field("Referer"),
		"-d": (*curlLine).addData, "--data-raw": func(c *curlLine, v string) { c.data = append(c.data, v) },
		"--data-urlencode": (*curlLine).addEncoded,
		"--json":           func(c *curlLine, v string) { c.json = true; c.addData(v) },
		"-F":               file, "--form-string": file,
		"-T":    func(c *curlLine, _ string) { c.upload, c.unrecorded = true, true },
		"--url": func(c *curlLine, v string) { c.urls = append(c.urls, v) },
		"-b": func(c *curlLine, v string) {
			if strings.Contains(v, "=") {
				addHeader(c.header, "Cookie", v)
			}
		},
	}
	for long, short := range map[string]string{"--request": "-X", "--header": "-H", "--user-agent": "-A", "--referer": "-e",
		"--data": "-d", "--data-ascii": "-d", "--data-binary": "-d", "--form": "-F", "--upload-file": "-T", "--cookie": "-b"} {
		table[long] = table[short]
	}
	const others = `-c -C -D -E -K -m -o -P -Q -r -t -u -U -w -x -y -Y -z --aws-sigv4 --cacert --capath --cert --cert-type --ciphers --config
		--connect-timeout --connect-to --cookie-jar --dump-header --interface --key --key-type --limit-rate --max-filesize --max-redirs --max-time
		--netrc-file --noproxy --oauth2-bearer --output --output-dir --pass --proto --proxy --proxy-header --proxy-user --range --rate
		--resolve --retry --retry-delay --retry-max-time --socks5 --socks5-hostname --stderr --tls-max --tls13-ciphers --trace --trace-ascii
		--unix-socket --url-query --user --variable --write-out`
	for _, name := range strings.Fields(others) {
		table[name] = func(*curlLine, string) {}
	}
	return table
}()

// readCurl makes a request of the words of a curl command, from curl itself on. It returns nil where they name no URL.
func readCurl(words []string) *asked {
	c := curlLine{asked: asked{header: textproto.MIMEHeader{}}}
	words = words[1:]
	for len(words) > 0 {
		word := words[0]
		words = words[1:]
		switch {
		case strings.HasPrefix(word, "|") || strings.HasPrefix(word, ">") || strings.HasPrefix(word, "2>") || word == "&&" || word == ";":
			words = nil
		case strings.HasPrefix(word, "--"):
			words = c.option(word, words)
		case strings.HasPrefix(word, "-"):
			words = c.letters(word[1:], words)
		default:
			c.urls = append(c.urls, word)
		}
	}
	if len(c.urls) == 0 {
		return nil
	}
	c.settle()
	return &c.asked
}

// option takes a long option, with its value from the words behind it, which it returns.
func (c *curlLine) option(name string, words []string) []string {
	switch name {
	case "--head":
		c.head = true
	case "--get":
		c.get = true
	}
	if set := valued[name]; set != nil && len(words) > 0 {
		set(c, words[0])
		return words[1:]
	}
	return words
}

// letters takes short options, of which the last may have its value behind it.
func (c *curlLine) letters(letters string, words []string) []string {
	for i := range len(letters) {
		switch letters[i] {
		case 'I':
			c.head = true
		case 'G':
			c.get = true
		}
		set := valued["-"+letters[i:i+1]]
		switch {
		case set == nil:
		case i+1 < len(letters):
			set(c, letters[i+1:])
			return words
		case len(words) > 0:
			set(c, words[0])
			return words[1:]
		}
	}
	return words
}

func (c *curlLine) addField(line string) {
	if name, value, is := strings.Cut(line, ":"); is && strings.TrimSpace(value) != "" {
		addHeader(c.header, strings.TrimSpace(name), strings.TrimSpace(value))
	}
}

// addData takes a text, or the name of a file, which is not there to be read.
func (c *curlLine) addData(value string) {
	c.unrecorded = c.unrecorded || strings.HasPrefix(value, "@")
	c.data = append(c.data, value)
}

func (c *curlLine) addEncoded(value string) {
	name, content, named := strings.Cut(value, "=")
	switch {
	case !named && strings.Contains(value, "@"):
		c.unrecorded = true
	case !named:
		value = url.QueryEscape(value)
	case name == "":
		value = url.QueryEscape(content)
	default:
		value = name + "=" + url.QueryEscape(content)
	}
	c.data = append(c.data, value)
}

// settle says what curl makes of the options together.
func (c *curlLine) settle() {
	joined := strings.Join(c.data, "&")
	if c.json {
		joined = strings.Join(c.data, "")
	}
	for i, u := range c.urls {
		if !strings.Contains(u, "://") {
			u = "http://" + u
		}
		if c.get && len(c.data) > 0 {
			separator := "?"
			if strings.Contains(u, "?") {
				separator = "&"
			}
			u += separator + joined
		}
		c.urls[i] = u
	}
	sends := len(c.data) > 0 && !c.get
	if c.method == "" {
		switch {
		case c.head:
			c.method = "HEAD"
		case c.upload:
			c.method = "PUT"
		case sends || c.unrecorded:
			c.method = "POST"
		default:
			c.method = "GET"
		}
	}
	switch {
	case c.unrecorded:
		c.state = BodyUnrecorded
	case sends:
		c.state, c.body = BodyRecorded, []byte(joined)
	}
	if sends && c.header.Get("Content-Type") == "" {
		kind := "application/x-www-form-urlencoded"
		if c.json {
			kind = "application/json"
		}
		addHeader(c.header, "Content-Type", kind)
	}
}
