package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
)

// easyFolder is the folder of the program that writes easyjson's code.
const easyFolder = "easy"

// easy lets easyjson write its code for all plain packages. Its command makes and runs a program for each package; this is one for
// all of them.
func easy(work string, cases []prepared) error {
	folder := filepath.Join(work, easyFolder)
	if err := os.MkdirAll(folder, 0o777); err != nil {
		return err
	}
	if err := write(filepath.Join(folder, "main.go"), easyProgram, cases); err != nil {
		return err
	}
	cmd := exec.Command("go", "run", "./"+easyFolder)
	cmd.Dir = work
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("easyjson: %w\n%s", err, out)
	}
	return nil
}
