package fr.socle.mss.protocol.imap;

import fr.socle.bench.client.api.Refusal;
import fr.socle.bench.content.Content;
import fr.socle.bench.session.Step.Then;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a command is answered.
 *
 * @param untagged untagged answers, line ends included
 * @param status {@code OK}, {@code NO} or {@code BAD}
 * @param text what follows, with a response code if there is one
 * @param then what becomes of the connection
 * @param refusal why it was refused, for the journal
 * @param decoded decoded view
 */
record Reply(
    List<Content> untagged,
    String status,
    String text,
    Then then,
    @Nullable Refusal refusal,
    Map<String, Object> decoded) {

  static Reply ok(String untagged, String text) {
    return new Reply(
        List.of(Content.of(ImapText.bytes(untagged))), "OK", text, Then.KEEP, null, Map.of());
  }

  static Reply no(String text, String code, String reason) {
    return new Reply(List.of(), "NO", text, Then.KEEP, new Refusal(code, reason), Map.of());
  }

  static Reply bad(String text, String code, String reason) {
    return new Reply(List.of(), "BAD", text, Then.KEEP, new Refusal(code, reason), Map.of());
  }

  Reply and(Then other) {
    return new Reply(untagged, status, text, other, refusal, decoded);
  }

  Reply showing(Map<String, Object> view) {
    return new Reply(untagged, status, text, then, refusal, view);
  }

  /** The same answers, ending otherwise. */
  Reply but(String otherStatus, String otherText) {
    return new Reply(untagged, otherStatus, otherText, then, refusal, decoded);
  }

  /** With more untagged answers after those there are. */
  Reply saying(String more) {
    List<Content> all = new ArrayList<>(untagged);
    all.add(Content.of(ImapText.bytes(more)));
    return new Reply(all, status, text, then, refusal, decoded);
  }
}
