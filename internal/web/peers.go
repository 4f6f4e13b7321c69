package web

import (
	"context"

	"casebook/api"
	"casebook/internal/report"
)

// GetPeers tells what the others of one's cohort did.
func (s *server) GetPeers(ctx context.Context, r api.GetPeersRequestObject) (api.GetPeersResponseObject, error) {
	by, err := signedIn(ctx)
	if err != nil {
		return nil, err
	}
	p, err := s.Reports.Peers(ctx, by, r.ID)
	if err != nil {
		return nil, err
	}
	return peers(p), nil
}

func peers(p report.Peers) api.GetPeers200JSONResponse {
	told := api.GetPeers200JSONResponse{People: p.People, Decisions: each(p.Decisions, peerDecision), Demo: said(p.Demo)}
	if p.Path != nil {
		means := each(p.Competencies, peerMean)
		told.Competencies = &means
		told.Path = &api.PeerPath{Nodes: each(p.Path.Nodes, peerNode), Links: each(p.Path.Links, peerLink)}
	}
	return told
}

func peerDecision(d report.PeerDecision) api.PeerDecision {
	return api.PeerDecision{Step: d.Step, Node: d.Node, People: d.People, Choices: each(d.Choices, peerChoice)}
}

func peerChoice(c report.PeerChoice) api.PeerChoice {
	return api.PeerChoice{Choice: c.ID, Label: c.Label, Share: c.Share, Own: c.Own}
}

func peerMean(m report.PeerMean) api.PeerCompetency {
	return api.PeerCompetency{ID: m.ID, People: m.People, Mean: m.Mean}
}

func peerNode(n report.PeerNode) api.PeerNode {
	return api.PeerNode{
		ID: n.ID, Title: n.Title, Ending: n.Ending, Tone: said(api.Tone(n.Tone)), Column: n.Column, People: n.People, Own: n.Own,
	}
}

func peerLink(l report.PeerLink) api.PeerLink {
	return api.PeerLink{From: l.From, Choice: l.Choice, Label: l.Label, To: l.To, People: l.People, Own: l.Own}
}
