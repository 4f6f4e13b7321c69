//go:build bench

package serve

import (
	"context"
	"fmt"
	"net/http"
	"time"

	"github.com/gin-gonic/gin"
	"github.com/google/uuid"
	"gorm.io/gorm"
)

// Attempt and Decision are the tables of the apps that the product is compared with, as they come to mind first.
type Attempt struct {
	ID        string `gorm:"primaryKey"`
	Scenario  string
	Node      string
	Status    string
	Step      int
	CreatedAt time.Time
	UpdatedAt time.Time
}

// Decision is one row for each decision.
type Decision struct {
	ID         uint   `gorm:"primaryKey"`
	AttemptID  string `gorm:"index"`
	Step       int
	Choice     string
	Rationale  string
	Confidence int
	CreatedAt  time.Time
}

// length is how many decisions an attempt has in these apps.
const length = 20

// endpoint is an app that knows no case: it opens attempts, and takes decisions by the decide it is given.
func endpoint(db *gorm.DB, decide func(ctx context.Context, id string, d decision) (Attempt, error)) http.Handler {
	g := quiet()
	g.POST("/api/v1/guests", func(c *gin.Context) {
		c.SetCookie("session", uuid.NewString(), 0, "/", "", false, true)
		c.Status(http.StatusCreated)
	})
	g.POST("/api/v1/attempts", func(c *gin.Context) {
		a := Attempt{ID: uuid.NewString(), Scenario: Scenario, Node: "signal", Status: "in_progress"}
		if err := db.WithContext(c.Request.Context()).Create(&a).Error; err != nil {
			c.String(http.StatusInternalServerError, err.Error())
			return
		}
		c.JSON(http.StatusCreated, seen(a))
	})
	g.POST("/api/v1/attempts/:id/decisions", func(c *gin.Context) {
		var d decision
		if err := c.ShouldBindJSON(&d); err != nil {
			c.String(http.StatusBadRequest, err.Error())
			return
		}
		a, err := decide(c.Request.Context(), c.Param("id"), d)
		if err != nil {
			c.String(http.StatusConflict, err.Error())
			return
		}
		c.JSON(http.StatusOK, seen(a))
	})
	return g
}

// seen is what a client is shown of an attempt.
func seen(a Attempt) gin.H {
	choices := []gin.H{{"id": "appeler"}, {"id": "attendre"}, {"id": "ecrire"}}
	if a.Step == length {
		choices = nil
	}
	return gin.H{"id": a.ID, "step": a.Step, "node": a.Node, "status": a.Status, "choices": append([]gin.H{}, choices...)}
}

// advance is the rule of these apps.
func (a *Attempt) advance(d decision) (Decision, error) {
	if a.Step != d.Step {
		return Decision{}, fmt.Errorf("this attempt stands at step %d", a.Step)
	}
	if a.Step++; a.Step == length {
		a.Status = "completed"
	}
	return Decision{
		AttemptID: a.ID, Step: d.Step, Choice: d.Choice, Rationale: d.Rationale, Confidence: d.Confidence,
	}, nil
}
