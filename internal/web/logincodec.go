package web

import (
	"encoding/binary"
	"fmt"
	"time"

	"github.com/alexedwards/scs/v2"
	"github.com/google/uuid"
)

// loginCodec writes a login in 25 bytes: a mark, when it ends, in microseconds since 1970, and whose it is. It reads
// logins that were kept in scs's own way too, which is slow.
type loginCodec struct{ old scs.GobCodec }

const (
	loginMark = 0x01 // no gob begins like this
	loginSize = 1 + 8 + 16
)

func (loginCodec) Encode(deadline time.Time, values map[string]any) ([]byte, error) {
	text, _ := values[loginKey].(string)
	id, err := uuid.Parse(text)
	if err != nil || len(values) != 1 {
		return nil, fmt.Errorf("a login holds more or less than an account: %d values", len(values))
	}
	data := make([]byte, 0, loginSize)
	data = append(data, loginMark)
	data = binary.BigEndian.AppendUint64(data, uint64(deadline.UnixMicro()))
	return append(data, id[:]...), nil
}

func (c loginCodec) Decode(data []byte) (time.Time, map[string]any, error) {
	if len(data) != loginSize || data[0] != loginMark {
		return c.old.Decode(data)
	}
	deadline := time.UnixMicro(int64(binary.BigEndian.Uint64(data[1:]))).UTC()
	return deadline, map[string]any{loginKey: uuid.UUID(data[9:]).String()}, nil
}
