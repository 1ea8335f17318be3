package main

import (
	"os"
	"slices"
	"text/template"
)

// The measures of the picture, in pixels.
const (
	barsAt   = 190 // where bars begin
	barsEnd  = 640 // where the longest ends
	lineHigh = 24
)

// chart is a part of the picture: a bar a contender.
type chart struct {
	Title string
	Y     int
	Bars  []bar
}

type bar struct {
	Y                   int
	Name, Figure, Class string
	Width, FigureX      int
}

// draws are the contenders in the picture, by contest: those that do the work, then those that do less of it.
var draws = []struct {
	contest, title string
	ways           []string
}{
	{"Judge", "From JSON text to verdict, MB/s: longer is better", []string{
		"generated", "interpreter", "blaze", "ajv", "v6", "google", "v5", "encoding-json.Valid", "fastjson", "sonic.Valid",
	}},
	{"Decode", "From JSON text to struct, MB/s: longer is better", []string{"generated", "encoding-json", "json-v2", "sonic", "goccy", "easyjson"}},
}

// draw writes the picture.
func (r results) draw(name string) error {
	var charts []chart
	y := 0
	for _, d := range draws {
		c := r[d.contest]
		common := c.common()
		if len(common) == 0 {
			continue
		}
		part := chart{Title: d.title, Y: y + 20}
		y += 32
		longest := 0.0
		for _, name := range d.ways {
			if c.has(name) {
				longest = max(longest, c.mean(name, common).mbs)
			}
		}
		for _, w := range ways[d.contest] {
			if !c.has(w.name) || !slices.Contains(d.ways, w.name) {
				continue
			}
			part.Bars = append(part.Bars, r.bar(w, c.mean(w.name, common).mbs, longest, y))
			y += lineHigh
		}
		charts = append(charts, part)
		y += 16
	}
	f, err := os.Create(name)
	if err != nil {
		return err
	}
	defer f.Close()
	return svg.Execute(f, map[string]any{"Charts": charts, "Height": y, "BarsAt": barsAt})
}

// bar is the bar of a contender.
func (r results) bar(w way, mbs, longest float64, y int) bar {
	width := max(int(mbs/longest*(barsEnd-barsAt)), 1)
	b := bar{Y: y, Name: w.called, Figure: number(mbs), Class: "peer", Width: width, FigureX: barsAt + width + 6}
	switch {
	case w.name == "generated" || w.name == "interpreter":
		b.Class = "ours"
	case w.does != "":
		b.Class = "less"
		b.Figure += " (" + w.does + ")"
	}
	return b
}

// svg has colours that can be read on light and on dark pages.
var svg = template.Must(template.New("").Parse(`<svg xmlns="http://www.w3.org/2000/svg" width="800" height="{{.Height}}" viewBox="0 0 800 {{.Height}}" role="img">
<title>How fast Assay is beside others; the longer the bar the better</title>
<style>
text { font: 13px system-ui, -apple-system, "Segoe UI", "DejaVu Sans", sans-serif; fill: #7a828e; }
.title { font-size: 15px; font-weight: 600; }
.ours { fill: #2f81f7; }
.peer { fill: #8c959f; }
.less { fill: #8c959f; fill-opacity: .35; stroke: #8c959f; }
text.ours { font-weight: 600; }
text.less, text.peer { fill: #7a828e; fill-opacity: 1; stroke: none; }
.name { text-anchor: end; }
</style>
{{- $at := .BarsAt}}
{{- range .Charts}}
<text class="title" x="8" y="{{.Y}}">{{.Title}}</text>
{{- range .Bars}}
<g transform="translate(0 {{.Y}})">
<text class="name {{.Class}}" x="{{$at}}" dx="-8" y="15">{{.Name}}</text>
<rect class="{{.Class}}" x="{{$at}}" y="3" width="{{.Width}}" height="16" rx="2"/>
<text class="{{.Class}}" x="{{.FigureX}}" y="15">{{.Figure}}</text>
</g>
{{- end}}
{{- end}}
</svg>
`))
