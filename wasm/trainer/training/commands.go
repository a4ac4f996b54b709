package training

import (
	"reflect"

	"onelayer/engine/protocol"
	"onelayer/engine/refusal"
)

// permission is what a session needs for a command.
type permission int

const (
	ownRuns permission = iota // data, and its own runs, which a crew does not have
	anyData                   // data, even if another worker shared them
	nothing                   // neither
	noCrew                    // neither, but no crew: the command brings the data, or precedes them
)

// handler executes one kind of command.
type handler struct {
	needs permission
	do    func(s *Session, id int, command any) error
}

// handlers has the handler of each command by its type: the only table of commands.
var handlers = map[reflect.Type]handler{}

func on[C any](needs permission, do func(s *Session, id int, command C) error) {
	handlers[reflect.TypeFor[C]()] = handler{needs, func(s *Session, id int, command any) error {
		return do(s, id, command.(C))
	}}
}

func init() {
	on(noCrew, (*Session).open)
	on(noCrew, (*Session).cancelOpen)
	on(noCrew, (*Session).openSample)
	on(ownRuns, (*Session).assignRoles)
	on(ownRuns, (*Session).useLabels)
	on(ownRuns, (*Session).replyLabels)
	on(ownRuns, (*Session).undoData)
	on(ownRuns, (*Session).changeData)
	on(ownRuns, (*Session).replyImages)
	on(ownRuns, (*Session).predict)
	on(ownRuns, (*Session).replySplitImages)
	on(ownRuns, (*Session).measureClasses)
	on(ownRuns, (*Session).explain)
	on(ownRuns, (*Session).findFlip)
	on(ownRuns, (*Session).measureWeights)
	on(ownRuns, (*Session).shrinkPicture)
	on(ownRuns, (*Session).configure)
	on(ownRuns, (*Session).newRun)
	on(ownRuns, (*Session).playOn)
	on(ownRuns, (*Session).pause)
	on(ownRuns, (*Session).step)
	on(ownRuns, (*Session).finishEpoch)
	on(ownRuns, (*Session).extendBy)
	on(ownRuns, (*Session).reset)
	on(nothing, (*Session).replyWeights)
	on(nothing, (*Session).attachView)
	on(noCrew, (*Session).reserveRuns)
	on(anyData, (*Session).startTeam)
	on(anyData, (*Session).goOnWithTeam)
	on(anyData, (*Session).restWithTeam)
	on(anyData, (*Session).endTeam)
	on(ownRuns, (*Session).renameRun)
	on(ownRuns, (*Session).removeRun)
	on(ownRuns, (*Session).fork)
	on(ownRuns, (*Session).shareData)
	on(nothing, (*Session).receiveData)
	on(ownRuns, (*Session).useHelper)
	on(ownRuns, (*Session).releaseHelpers)
	on(anyData, (*Session).help)
	on(ownRuns, (*Session).replyGradientInputs)
	on(ownRuns, (*Session).measureCurvature)
	on(ownRuns, (*Session).measureEnsemble)
	on(ownRuns, (*Session).measureLine)
	on(ownRuns, (*Session).findNearestMean)
	on(ownRuns, (*Session).sumGram)
	on(ownRuns, (*Session).measureAccuracies)
	on(anyData, (*Session).startSweep)
	on(anyData, (*Session).playSweep)
	on(anyData, (*Session).pauseSweep)
	on(anyData, (*Session).dropCells)
	on(anyData, (*Session).replyCell)
}

// do starts a command of the page. Long work is only started here; the answer
// follows when it is done.
func (s *Session) do(id int, command any) error {
	h := handlers[reflect.TypeOf(command)]
	if err := s.allows(h.needs); err != nil {
		return err
	}
	return h.do(s, id, command)
}

var errNoData = refusal.New("no-data", "There are no data yet.", nil)

// allows refuses commands that a crew, which has no run of its own, or a session
// without data can't execute.
func (s *Session) allows(needs permission) error {
	switch {
	case s.crew && (needs == ownRuns || needs == noCrew):
		return refusal.New(
			"crew-takes-no-commands",
			"This worker trains for another one; it takes no commands of its own.",
			nil,
		)
	case needs == anyData && s.data == nil, needs == ownRuns && s.dataset == nil:
		return errNoData
	}
	return nil
}

func (s *Session) attachView(id int, c protocol.AttachView) error {
	port, ok := c.Port.(Port)
	if !ok {
		return errPort
	}
	s.view.attach(s, port)
	s.Reply(id, nil)
	return nil
}
