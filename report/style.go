package report

import "github.com/fatih/color"

// style colours the parts of the text report. Without colour each function gives back what it is given.
type style struct {
	place, message, fault, frame, good func(...any) string
}

// newStyle decides by the option alone, whatever the environment says: who sets the option has looked at it.
func newStyle(colored bool) style {
	paint := func(attributes ...color.Attribute) func(...any) string {
		c := color.New(attributes...)
		if colored {
			c.EnableColor()
		} else {
			c.DisableColor()
		}
		return c.Sprint
	}
	return style{
		place:   paint(color.Bold),
		message: paint(color.FgRed),
		fault:   paint(color.FgRed, color.Bold),
		frame:   paint(color.FgBlue),
		good:    paint(color.FgGreen),
	}
}
