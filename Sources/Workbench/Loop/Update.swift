import RetailData
import TerminalUI

/// The workbench's one way to change: what happened goes in, a new model and things to do come
/// out. Pure: it reads no clock, no file and no screen.
func update(_ model: inout Model, _ message: Message) -> [Effect] {
  var effects: [Effect] = []
  switch message {
  case .event(let event): effects = handle(event, &model)
  case .command(let name, let argument):
    effects = model.run(commandNamed: name, argument: argument)
  case .progress(let id, let progress):
    model.note(progress, of: id)
  case .planning(let id, let news):
    model.note(news, of: id)
  case .judging(let id, let results):
    model.note(results, of: id)
  case .finished(let id, let outcome):
    effects = model.finish(id, outcome)
  }
  return effects + model.settle() + model.goOnReplaying()
}

private func handle(_ event: Event, _ model: inout Model) -> [Effect] {
  switch event {
  case .resize(let size):
    model.size = size
    return []
  case .resumed:
    return [.redraw]
  case .paste(let text):
    model.paste(text)
    return []
  case .mouse(let mouse):
    return model.handle(mouse)
  case .key(let key):
    if model.isTooSmall, key != .character("q"), key != .control("c") { return [] }
    model.notice = nil
    if model.prompt != nil { return model.handlePrompt(key) }
    guard let command = CommandTable.command(for: key, in: model) else {
      model.log.pause()
      return []
    }
    return model.perform(command, nil)
  }
}
