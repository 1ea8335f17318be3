package main

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"strings"
)

// goPeers are the modules that take part, as their authors call them.
var goPeers = []string{
	"github.com/santhosh-tekuri/jsonschema/v5", "github.com/santhosh-tekuri/jsonschema/v6", "github.com/google/jsonschema-go",
	"github.com/bytedance/sonic", "github.com/valyala/fastjson", "github.com/go-json-experiment/json", "github.com/goccy/go-json", "github.com/mailru/easyjson",
}

// nodePeers are the packages that take part.
var nodePeers = []string{"ajv", "@sourcemeta/jsonschema"}

// machine says what was measured on, by the configuration in the benchmarks' output, and which versions. lock is npm's list of them.
func (r results) machine(b *strings.Builder, config map[string]string, lock string) error {
	fmt.Fprintf(b, "\n## Machine and versions\n\n- %s, %d cores, %s/%s, %s", config["cpu"], runtime.NumCPU(), config["goos"], config["goarch"], runtime.Version())
	if node := config["node"]; node != "" {
		fmt.Fprintf(b, ", Node.js %s", node)
	}
	b.WriteString("\n")
	modules, err := exec.Command("go", append([]string{"list", "-m", "-f", "- {{.Path}} {{.Version}}"}, goPeers...)...).Output()
	if err != nil {
		return fmt.Errorf("go list: %w", err)
	}
	b.Write(modules)
	text, err := os.ReadFile(lock)
	if err != nil {
		return err
	}
	var locked struct {
		Packages map[string]struct{ Version string }
	}
	if err := json.Unmarshal(text, &locked); err != nil {
		return err
	}
	for _, name := range nodePeers {
		fmt.Fprintf(b, "- %s %s\n", name, locked.Packages["node_modules/"+name].Version)
	}
	return nil
}
