// Checks Tocsin's audit log with what Go checks the log of its modules with: all cryptography is in golang.org/x/mod/sumdb.
//
//	go run verify.go KEYS http://localhost:8080/audit/log [FILE...]
//
// KEYS is a file with the log's verifier keys, one on a line. Each FILE is a checkpoint that was kept, or a report's proof.
// A log that is not public wants a token in TOCSIN_TOKEN. Ends with 0 if everything holds, with 1 at the first fault.
package main

import (
	"encoding/base64"
	"fmt"
	"io"
	"net/http"
	"os"
	"strings"
	"time"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

func require(holds bool, because string, values ...any) {
	if !holds {
		fmt.Printf("NOT PROVED, because "+because+"\n", values...)
		os.Exit(1)
	}
}

func must[T any](value T, err error) T {
	require(err == nil, "%v", err)
	return value
}

// remote is the log at its address, and a tlog.TileReader.
type remote string

func (log remote) read(path string) []byte {
	request := must(http.NewRequest("GET", string(log)+"/"+path, nil))
	if token := os.Getenv("TOCSIN_TOKEN"); token != "" {
		request.Header.Set("Authorization", "Bearer "+token)
	}
	answer := must((&http.Client{Timeout: time.Minute}).Do(request))
	defer answer.Body.Close()
	require(answer.StatusCode == http.StatusOK, "%s answers %d", path, answer.StatusCode)
	return must(io.ReadAll(io.LimitReader(answer.Body, 1<<20)))
}

func (log remote) Height() int                     { return 8 }
func (log remote) SaveTiles([]tlog.Tile, [][]byte) {}
func (log remote) ReadTiles(tiles []tlog.Tile) (data [][]byte, err error) {
	for _, tile := range tiles { // Go's paths name the height, those of tlog-tiles do not
		data = append(data, log.read("tile/"+strings.TrimPrefix(tile.Path(), "tile/8/")))
	}
	return data, nil
}

// opened is the tree of a checkpoint that one of the keys has signed. Its lines are origin, size, root.
func opened(checkpoint string, keys []note.Verifier) tlog.Tree {
	origin, rest, _ := strings.Cut(must(note.Open([]byte(checkpoint), note.VerifierList(keys...))).Text, "\n")
	require(origin == keys[0].Name(), "the checkpoint is of another log, %s", origin)
	return must(tlog.ParseTree([]byte("go.sum database tree\n" + rest))) // it wants the first line of Go's own log
}

// checkWhole makes the tree of the entries, and holds the root that was signed and all hashes of all tiles against it.
// TileHashReader alone would not do: before x/mod 0.40.0 it takes some tiles unseen (CVE-2026-56865).
func checkWhole(log remote, tree tlog.Tree) {
	var made []tlog.Hash
	ours := tlog.HashReaderFunc(func(indexes []int64) (asked []tlog.Hash, err error) {
		for _, index := range indexes {
			asked = append(asked, made[index])
		}
		return asked, nil
	})
	require(tree.N > 0, "the log is empty")
	for n := int64(0); n < tree.N; {
		tile := tlog.Tile{H: 8, N: n / 256, W: 256}
		if tree.N-n < 256 {
			tile.W = int(tree.N - n)
		}
		path := "tile/entries/" + strings.TrimPrefix(tile.Path(), "tile/8/0/")
		bundle := string(log.read(path)) // each entry of 32 bytes after its length in two
		require(len(bundle) == tile.W*34, "%s has not %d entries", path, tile.W)
		for ; bundle != ""; bundle, n = bundle[34:], n+1 {
			require(bundle[:2] == "\x00\x20", "%s has an entry that is not 32 bytes", path)
			made = append(made, must(tlog.StoredHashes(n, []byte(bundle[2:34]), ours))...)
		}
	}
	require(must(tlog.TreeHash(tree.N, ours)) == tree.Hash, "the entries do not make the root that was signed")
	indexes := make([]int64, len(made))
	for i := range made {
		indexes[i] = int64(i)
	}
	for i, hash := range must(tlog.TileHashReader(tree, log).ReadHashes(indexes)) {
		require(hash == made[i], "the tiles have another hash of stored index %d", i)
	}
	fmt.Printf("proved: %d entries make the root that was signed, and the tiles are theirs\n", tree.N)
}

// checkProof checks a tlog-proof under the checkpoint that is its end: extra, which is the entry, index, hashes.
func checkProof(head string, old tlog.Tree) {
	var extra string
	var index int64
	must(fmt.Sscanf(head, "c2sp.org/tlog-proof@v1\nextra %s\nindex %d\n", &extra, &index))
	var proof tlog.RecordProof
	for _, line := range strings.Split(head, "\n")[3:] {
		proof = append(proof, must(tlog.ParseHash(line)))
	}
	leaf := tlog.RecordHash(must(base64.StdEncoding.DecodeString(extra)))
	err := tlog.CheckRecord(proof, old.N, old.Hash, index, leaf)
	require(err == nil, "leaf %x is not at place %d: %v", leaf[:], index, err)
	fmt.Printf("proved: leaf %x is at place %d\n", leaf[:], index)
}

func main() {
	require(len(os.Args) > 2, "it wants a file of keys and the address of a log")
	var keys []note.Verifier
	for _, key := range strings.Fields(string(must(os.ReadFile(os.Args[1])))) {
		keys = append(keys, must(note.NewVerifier(key)))
	}
	log := remote(os.Args[2])
	tree := opened(string(log.read("checkpoint")), keys)
	checkWhole(log, tree)
	for _, file := range os.Args[3:] {
		fmt.Println(file)
		text := string(must(os.ReadFile(file)))
		if head, checkpoint, _ := strings.Cut(text, "\n\n"); strings.HasPrefix(text, "c2sp.org/tlog-proof@") {
			text = checkpoint
			checkProof(head, opened(checkpoint, keys))
		}
		old := opened(text, keys)
		require(old.N <= tree.N, "it had %d entries, and the log has %d", old.N, tree.N)
		proof := must(tlog.ProveTree(tree.N, old.N, tlog.TileHashReader(tree, log)))
		err := tlog.CheckTree(proof, tree.N, tree.Hash, old.N, old.Hash)
		require(err == nil, "the log does not begin with its %d entries: %v", old.N, err)
		fmt.Printf("proved: the log begins with its %d entries\n", old.N)
	}
}
