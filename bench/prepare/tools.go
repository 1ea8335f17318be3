package main

// The program that prepare writes needs it, and is not there when go mod tidy looks.
import _ "github.com/mailru/easyjson/gen"
