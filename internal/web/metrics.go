package web

import (
	"net/http"
	"strconv"
	"time"

	"github.com/gin-gonic/gin"
	"github.com/prometheus/client_golang/prometheus"
)

var (
	requestSeconds = prometheus.HistogramOpts{
		Name:    "casebook_http_request_seconds",
		Help:    "How long requests took, once they were let in.",
		Buckets: []float64{.001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5},
	}
	requestsInside  = prometheus.NewDesc("casebook_http_requests_in_flight", "Requests that hold a slot.", []string{"door"}, nil)
	requestsWaiting = prometheus.NewDesc("casebook_http_requests_waiting", "Requests that stand in line for a slot.", []string{"door"}, nil)
	requestsRefused = prometheus.NewDesc("casebook_http_requests_refused_total", "Requests that were sent away, for want of a slot.", []string{"door"}, nil)
)

// Metrics measures requests, for whoever watches: it is a prometheus.Collector. A label never holds anything that a
// client chose: a route is a pattern of the contract.
type Metrics struct {
	requests *prometheus.HistogramVec
	patterns patterns
	doors    []*door
}

// NewMetrics makes what Services.Metrics may be; New fills it in.
func NewMetrics() *Metrics {
	return &Metrics{requests: prometheus.NewHistogramVec(requestSeconds, []string{"route", "method", "status"})}
}

func (m *Metrics) watch(p patterns, d *doors) {
	m.patterns, m.doors = p, d.all()
}

// Describe implements prometheus.Collector.
func (m *Metrics) Describe(to chan<- *prometheus.Desc) {
	m.requests.Describe(to)
	for _, d := range []*prometheus.Desc{requestsInside, requestsWaiting, requestsRefused} {
		to <- d
	}
}

// Collect implements prometheus.Collector.
func (m *Metrics) Collect(to chan<- prometheus.Metric) {
	m.requests.Collect(to)
	for _, d := range m.doors {
		to <- prometheus.MustNewConstMetric(requestsInside, prometheus.GaugeValue, float64(len(d.slots)), d.name)
		to <- prometheus.MustNewConstMetric(requestsWaiting, prometheus.GaugeValue, float64(d.waiting.Load()), d.name)
		to <- prometheus.MustNewConstMetric(requestsRefused, prometheus.CounterValue, float64(d.refused.Load()), d.name)
	}
}

// measure times each request; one that panics is answered as a failure further out.
func (m *Metrics) measure(now func() time.Time) gin.HandlerFunc {
	return func(c *gin.Context) {
		begun, status := now(), http.StatusInternalServerError
		defer func() {
			took := now().Sub(begun).Seconds()
			m.requests.WithLabelValues(m.patterns.route(c), method(c.Request), strconv.Itoa(status)).Observe(took)
		}()
		c.Next()
		status = c.Writer.Status()
	}
}
