package main

import (
	"io"
	"os"
	"sync"
	"sync/atomic"
	"time"

	"github.com/cheggaaa/pb/v3"
	"golang.org/x/term"
)

// progress shows at a terminal how much of the inputs was read. It comes where the work takes longer than a while, and leaves
// nothing behind. nil shows nothing.
//
// The library says what the bar looks like. When it is drawn is decided here, for reports and notes may go to the same
// terminal: each of them wipes the bar before it writes.
type progress struct {
	read atomic.Int64 // bytes of files, as they are on disk
	stop chan struct{}
	gone sync.WaitGroup

	mu     sync.Mutex
	w      io.Writer
	bar    *pb.ProgressBar
	drawn  bool // the bar is on the line of the cursor
	within bool // the cursor is within a line of a report or a note
}

const (
	progressAfter = time.Second
	progressEvery = 200 * time.Millisecond
)

// newProgress is the progress of reading files, nil where w is no terminal for people to look at.
func newProgress(w io.Writer, names []string) *progress {
	file, ok := w.(*os.File)
	if !ok || os.Getenv("NO_COLOR") != "" || os.Getenv("TERM") == "dumb" || os.Getenv("CI") != "" || !term.IsTerminal(int(file.Fd())) {
		return nil
	}
	width, _, err := term.GetSize(int(file.Fd()))
	if err != nil {
		return nil
	}
	p := &progress{w: w, bar: newBar(sizeOf(names), width)}
	p.begin(progressAfter, progressEvery)
	return p
}

// newBar is a bar for as many bytes as total says, 0 where that is not known.
func newBar(total int64, width int) *pb.ProgressBar {
	what := `{{counters . "%s of %s" "%s"}}`
	if total > 0 {
		what += ` {{bar . "[" "=" ">" " " "]"}} {{percent . "%.0f%%"}}`
	}
	// The last column stays free: a terminal may break the line there.
	return pb.New64(total).Set(pb.Bytes, true).SetTemplateString(what + ` {{speed . "%s/s" " "}}`).SetWidth(width - 1)
}

// sizeOf is how many bytes files have, 0 where that is not known of all.
func sizeOf(names []string) (total int64) {
	for _, name := range names {
		info, err := os.Stat(name)
		if name == dash || err != nil || !info.Mode().IsRegular() {
			return 0
		}
		total += info.Size()
	}
	return total
}

// begin draws the bar every now and then, from a while on.
func (p *progress) begin(after, every time.Duration) {
	p.stop = make(chan struct{})
	p.gone.Go(func() {
		for wait := time.NewTimer(after); ; wait.Reset(every) {
			select {
			case <-p.stop:
				wait.Stop()
				return
			case <-wait.C:
				p.draw()
			}
		}
	})
}

// end wipes the bar, which is not drawn again.
func (p *progress) end() {
	if p == nil {
		return
	}
	close(p.stop)
	p.gone.Wait()
	p.mu.Lock()
	defer p.mu.Unlock()
	p.wipe()
}

func (p *progress) draw() {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.within {
		return
	}
	p.bar.SetCurrent(p.read.Load())
	_, _ = io.WriteString(p.w, "\r"+p.bar.String()+"\x1b[K") // nobody needs it
	p.drawn = true
}

func (p *progress) wipe() {
	if p.drawn {
		_, _ = io.WriteString(p.w, "\r\x1b[K")
		p.drawn = false
	}
}

// beside is a writer that may lead to the same terminal.
func (p *progress) beside(w io.Writer) io.Writer {
	if file, ok := w.(*os.File); p == nil || !ok || !term.IsTerminal(int(file.Fd())) {
		return w
	}
	return besideBar{p, w}
}

type besideBar struct {
	*progress
	to io.Writer
}

// Write wipes the bar before it writes.
func (b besideBar) Write(text []byte) (int, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.wipe()
	if n := len(text); n > 0 {
		b.within = text[n-1] != '\n'
	}
	return b.to.Write(text)
}

// counted is a file whose bytes are counted as they are read.
func (p *progress) counted(f io.ReadCloser) io.ReadCloser {
	if p == nil {
		return f
	}
	return countedFile{f, &p.read}
}

type countedFile struct {
	io.ReadCloser
	read *atomic.Int64
}

// Read counts what was read.
func (c countedFile) Read(text []byte) (int, error) {
	n, err := c.ReadCloser.Read(text)
	c.read.Add(int64(n))
	return n, err
}
