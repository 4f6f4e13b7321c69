//go:build bench

package serve

import (
	"context"
	"net/http"

	"github.com/gin-gonic/gin"
	"github.com/google/uuid"
)

// decision is what a client sends.
type decision struct {
	Choice     string `json:"choice" binding:"required"`
	Step       int    `json:"step"`
	Rationale  string `json:"rationale"`
	Confidence int    `json:"confidence"`
}

// hello is the least that Gin can do with a decision: read the path and the body, make an id, answer. Nothing is kept.
func hello(context.Context, string) (made, error) {
	g := quiet()
	g.POST("/api/v1/attempts/:id/decisions", func(c *gin.Context) {
		attempt, err := uuid.Parse(c.Param("id"))
		var d decision
		if err != nil || c.ShouldBindJSON(&d) != nil {
			c.Status(http.StatusBadRequest)
			return
		}
		c.JSON(http.StatusOK, gin.H{"id": uuid.New(), "attempt": attempt, "choice": d.Choice, "step": d.Step + 1})
	})
	return made{g, nothing}, nil
}

func quiet() *gin.Engine {
	gin.SetMode(gin.ReleaseMode)
	return gin.New()
}
