package fr.socle.mss.protocol.imap;

import fr.socle.bench.content.Content;
import fr.socle.mss.service.StoredMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a {@code FETCH} says of one message. Bodies stay where they are.
 *
 * @param folder its folder
 * @param number its sequence number
 * @param loaded the message
 */
record FetchAnswer(SelectedFolder folder, int number, LoadedMessage loaded) {
  List<Content> of(List<FetchItem> items) {
    List<Content> all = new ArrayList<>();
    StringBuilder text = new StringBuilder("* " + number + " FETCH (");
    StoredMessage message = folder.message(number);
    for (int i = 0; i < items.size(); i++) {
      FetchItem item = items.get(i);
      text.append(i == 0 ? "" : " ").append(item.name()).append(' ');
      switch (item.kind()) {
        case FLAGS -> text.append(folder.flags(message));
        case UID -> text.append(message.uid());
        case INTERNALDATE -> text.append(ImapText.dateTime(message.received()));
        case MODSEQ -> text.append('(').append(message.modseq()).append(')');
        case SIZE -> text.append(message.size());
        case ENVELOPE -> text.append(Structures.envelope(loaded.header()));
        case BODY -> text.append(Structures.body(loaded.root(), false));
        case BODYSTRUCTURE -> text.append(Structures.body(loaded.root(), true));
        case SECTION -> {
          Optional<Content> bytes = item.bytes(loaded);
          if (bytes.isEmpty()) {
            text.append("NIL");
          } else {
            text.append('{').append(bytes.get().size()).append("}\r\n");
            all.add(Content.of(ImapText.bytes(text.toString())));
            text.setLength(0);
            all.add(bytes.get());
          }
        }
      }
    }
    all.add(Content.of(ImapText.bytes(text.append(")\r\n").toString())));
    return all;
  }
}
